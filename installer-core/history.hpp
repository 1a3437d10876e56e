// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "host/run_lock.hpp"
#include "journal/run_record.hpp"
#include "model/plan.hpp"

/// The part of the façade that looks back at runs. It reads the journal and changes nothing.
namespace bes {

enum class Ending {
    underWay,    ///< of this process or of another one
    interrupted, ///< it did not come to its end, and can be rolled back or finished
    done,
    rolledBack,
};

struct PastRun {
    journal::RecordedRun record;
    Ending ending = Ending::done;
    std::optional<host::LockHolder> holder{}; ///< where it is under way

    /// Seconds from its begin to its end; empty where one of them was not noted.
    [[nodiscard]] std::optional<std::int64_t> duration() const;
    /// How it ended: success where it is under way.
    [[nodiscard]] ExitCode exitCode() const;
};

/// With its ending, for who holds the lock now. \param holder seen before the record was read
[[nodiscard]] PastRun pastRun(journal::RecordedRun record, const std::optional<host::LockHolder>& holder);

/// "done", "rolled-back", "under-way", "interrupted".
[[nodiscard]] std::string_view toString(Ending ending);

/// Every run that began to change something, the newest first; empty where there was none. Failures as of
/// Journal::openExisting.
[[nodiscard]] Result<std::vector<PastRun>> pastRuns(const std::filesystem::path& root);

/// The run that a person means: its id, the beginning of one id only, or "last". Failure run.unknown, which
/// names the nearest.
[[nodiscard]] Result<PastRun> findRun(const std::vector<PastRun>& runs, const std::string& named);

/// All that the journal has of a run.
struct Replay {
    PastRun run;
    Plan plan;
    std::vector<journal::RecordedStep> steps;
    std::optional<std::vector<Finding>> findings; ///< empty: an older setup did not keep them
};
/// The step that commits is done when the run says so: nothing is noted of it beside that.
void finishSteps(std::vector<journal::RecordedStep>& steps, const Plan& plan, journal::RunState run);
[[nodiscard]] Result<Replay> replay(const std::filesystem::path& root, const PastRun& run);

/// What differs between the findings of two times. A finding is the same where id, severity and title are.
struct FindingChanges {
    std::vector<Finding> appeared;
    std::vector<Finding> gone;
    std::size_t same = 0;
};
[[nodiscard]] FindingChanges compareFindings(const std::vector<Finding>& then,
                                             const std::vector<Finding>& now);

} // namespace bes
