// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "host/root.hpp"
#include "model/failure.hpp"
#include "model/finding.hpp"
#include "model/progress.hpp"
#include "output/page.hpp"

namespace spdlog {
class logger;
}

namespace bes::app {

/// The log of one run, below the root's /var/log/bes-standby-setup. The file appears when the run begins to
/// change something: a run that is refused leaves no trace. A log that can't be written there goes to a
/// folder for temporary files, with a warning; it is never a reason not to run.
class RunLog {
public:
    RunLog(host::Root root, std::string command, Page& warnings);
    ~RunLog();
    RunLog(const RunLog&) = delete;
    RunLog& operator=(const RunLog&) = delete;

    /// Makes the file, with what was said before.
    void open();
    void say(const std::string& sentence);
    void say(const std::vector<Finding>& findings);
    void say(const Failure& failure);

    /// How the run ended, here and in the event log of a system that has one.
    void ended(ExitCode code);
    void ended(const Failure& failure);

    /// Empty where there is no file (yet).
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    /// Folder of the logs, as the installed computer sees it.
    [[nodiscard]] static std::filesystem::path folder();

private:
    void openIn(const std::filesystem::path& folder);
    void openElsewhere(const std::string& reason);
    void leaveEvent(ExitCode code, const std::string& text) const;

    host::Root root_;
    std::string command_;
    Page& warnings_;
    std::vector<std::string> waiting_; ///< said before the file was made
    std::shared_ptr<spdlog::logger> logger_;
    std::filesystem::path file_;
};

/// Writes the progress of a run into its log and hands it on.
class LoggingProgress final : public Progress {
public:
    LoggingProgress(RunLog& log, Progress& next) : log_(log), next_(next) {}

    void started(std::size_t steps, std::uint64_t totalWeight) override;
    void stepStarted(std::size_t index, std::string_view id, std::string_view title) override;
    void advanced(std::uint64_t weightDone) override { next_.advanced(weightDone); }
    void stepFinished(std::size_t index, std::string_view id) override;
    void undoStarted(std::string_view reason) override;
    void stepUndone(std::string_view id, std::string_view title) override;
    void note(std::string_view sentence) override;

private:
    RunLog& log_;
    Progress& next_;
};

} // namespace bes::app
