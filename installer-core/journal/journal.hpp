// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/root.hpp"
#include "journal/run_record.hpp"
#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/plan.hpp"
#include "model/receipt.hpp"

namespace bes::journal {

/// Something that a step was about to change, written before it was changed. Undo goes through them
/// backwards.
struct Effect {
    enum class Kind {
        newFile,        ///< path did not exist: remove it
        replacedFile,   ///< the old file is kept at detail: rename it back
        newFolder,      ///< path did not exist: remove it if empty, or where detail is withContent, with that
        newAccount,     ///< path is the account's name
        newTask,        ///< path is notes.ini, detail the task
        stoppedService, ///< path is the unit, which was running
        removedTask,    ///< path is notes.ini, detail the task
        changedRights,  ///< detail is "mode user group" as they were, the mode octal
        movedAway,      ///< something of others, kept at detail: it comes back where nothing took its place
        handedOver,     ///< path is in the step's folder; detail is "user group user", of before and after
        newService,     ///< path is the key of a service that the service manager did not have
        replacedService, ///< detail is what the service manager had of the service with this key
        newRegistryKey,  ///< path is for people, detail the key: removed where it is empty
        registryValue,   ///< path is for people, detail the value as it was before, or that there was none
        grantedLogon,    ///< detail is an account that could not log on as a service before
        endedLogon,      ///< detail is an account that could, since setup had let it
    };
    static constexpr const char* withContent = "content";

    Kind kind = Kind::newFile;
    std::filesystem::path path;
    std::string detail;

    bool operator==(const Effect&) const = default;
};

/// Journal and receipt: one SQLite file with synchronous=FULL, below the root's state folder.
class Journal {
public:
    /// Creates the file (and the state folder) when absent. Failures journal.open, and those of
    /// state_folder.hpp.
    [[nodiscard]] static Result<Journal> open(const host::Root& root);
    /// For reading only; empty when there is none yet. Changes nothing on the disk. Failures as above.
    [[nodiscard]] static Result<std::optional<Journal>> openExisting(const host::Root& root);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    /// \param origin for people who look back
    [[nodiscard]] Result<void> beginRun(std::string_view run, const Plan& plan, const RunOrigin& origin = {});
    [[nodiscard]] Result<void> setStepState(std::string_view run, std::size_t step, StepState state);
    [[nodiscard]] Result<StepState> stepState(std::string_view run, std::size_t step);
    /// The step is as if it had never begun.
    [[nodiscard]] Result<void> forgetStep(std::string_view run, std::size_t step);
    /// All of them in one transaction, before the first is acted upon.
    [[nodiscard]] Result<void> addEffects(std::string_view run, std::size_t step,
                                          const std::vector<Effect>& effects);
    [[nodiscard]] Result<std::vector<Effect>> effects(std::string_view run, std::size_t step);

    /// The receipt appears and the run can't be undone any more, in one transaction. What it replaced is
    /// still kept.
    [[nodiscard]] Result<void> commitRun(std::string_view run, const Receipt& receipt);
    /// The receipt goes instead.
    [[nodiscard]] Result<void> commitRemoval(std::string_view run);
    /// What a committed run had kept is gone.
    [[nodiscard]] Result<void> endCommittedRun(std::string_view run);
    /// The run was undone completely.
    [[nodiscard]] Result<void> endUndoneRun(std::string_view run);
    /// Why the run is rolled back, or what did not start and was kept: for people who look back.
    [[nodiscard]] Result<void> keepFailure(std::string_view run, const Failure& failure);

    /// A run that was neither committed nor undone.
    [[nodiscard]] Result<std::optional<UnfinishedRun>> unfinishedRun();
    /// A run that was committed and not ended.
    [[nodiscard]] Result<std::optional<std::string>> committedRun();
    /// Command and begin of a run that is in the journal.
    [[nodiscard]] Result<UnfinishedRun> beginOf(std::string_view run);
    [[nodiscard]] Result<Plan> planOf(std::string_view run);
    /// Id of the newest run, whatever its end.
    [[nodiscard]] Result<std::optional<std::string>> newestRun();
    [[nodiscard]] Result<std::optional<Receipt>> receipt();
    /// Of the standby that the newest run took away; empty where that run did something else.
    [[nodiscard]] Result<std::optional<Receipt>> removedReceipt();

    /// All of them, the newest first.
    [[nodiscard]] Result<std::vector<RecordedRun>> runs();
    /// One of them, which is there.
    [[nodiscard]] Result<RecordedRun> recordOf(std::string_view run);
    [[nodiscard]] Result<std::vector<RecordedStep>> stepsOf(std::string_view run);
    /// What was found before the run; empty where an older setup did not keep it.
    [[nodiscard]] Result<std::optional<std::vector<Finding>>> findingsOf(std::string_view run);

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace bes::journal
