// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/domino/facts.hpp"
#include "model/fact.hpp"
#include "model/media_manifest.hpp"
#include "model/others.hpp"
#include "model/receipt.hpp"
#include "model/server.hpp"
#include "model/surroundings.hpp"
#include "model/system.hpp"

namespace bes {

/// How this computer is called and reached.
struct Computer {
    std::string name;                   ///< host name without domain
    std::string fullyQualifiedName;     ///< equal to name where there is no domain
    std::vector<std::string> addresses; ///< of its interfaces without loopback, textual
    System system = System::gnuLinux;
    std::filesystem::path setupProgram = {}; ///< Windows: setup's own file, which its list of programs names

    bool operator==(const Computer&) const = default;
};

/// Free room where something is to be written.
struct FileSystemSpace {
    std::filesystem::path mountPoint;            ///< identifies the file system
    std::uint64_t available = 0;                 ///< bytes that an administrator can use
    std::optional<std::uint64_t> freeFiles = {}; ///< that can be made there; empty: no fixed number

    bool operator==(const FileSystemSpace&) const = default;
};

struct PortHolder {
    int process = 0; ///< 0: not known
    std::string program;

    bool operator==(const PortHolder&) const = default;
};

/// A listening port that the catalogue needs, and who has it now.
struct PortUse {
    Protocol protocol = Protocol::tcp;
    std::uint16_t number = 0;
    std::optional<PortHolder> holder; ///< empty: free

    bool operator==(const PortUse&) const = default;
};

/// Whether an endpoint takes a TCP connection. Nothing is ever sent over it.
struct Reachability {
    bool reachable = false;
    std::string detail; ///< the address that answered, or why none did

    bool operator==(const Reachability&) const = default;
};

/// For a person who decides whether to trust it.
struct SignerCertificate {
    std::string subject; ///< e.g. "CN=BES Media Signing,O=Example"
    std::string issuer;
    std::string serial;    ///< hexadecimal
    std::string sha256;    ///< fingerprint of the certificate: "3F:A0:…"
    std::string validFrom; ///< UTC, "2026-11-27T22:59:03Z"
    std::string validUntil;

    bool operator==(const SignerCertificate&) const = default;
};

struct SignatureState {
    bool trusted = false;
    std::string signer;                               ///< subjects of who signed; empty where unsigned
    std::string problem;                              ///< why it is not trusted
    bool tampered = false;                            ///< the contents are not those that were signed
    std::vector<SignerCertificate> certificates = {}; ///< of who signed; empty where unsigned

    bool operator==(const SignatureState&) const = default;
};

struct MediaContents {
    MediaManifest manifest;
    std::string manifestSha256; ///< of media.json: names this very media
    SignatureState signature;
    std::vector<std::string> damage; ///< packages that are missing or have another size, one sentence each

    bool operator==(const MediaContents&) const = default;
};

struct NotesIni {
    std::filesystem::path path; ///< as the installed computer sees it
    bool there = true;          ///< false where a file was named that does not exist
    bool readable = false;
    bool writable = false;
    std::string problem; ///< the system's reason where not readable or not writable
    Remedy remedy;       ///< of that reason; empty where it has none of its own
    std::vector<std::string> serverTasks;
    std::string serverName;    ///< value of ServerName; empty where absent
    std::string dataFolder;    ///< value of Directory
    std::string programFolder; ///< value of NotesProgram
    bool isServer = false;     ///< KitType=2

    /// Whether an entry of ServerTasks names the task.
    [[nodiscard]] bool runs(std::string_view task) const {
        return std::ranges::any_of(serverTasks, [&](const auto& entry) { return namesTask(entry, task); });
    }
    bool operator==(const NotesIni&) const = default;
};

/// A run that did not come to its end.
struct UnfinishedRun {
    std::string run;
    std::string command; ///< e.g. "install"
    std::string since;   ///< UTC, ISO 8601

    bool operator==(const UnfinishedRun&) const = default;
};

enum class ServiceManagerState {
    running, ///< services can be started
    offline, ///< units can be installed into a root, nothing can be started
};

struct InstalledState {
    Receipt receipt;
    std::vector<std::string> damage; ///< installed files that are missing or differ in size or mode

    bool operator==(const InstalledState&) const = default;
};

/// An installed file that is not as it was installed.
struct FileDifference {
    std::string path;           ///< or the key of a service that the service manager knows without a file
    bool content = false;       ///< it is missing, or has another type or other bytes
    bool rights = false;        ///< it has another mode or owner
    std::string sentence;       ///< both as a person says it
    bool hasNewVersion = false; ///< an administrator edited it, and what was installed is beside it
    bool missing = false;       ///< nothing is there; `content` says so too

    bool operator==(const FileDifference&) const = default;
};

/// How the standby that is installed is at the moment: only looked at to change or remove it.
struct StandbyState {
    Fact<std::vector<std::string>> running;             ///< its units that are running, targets too
    std::vector<std::filesystem::path> filesOfOthers;   ///< what others put into its folders
    Fact<std::vector<FileDifference>> differences = {}; ///< every file was read
    bool enabled = true;                                ///< bes-standby.target starts with the computer
    bool hasLogFolder = true;

    bool operator==(const StandbyState&) const = default;
};

/// Where the services will write their logs.
struct LogFolder {
    bool there = false;
    bool writable = false; ///< by the account of the services
    bool known = false;    ///< setup made it: for the standby that is installed, or that was the last to be
    std::string owner;     ///< name, or number where there is none
    EntryType type = EntryType::folder;
    Rights rights;

    bool operator==(const LogFolder&) const = default;
};

/// What is the case, as far as it was looked at. Contains no secret.
struct Facts {
    Fact<Computer> computer;
    Fact<bool> administrator; ///< may change the computer (or owns the root folder)
    Fact<ServiceManagerState> serviceManager;
    Fact<DatabaseContents> database;
    Fact<std::vector<std::string>>
        primaryAddresses; ///< the name service's answer for the chosen primary's computer
    Fact<Reachability> srpEndpoint;
    Fact<MediaContents> media;
    std::map<std::filesystem::path, Fact<FileSystemSpace>> space; ///< folder to be written → its file system
    Fact<std::vector<PortUse>> ports;                             ///< the listening ports of the catalogue
    Fact<std::optional<NotesIni>> notesIni;                       ///< empty: no Domino server found
    Fact<domino::DominoFacts> domino; ///< unknown as a whole where the primary is not known
    Fact<bool> serviceAccountExists;
    Fact<std::optional<InstalledState>> installed;
    Fact<std::optional<UnfinishedRun>> unfinishedRun;
    Fact<StandbyState> standby; ///< unknown where none is installed
    Surroundings surroundings;
    std::string otherRun;           ///< of another process, which changed what was looked at; empty: none
    bool fromPublicReceipt = false; ///< this account may not see whether a run was interrupted
    std::optional<Obstacle> databaseNotChangeable;   ///< empty: it can be written, or was not looked at
    Fact<std::vector<std::string>> writableByOthers; ///< places that root would rely on, a sentence each
    Fact<std::vector<ThingOfOthers>> others;         ///< in the places of all components of the media
    Fact<LogFolder> logFolder;

    bool operator==(const Facts&) const = default;
};

} // namespace bes
