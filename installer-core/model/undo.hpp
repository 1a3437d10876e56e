// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "model/request.hpp"
#include "model/startable_service.hpp"

namespace bes {

// How a step is taken back. What exactly a step did (which folders were new, which files were replaced)
// stands in the journal, written before the act; the undo says what kind of thing is to be taken back.
// An undo has a verb of its own: the same word never names an action and an undo.

struct ReleasePair {
    std::string primary;
    bool operator==(const ReleasePair&) const = default;
};
/// Restores replaced files from the backup and removes files and folders that were new.
struct RestoreFiles {
    bool operator==(const RestoreFiles&) const = default;
};
/// With all that is in it.
struct DiscardFolder {
    std::filesystem::path folder;
    bool operator==(const DiscardFolder&) const = default;
};
/// Only if this run created it.
struct DiscardAccount {
    std::string account;
    bool operator==(const DiscardAccount&) const = default;
};
struct WithdrawUnits {
    std::vector<std::string> disable;
    bool operator==(const WithdrawUnits&) const = default;
};
struct UnregisterStandby {
    std::string standby;
    bool operator==(const UnregisterStandby&) const = default;
};
struct WithdrawDominoTask {
    std::filesystem::path notesIni;
    std::string task;
    bool operator==(const WithdrawDominoTask&) const = default;
};
/// Enables again what was disabled; the unit files come back as RestoreFiles says.
struct RestoreUnits {
    std::vector<std::string> enable;
    bool operator==(const RestoreUnits&) const = default;
};
/// Stops what the step started.
struct StopStarted {
    std::vector<std::string> units; ///< in stop order
    bool operator==(const StopStarted&) const = default;
};
/// Starts those again that the step stopped.
struct StartStopped {
    std::vector<StartableService> services; ///< in start order
    OnStartFailure onFailure = OnStartFailure::rollback;
    bool operator==(const StartStopped&) const = default;
};
/// Puts the entry back into notes.ini.
struct RestoreDominoTask {
    std::filesystem::path notesIni;
    std::string task;
    std::filesystem::path backup; ///< as AddDominoTask has it
    bool operator==(const RestoreDominoTask&) const = default;
};
/// The values become what they were.
struct RestoreRegistry {
    bool operator==(const RestoreRegistry&) const = default;
};
/// Of the step that commits the run, and of those after it.
struct NothingToUndo {
    bool operator==(const NothingToUndo&) const = default;
};

using Undo = std::variant<ReleasePair, DiscardFolder, RestoreFiles, DiscardAccount, WithdrawUnits,
                          UnregisterStandby, WithdrawDominoTask, StopStarted, NothingToUndo, RestoreUnits,
                          StartStopped, RestoreDominoTask, RestoreRegistry>;

} // namespace bes
