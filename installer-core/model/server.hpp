// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bes {

enum class Role { primary, standby };

/// What may be known of SRP credentials outside the database: everything but the authentication key.
struct SrpCredentials {
    std::string identifier;     ///< e.g. "S12345678"; "T…" is temporary
    std::string keyFingerprint; ///< first 16 hexadecimal digits of the key's SHA-256; empty without a key
    bool keyWellFormed = false; ///< ten groups of four hexadecimal digits with hyphens
    std::string host;           ///< e.g. "gb.srp.blackberry.com"
    std::uint16_t port = 3101;

    bool operator==(const SrpCredentials&) const = default;
};

/// A BlackBerry Enterprise Server as the BlackBerry Configuration Database knows it.
struct Server {
    std::int64_t id = 0;
    std::string name;     ///< name of the BlackBerry Enterprise Server instance
    std::string computer; ///< host name of its computer, as registered
    std::string fullyQualifiedName;
    std::vector<std::string> addresses; ///< IP addresses, textual
    std::string dominoServer;           ///< e.g. "CN=Mail01/O=Acme"
    std::string version;                ///< e.g. "5.0"
    Role role = Role::primary;          ///< as it was installed
    Role actsAs = Role::primary;        ///< now: the failover process promotes a standby and takes that back
    SrpCredentials srp;
    std::vector<std::string> components; ///< component ids, sorted
    std::int64_t users = 0;

    bool operator==(const Server&) const = default;
};

enum class PairState {
    reserved, ///< a setup run has begun on the standby's computer
    final,    ///< the standby is installed
};

/// The assignment of a standby to a primary.
struct Pair {
    std::string primary;         ///< instance name
    std::string standby;         ///< instance name
    std::string standbyComputer; ///< host name
    PairState state = PairState::reserved;
    std::string run;   ///< id of the setup run that reserved it
    std::string since; ///< UTC, ISO 8601

    bool operator==(const Pair&) const = default;
};

/// What was read of the BlackBerry Configuration Database.
struct DatabaseContents {
    int schemaVersion = 0;
    std::string partner{};       ///< the failover partner, where that has answered in place of the server
    std::vector<Server> servers; ///< sorted by name
    std::vector<Pair> pairs;     ///< sorted by primary

    [[nodiscard]] const Server* findServer(std::string_view name) const; ///< names are compared without case
    [[nodiscard]] const Pair* findPairOfPrimary(std::string_view primary) const;

    bool operator==(const DatabaseContents&) const = default;
};

/// ASCII case is folded, as Domino and Windows do for names of servers and computers.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

/// The first word of an entry of ServerTasks names its task.
[[nodiscard]] bool namesTask(std::string_view entry, std::string_view task);

[[nodiscard]] std::string_view toString(Role role);
[[nodiscard]] std::string_view toString(PairState state);

} // namespace bes
