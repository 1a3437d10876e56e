// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "model/receipt.hpp"
#include "model/registry_value.hpp"
#include "model/request.hpp"
#include "model/rights.hpp"
#include "model/service_definition.hpp"
#include "model/startable_service.hpp"

namespace bes {

// What a step does. All paths are as the installed computer sees them; apply puts the root before them.

struct ReservePair {
    std::string primary, standby, computer;
    std::string replaces{}; ///< the dead run of this computer whose reservation ends with this; or empty
    bool operator==(const ReservePair&) const = default;
};

/// Verifies archives and unpacks them, invisibly, into `staging`/<package id>.
struct StagePackages {
    std::filesystem::path staging;
    std::vector<std::string> packages; ///< ids
    std::uint64_t bytes = 0;           ///< that are written
    std::vector<std::string> files{};  ///< "PACKAGE/PATH" of those that are wanted alone; empty: all
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
    Rights rights;
    std::string owner; ///< empty: root
    bool operator==(const Folder&) const = default;
};

struct MakeFolders {
    std::vector<Folder> folders;
    bool operator==(const MakeFolders&) const = default;
};

struct TextFile {
    std::filesystem::path path;
    Rights rights;
    std::string content;
    bool operator==(const TextFile&) const = default;
};

struct WriteConfiguration {
    std::vector<TextFile> files;
    std::filesystem::path backup;
    bool operator==(const WriteConfiguration&) const = default;
};

/// The service manager knows these from then on; of the groups only those of `enable` start with the
/// computer.
struct InstallServices {
    RegisteredServices services;
    std::vector<std::string> enable; ///< keys of groups
    std::filesystem::path backup;    ///< of what the service manager had read before
    std::vector<TextFile> units{};   ///< instead of `services` in plans of versions before 1.1.0: unit files
    bool operator==(const InstallServices&) const = default;
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

/// Windows alone has a registry.
struct WriteRegistry {
    std::vector<RegistryValue> values;
    bool operator==(const WriteRegistry&) const = default;
};

/// What was installed is recorded, and the run is committed: see Step.
struct RecordReceipt {
    bool operator==(const RecordReceipt&) const = default;
};

struct StopServices {
    std::vector<std::string> units; ///< keys of services and groups, in stop order
    bool operator==(const StopServices&) const = default;
};

/// Takes one entry out of notes.ini. What was said of AddDominoTask holds for the file as it was.
struct RemoveDominoTask {
    std::filesystem::path notesIni;
    std::string task;
    std::filesystem::path backup;
    bool operator==(const RemoveDominoTask&) const = default;
};

/// The service manager forgets these. What it had read is kept in `backup` until the run is over.
struct RemoveServices {
    std::vector<std::string> keys;    ///< of services and groups
    std::vector<std::string> disable; ///< keys of groups
    std::filesystem::path backup;
    std::vector<std::string> logonRights = {}; ///< accounts that may not log on as a service any more
    bool operator==(const RemoveServices&) const = default;
};

/// Values become what they were before setup wrote them, and go where there were none; then keys go that are
/// empty.
struct RemoveRegistry {
    std::vector<CapturedRegistryValue> values;
    std::vector<RegistryKey> keys; ///< innermost first
    bool operator==(const RemoveRegistry&) const = default;
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

using Action =
    std::variant<ReservePair, StagePackages, PublishFiles, CreateAccount, MakeFolders, WriteConfiguration,
                 InstallServices, RegisterStandby, AddDominoTask, StartServices, RecordReceipt, StopServices,
                 RemoveDominoTask, RemoveServices, RemoveFiles, ForgetReceipt, RemovePair, RemoveAccount,
                 RemoveFolder, RemoveEmptyFolders, SetRights, RefreshRegistration, KeepOthers, ReturnOthers,
                 SaveChanged, HandOver, WriteRegistry, RemoveRegistry>;

} // namespace bes
