// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/fact.hpp"

namespace bes {

// What a run meets on the computer besides what it is about. Paths are as the installed computer sees them.

/// Of a folder that a run writes into, whether it is there or will be made.
struct FolderState {
    std::filesystem::path leadsTo; ///< with every symbolic link followed
    std::string obstacle;          ///< why nothing can be written there, in the system's words; empty: it can
    std::filesystem::path mountPoint; ///< of its file system, or of the nearest parent's
    std::string fileSystem;           ///< "ext4"; empty: not known
    bool noExec = false;              ///< programs can't be run from there; not told of an image's folders
    bool noFolder = false;            ///< the obstacle is something else in its place: nothing can be in it
    bool ignoresCase = false;         ///< the folder takes "A" for "a"
    std::optional<std::uint64_t> freeFiles;          ///< that can be made there; empty: no fixed number
    std::vector<std::filesystem::path> mountsInside; ///< other file systems are mounted there

    bool operator==(const FolderState&) const = default;
};

/// A folder that is somebody else's.
struct FolderOfOthers {
    std::string what; ///< "the data folder of the Domino server"
    std::filesystem::path path;
    bool forOneFile = false; ///< only a file in it is theirs: other things may stand beside that

    bool operator==(const FolderOfOthers&) const = default;
};

/// The account of the services, and the group that has its name.
struct AccountState {
    std::optional<std::uint32_t> user;  ///< number; empty: there is no such account
    std::optional<std::uint32_t> group; ///< number; empty: there is no such group
    bool inOwnFiles = true; ///< the account stands in /etc/passwd; otherwise a name service knows it
    std::vector<std::string> obstacles; ///< what making it would meet, a sentence each

    bool operator==(const AccountState&) const = default;
};

/// systemd, as far as what is installed depends on it.
struct SystemdState {
    unsigned version = 0;      ///< 0: not known
    std::string state;         ///< "running", "degraded", "maintenance", …; empty in an image
    std::string defaultTarget; ///< what the computer boots into; empty: not known

    bool operator==(const SystemdState&) const = default;
};

/// What an attribute (chattr) keeps even root from changing, moving or removing.
struct Frozen {
    std::filesystem::path path;
    std::string why; ///< a sentence that says how to end it

    bool operator==(const Frozen&) const = default;
};

/// What Windows does when it starts again.
struct PendingRestart {
    std::vector<std::string> reasons;         ///< whose it is: "Windows Update"; empty: no restart is pending
    std::vector<std::filesystem::path> files; ///< that are then removed, or replaced by others

    bool operator==(const PendingRestart&) const = default;
};

struct Surroundings {
    std::map<std::filesystem::path, Fact<FolderState>> folders; ///< every one that a run writes into
    std::vector<FolderOfOthers> others;
    std::vector<Frozen> frozen; ///< of what was installed
    Fact<AccountState> account;
    Fact<SystemdState> systemd;
    Fact<std::vector<std::string>> missingDatabaseRights; ///< that installing needs, e.g. "INSERT on BESPair"
    std::string now;                          ///< the computer's clock, UTC, ISO 8601; empty: not looked at
    std::optional<std::uint64_t> largestFile; ///< bytes that this process may write into one; empty: no limit
    bool securityModule = false;              ///< SELinux enforces a policy
    Fact<PendingRestart> restart = {};        ///< unknown on other systems, and in an image

    bool operator==(const Surroundings&) const = default;
};

} // namespace bes
