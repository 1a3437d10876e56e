// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/media_manifest.hpp"
#include "model/receipt.hpp"
#include "model/request.hpp"
#include "model/startable_service.hpp"
#include "text/path_text.hpp"

namespace bes {

// What a step does. All paths are as the installed computer sees them; apply puts the root before them.

struct ReservePair {
    std::string primary, standby, computer;
    std::string
        replaces{}; ///< id of a run of this computer that is dead and whose reservation ends; or empty
    bool operator==(const ReservePair&) const = default;
};

/// Verifies archives and unpacks them, invisibly, into `staging`/<package id>.
struct StagePackages {
    std::filesystem::path staging;
    std::vector<std::string> packages; ///< ids
    std::uint64_t bytes = 0;           ///< unpacked
    bool operator==(const StagePackages&) const = default;
};

/// Renames every staged file to its place below `folder`; what it replaces is kept in `backup` until the run
/// is over.
struct PublishFiles {
    std::filesystem::path staging, folder, backup;
    std::vector<InstalledFile> files;
    std::vector<InstalledFile> beside = {}; ///< an edited file is kept and gets the new one beside it
    bool operator==(const PublishFiles&) const = default;
};

struct CreateAccount {
    std::string account;
    std::filesystem::path home;
    bool operator==(const CreateAccount&) const = default;
};

struct Folder {
    std::filesystem::path path;
    unsigned mode = 0755;
    std::string owner; ///< empty: root
    bool operator==(const Folder&) const = default;
};

struct MakeFolders {
    std::vector<Folder> folders;
    bool operator==(const MakeFolders&) const = default;
};

struct TextFile {
    std::filesystem::path path;
    unsigned mode = 0644;
    std::string content;
    bool operator==(const TextFile&) const = default;
};

struct WriteConfiguration {
    std::vector<TextFile> files;
    std::filesystem::path backup;
    bool operator==(const WriteConfiguration&) const = default;
};

/// Unit files appear and the service manager reads them; only `enable` is started at boot.
struct InstallUnits {
    std::vector<TextFile> units;
    std::vector<std::string> enable;
    std::filesystem::path backup;
    bool operator==(const InstallUnits&) const = default;
};

/// Writes the standby and makes the reservation final. The database copies the SRP credentials by itself.
struct RegisterStandby {
    std::string primary, standby, computer, fullyQualifiedName, dominoServer, version;
    std::vector<std::string> addresses, components;
    bool operator==(const RegisterStandby&) const = default;
};

/// Edits one line of notes.ini. The file as it was is kept in `backup`, a folder of the run in setup's own
/// state folder, until the run is over. Journals of earlier versions name a folder beside notes.ini: what
/// stands there is not relied on.
struct AddDominoTask {
    std::filesystem::path notesIni;
    std::string task;
    std::filesystem::path backup;
    bool operator==(const AddDominoTask&) const = default;
};

struct StartServices {
    std::vector<StartableService> services; ///< in start order
    OnStartFailure onFailure = OnStartFailure::rollback;
    bool operator==(const StartServices&) const = default;
};

/// What was installed is recorded, and the run is committed: see Step.
struct RecordReceipt {
    bool operator==(const RecordReceipt&) const = default;
};

struct StopServices {
    std::vector<std::string> units; ///< in stop order
    bool operator==(const StopServices&) const = default;
};

/// Takes one entry out of notes.ini. What was said of AddDominoTask holds for the file as it was.
struct RemoveDominoTask {
    std::filesystem::path notesIni;
    std::string task;
    std::filesystem::path backup;
    bool operator==(const RemoveDominoTask&) const = default;
};

/// Unit files go, and the service manager forgets them. They are kept in `backup` until the run is over.
struct RemoveUnits {
    std::vector<std::filesystem::path> units;
    std::vector<std::string> disable;
    std::filesystem::path backup;
    bool operator==(const RemoveUnits&) const = default;
};

/// Files and symbolic links go, and then folders, in which nothing else may be. They are kept in `backup`
/// until the run is over.
struct RemoveFiles {
    std::vector<std::filesystem::path> files;
    std::filesystem::path backup;
    std::vector<std::filesystem::path> folders = {}; ///< innermost first
    bool operator==(const RemoveFiles&) const = default;
};

/// Mode and owner of files and folders as they were installed.
struct SetRights {
    std::vector<InstalledFile> files;
    bool operator==(const SetRights&) const = default;
};

/// The rows of the standby become as they are written here, with the primary's SRP credentials, copied inside
/// the database.
struct RefreshRegistration {
    RegisterStandby standby;
    std::string replaces{}; ///< see ReservePair
    bool operator==(const RefreshRegistration&) const = default;
};

/// There is no receipt any more, and the run is committed: see Step.
struct ForgetReceipt {
    bool operator==(const ForgetReceipt&) const = default;
};

/// The database forgets the standby; the primary can get another one.
struct RemovePair {
    std::string primary, standby;
    bool operator==(const RemovePair&) const = default;
};

struct RemoveAccount {
    std::string account;
    bool operator==(const RemoveAccount&) const = default;
};

struct RemoveFolder {
    std::filesystem::path folder; ///< with all that is in it
    bool operator==(const RemoveFolder&) const = default;
};

/// What others put into them keeps folders.
struct RemoveEmptyFolders {
    std::vector<std::filesystem::path> folders; ///< in this order
    bool operator==(const RemoveEmptyFolders&) const = default;
};

/// Moves what others have in setup's places to where it is kept for the life of the standby. Here a
/// `place` is the folder of it; the name in there is a free one when it is done.
struct KeepOthers {
    std::vector<KeptThing> things;
    bool operator==(const KeepOthers&) const = default;
};

/// What was kept comes back, and then empty folders go. What stands in the way stays, and so does what was
/// kept then.
struct ReturnOthers {
    std::vector<KeptThing> things; ///< in this order
    std::vector<std::filesystem::path> folders;
    bool operator==(const ReturnOthers&) const = default;
};

/// Files that were changed since setup installed them stay, beside their places: NAME.saved.
struct SaveChanged {
    std::vector<std::filesystem::path> files;
    bool operator==(const SaveChanged&) const = default;
};

/// What in a folder belongs to one account comes to belong to another: logs outlive the account that wrote
/// them.
struct HandOver {
    std::filesystem::path folder;
    std::string from; ///< account; empty: the one that has the folder
    std::string to;   ///< account; empty: root
    bool operator==(const HandOver&) const = default;
};

using Action = std::variant<ReservePair, StagePackages, PublishFiles, CreateAccount, MakeFolders,
                            WriteConfiguration, InstallUnits, RegisterStandby, AddDominoTask, StartServices,
                            RecordReceipt, StopServices, RemoveDominoTask, RemoveUnits, RemoveFiles,
                            ForgetReceipt, RemovePair, RemoveAccount, RemoveFolder, RemoveEmptyFolders,
                            SetRights, RefreshRegistration, KeepOthers, ReturnOthers, SaveChanged, HandOver>;

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
/// Of the step that commits the run, and of those after it.
struct NothingToUndo {
    bool operator==(const NothingToUndo&) const = default;
};

using Undo = std::variant<ReleasePair, DiscardFolder, RestoreFiles, DiscardAccount, WithdrawUnits,
                          UnregisterStandby, WithdrawDominoTask, StopStarted, NothingToUndo, RestoreUnits,
                          StartStopped, RestoreDominoTask>;

/// One of the steps commits the run (RecordReceipt, ForgetReceipt). Up to it, what fails is undone. Those
/// after it can be done again without harm: what fails there is not undone but finished by the next run.
struct Step {
    std::string id;    ///< stable, dotted, e.g. "files.publish"
    std::string title; ///< e.g. "Make 212 files visible in /opt/bes-standby"
    Action action;
    Undo undo;
    std::uint64_t weight = 1; ///< share of the progress, in bytes or bytes' worth of time

    bool operator==(const Step&) const = default;
};

/// A fact that the plan depends on, as text that a person understands.
struct BasisEntry {
    std::string id;    ///< e.g. "primary.standby"
    std::string value; ///< e.g. "none"

    bool operator==(const BasisEntry&) const = default;
};

/// Beside a file that administrators may edit.
[[nodiscard]] inline std::string newVersionOf(const std::string& path) {
    return path + ".new";
}

/// Beside the place of a file that was changed since setup installed it, when setup takes its own away.
[[nodiscard]] inline std::filesystem::path savedVersionOf(const std::filesystem::path& path) {
    return utf8(path) + ".saved";
}

/// Everything that apply will do, in order. No steps: there is nothing to do. Contains no secret.
struct Plan {
    std::string command; ///< "install", "remove"
    Request request;
    std::vector<BasisEntry> basis;
    Receipt receipt; ///< what will be recorded; run and time are filled in by apply
    std::vector<Step> steps;

    bool operator==(const Plan&) const = default;
};

/// JSON "bes-standby-setup.plan", 1. Start steps name units only; reading looks each of them up in the plan's
/// catalogue and refuses one that is not start-after-setup.
[[nodiscard]] std::string formatPlan(const Plan& plan);
[[nodiscard]] Result<Plan> parsePlan(std::string_view json);

[[nodiscard]] std::uint64_t totalWeight(const Plan& plan);

[[nodiscard]] bool commits(const Step& step);
/// Index of the first step after the one that commits.
[[nodiscard]] std::size_t firstAfterCommit(const Plan& plan);

} // namespace bes
