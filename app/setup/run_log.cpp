// SPDX-License-Identifier: Apache-2.0
#include "run_log.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include "answers/typed_remedy.hpp"
#include "host/entry.hpp"
#include "host/event_log.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/others_write.hpp"
#include "host/reached.hpp"
#include "journal/run_id.hpp"
#include "model/places.hpp"
#include "model/try.hpp"
#include "output/text.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t logsKept = 20;
constexpr unsigned firstEvent = 100; ///< and the exit code: the number of an event

/// install-20261122T174125.123Z.log: names sort by time
std::string fileName(const std::string& command) {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const auto milliseconds = duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    return fmt::format("{}-{:%Y%m%dT%H%M%S}.{:03}Z.log", command, fmt::gmtime(now), milliseconds);
}

/// With room for one more.
void removeOldLogs(const fs::path& folder, const std::string& command) {
    std::vector<fs::path> logs;
    const auto entries = host::entriesIn(folder);
    if (!entries)
        return;
    for (const host::FolderEntry& entry : *entries) {
        const std::string name = utf8(entry.path.filename());
        if (!name.starts_with(command + "-") || !name.ends_with(".log"))
            continue;
        if (const auto found = host::reached(entry.path); found && *found && (*found)->file)
            logs.push_back(entry.path);
    }
    for (std::size_t i = 0; i + logsKept <= logs.size(); ++i)
        (void)host::removeFile(logs[i]);
}

void orThrow(const Result<void>& done) {
    if (!done)
        throw std::runtime_error(done.error().what + ": " + done.error().why);
}

/// A link leads to what is not setup's. (orThrow's sentence needs its two halves.)
Result<void> expectNoLink(const fs::path& folder) {
    TRY_ASSIGN(const auto there, host::entryAt(folder));
    if (!there || !there->link())
        return {};
    return fail(ExitCode::failed, "log.link", utf8(folder),
                "it is a symbolic link, which setup does not follow", "Remove the link");
}

/// Root's and its group's alone, whatever the umask. One that others can write is none for root's logs.
void prepareFolder(const fs::path& folder) {
    constexpr unsigned mode = 0750;
    orThrow(expectNoLink(folder));
    orThrow(host::expectNoOtherWriter(folder, host::trustedForLogs(host::ownAccounts()),
                                      {ExitCode::failed, "log.others-write", utf8(folder), "", ""}));
    if (fs::is_directory(folder))
        return; // an administrator may have let others read it
    orThrow(host::makeFolders(folder, mode));
}

/// A folder that nobody else can have prepared: its name can't be guessed.
fs::path freshTemporaryFolder() {
    fs::path folder = fs::temp_directory_path() / ("bes-standby-setup-" + journal::newRunId());
    orThrow(host::makeFolder(folder, 0700));
    return folder;
}

std::shared_ptr<spdlog::logger> openLog(const fs::path& file) {
    orThrow(host::makeFile(file, 0640)); // the log is written behind that
    auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.native());
    auto logger = std::make_shared<spdlog::logger>("run", std::move(sink));
    auto pattern = std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %v",
                                                               spdlog::pattern_time_type::utc);
    logger->set_formatter(std::move(pattern));
    logger->flush_on(spdlog::level::trace);
    // a disk that has become full is no reason to stop, and the console is not the place to say so
    logger->set_error_handler([](const std::string&) {});
    return logger;
}

} // namespace

RunLog::RunLog(host::Root root, std::string command, Page& warnings)
    : root_(std::move(root)), command_(std::move(command)), warnings_(warnings) {
}

RunLog::~RunLog() = default;

fs::path RunLog::folder() {
    return places::ownPlaces(host::thisSystem()).logs;
}

void RunLog::open() {
    if (logger_)
        return;
    const fs::path wanted = root_(folder());
    try {
        prepareFolder(wanted);
        removeOldLogs(wanted, command_);
        openIn(wanted);
    } catch (const std::exception& problem) {
        openElsewhere(fmt::format("no log can be written in {}: {}", utf8(wanted), problem.what()));
    }
    for (const std::string& sentence : std::exchange(waiting_, {}))
        say(sentence);
}

void RunLog::openIn(const fs::path& folder) {
    const fs::path file = folder / fileName(command_);
    logger_ = openLog(file);
    file_ = file;
}

void RunLog::openElsewhere(const std::string& reason) {
    try {
        openIn(freshTemporaryFolder());
    } catch (const std::exception&) {
        file_.clear(); // then there is none
    }
    warnings_.line(Row{{"warning: ", Tone::warning}, reason});
    warnings_.line(file_.empty() ? "There is no log of this run."
                                 : fmt::format("The log of this run is {}", utf8(file_)),
                   9);
}

void RunLog::say(const std::string& sentence) {
    if (!logger_)
        waiting_.push_back(sentence);
    else
        for (const std::string& line : wrapped(sentence, std::string::npos))
            logger_->info("{}", visible(line));
}

void RunLog::say(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        say(fmt::format("found before the run: {} {}: {}{}{}", finding.id, toString(finding.severity),
                        finding.title, finding.evidence.empty() ? "" : ": ", finding.evidence));
}

void RunLog::say(const Failure& failure) {
    say(fmt::format("failure {}: {}\nwhy: {}\nremedy: {}", failure.id, failure.what, failure.why,
                    answers::typedRemedy(failure)));
}

void RunLog::ended(ExitCode code) {
    const ExitCodeEntry& entry = describe(code);
    say(fmt::format("end: {}", entry.id));
    leaveEvent(code, std::string(entry.meaning));
}

void RunLog::ended(const Failure& failure) {
    say(failure);
    leaveEvent(failure.code,
               fmt::format("{}\n{}\n{}", failure.what, failure.why, answers::typedRemedy(failure)));
}

/// Of an image there is no running system that keeps events.
void RunLog::leaveEvent(ExitCode code, const std::string& text) const {
    if (!root_.isRunningSystem())
        return;
    const std::string log = file_.empty() ? "" : "\nLog: " + utf8(file_);
    host::leaveEvent(code == ExitCode::success ? host::EventKind::information : host::EventKind::error,
                     firstEvent + static_cast<unsigned>(code),
                     fmt::format("bes-standby-setup {}: {}{}", command_, text, log));
}

void LoggingProgress::started(std::size_t steps, std::uint64_t totalWeight) {
    log_.open();
    log_.say(fmt::format("begin: {} steps", steps));
    next_.started(steps, totalWeight);
}

void LoggingProgress::stepStarted(std::size_t index, std::string_view id, std::string_view title) {
    log_.say(fmt::format("step {} {}: {}", index + 1, id, title));
    next_.stepStarted(index, id, title);
}

void LoggingProgress::stepFinished(std::size_t index, std::string_view id) {
    log_.say(fmt::format("done {} {}", index + 1, id));
    next_.stepFinished(index, id);
}

void LoggingProgress::undoStarted(std::string_view reason) {
    log_.open();
    log_.say(fmt::format("undo: {}", reason));
    next_.undoStarted(reason);
}

void LoggingProgress::stepUndone(std::string_view id, std::string_view title) {
    log_.say(fmt::format("undone {}: {}", id, title));
    next_.stepUndone(id, title);
}

void LoggingProgress::note(std::string_view sentence) {
    log_.say(std::string(sentence));
    next_.note(sentence);
}

} // namespace bes::app
