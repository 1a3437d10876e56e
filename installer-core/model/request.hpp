// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/failure.hpp"
#include "text/path_text.hpp"

namespace bes {

/// Which components the standby gets before `add` and `omit` are applied.
enum class ComponentPreset {
    sameAsPrimary,   ///< those of the primary
    failoverCapable, ///< those that fail over by default
    none,            ///< only what `add` names
};

/// What becomes of a run in which a service does not start.
enum class OnStartFailure {
    rollback, ///< it is undone
    keep,     ///< it goes on, and tells at its end which services do not run
};

/// What becomes of what others have in the places that setup writes.
enum class ExistingFiles {
    refuse, ///< nothing is done
    keep,   ///< it is moved away, and comes back when the standby is removed
};

/// How a secret is given. The text of "file:" and "env:" is no secret, so a reference may be stored and
/// shown; the secret itself is fetched (answers/secret_source.hpp) only where it is used.
struct SecretReference {
    std::string text; ///< "file:PATH", "env:NAME", "sealed:…", "dpapi:…" or empty; plain text never gets here

    bool operator==(const SecretReference&) const = default;
};

/// Where the BlackBerry Configuration Database is.
struct DatabaseAddress {
    std::string backend = "sqlite";
    std::string location; ///< sqlite: path of the file
    std::string user;
    SecretReference password;
    std::string server;      ///< postgresql: name or address of its computer, or the folder of its socket;
                             ///< sqlserver: SERVER, SERVER,PORT or SERVER\INSTANCE
    std::string partner;     ///< sqlserver: the failover partner, written as the server
    unsigned port = 5432;    ///< postgresql
    std::string name;        ///< of the database on that server
    bool integrated = false; ///< sqlserver: by Kerberos, as the account that setup runs as
    std::string tls = "verify-full"; ///< what is demanded of the connection
    std::string caFile;              ///< certificates of those who may sign the server's; empty: the system's

    /// A file of its own; otherwise a database on a server.
    [[nodiscard]] bool isFile() const { return backend == "sqlite"; }
    /// The server is on this computer and reached by the socket in a folder.
    [[nodiscard]] bool bySocket() const { return server.starts_with('/'); }
    /// All is said that is needed to find the database.
    [[nodiscard]] bool complete() const;
    /// What messages call the database: the path of its file, "BESMgmt on db.example.com".
    [[nodiscard]] std::string place() const;

    bool operator==(const DatabaseAddress&) const = default;
};

/// How the Domino servers are asked about their cluster.
struct DominoQuestions {
    std::filesystem::path notesIni;      ///< of this computer's Domino server; empty: found by setup
    std::filesystem::path programFolder; ///< with the library of the Notes C API; empty: found by setup
    unsigned timeLimit = 120;            ///< seconds for all questions together
    std::string primaryConsole;          ///< file with console output of the primary's server, pasted
    std::string standbyConsole;          ///< the same of this computer's server
    std::string httpUrl; ///< of a server of the cluster, where its directory is read; empty: not read
    std::string httpUser;
    SecretReference httpPassword;
    std::vector<std::string>
        acceptUnknown; ///< ids of findings that block only because something is not known

    bool operator==(const DominoQuestions&) const = default;
};

/// Everything that a person decides. Paths below the installation root are as the installed computer sees
/// them.
struct Request {
    std::string primary; ///< name of the primary BlackBerry Enterprise Server
    std::string standby; ///< name for the standby; empty: the primary's name with "-standby"
    DatabaseAddress database;

    std::filesystem::path media;
    std::vector<std::filesystem::path>
        trust; ///< certificate files or folders; empty: the built-in trust folder
    bool allowUnsignedMedia = false;
    bool acceptLicense = false; ///< of the media, where it has one

    ComponentPreset preset = ComponentPreset::sameAsPrimary;
    std::vector<std::string> add;  ///< component ids
    std::vector<std::string> omit; ///< component ids

    DominoQuestions domino;
    std::filesystem::path installFolder = "/opt/bes-standby";
    std::filesystem::path configurationFolder = "/etc/bes-standby";
    std::filesystem::path logFolder = "/var/log/bes-standby";
    std::string serviceAccount = "bes";
    OnStartFailure onStartFailure = OnStartFailure::rollback;
    ExistingFiles existingFiles = ExistingFiles::refuse;

    std::filesystem::path root = topFolder(); ///< where the computer's file system is mounted
    std::string computer; ///< name of the computer that `root` is for; only where `root` is an image

    /// The running system, not an image or a practice folder.
    [[nodiscard]] bool onRunningSystem() const { return root == topFolder(); }
    /// The standby's name, chosen or made from the primary's.
    [[nodiscard]] std::string standbyName() const { return standby.empty() ? primary + "-standby" : standby; }

    bool operator==(const Request&) const = default;
};

[[nodiscard]] std::string_view toString(ComponentPreset preset);
[[nodiscard]] std::string_view toString(OnStartFailure policy);
/// Throws std::invalid_argument.
[[nodiscard]] OnStartFailure onStartFailureFromText(const std::string& text);
[[nodiscard]] std::string_view toString(ExistingFiles policy);
/// Throws std::invalid_argument.
[[nodiscard]] ExistingFiles existingFilesFromText(const std::string& text);

} // namespace bes
