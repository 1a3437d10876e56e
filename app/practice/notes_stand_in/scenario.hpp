// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domino/notes_api.hpp"

// What the stand-in pretends, as values. scenario_file.hpp says how a person writes it. Text is UTF-8.
namespace stand_in {

namespace notes = bes::domino::notes;

struct HistoryEntry {
    std::string server;
    std::string file;
    std::int64_t time = 0;
    notes::ReplicationDirection direction = notes::ReplicationDirection::receive;
};

struct Database {
    std::string path; ///< from the data directory, with backslashes
    std::string title;
    std::string inheritsFrom;
    notes::TimeDate replicaId{};
    std::int64_t modified = 0;
    notes::Word replicaFlags = 0;
    notes::DWord options = 0;
    bool readable = true;         ///< false: its access control list refuses
    bool clusterReplicate = true; ///< what the cluster database directory says
    std::vector<HistoryEntry> history;
};

/// A number of databases, or a share of all.
struct Amount {
    std::size_t number = 0;
    std::optional<double> percent;

    [[nodiscard]] std::size_t of(std::size_t count) const {
        return percent ? static_cast<std::size_t>(std::lround(static_cast<double>(count) * *percent / 100))
                       : number;
    }
};

/// The users' state databases, which all servers together describe with few words.
struct StateDatabases {
    std::size_t count = 0;
    std::size_t seed = 1;
    std::string folder = "BES\\State";
    std::int64_t modified = 0;
};

/// What one server has of them. The amounts take different databases each.
struct StateDatabasesHere {
    Amount missing;
    Amount stale;
    std::int64_t staleSeconds = 172'800;
    Amount otherReplicaId; ///< the same path, but no replica
    Amount disabled;       ///< replication disabled
    Amount unclustered;    ///< ClusterReplicate is off
    std::int64_t later = 0;
};

struct Console {
    notes::Code access = notes::Code::none; ///< what a command without right gives
    std::string lineEnd = "\r\n";
    std::vector<std::string> tasks;
    /// By command in lower case; no text: a null handle. Other commands get an answer made from the scenario.
    std::map<std::string, std::optional<std::string>> answers;
};

enum class ServerState { up, busy, restricted, down };

struct Server {
    std::string name; ///< canonical
    ServerState state = ServerState::up;
    std::optional<notes::Status> status; ///< of every call that goes to it
    std::string cluster;                 ///< empty: in none
    std::vector<std::string> members;    ///< empty: all servers of the cluster
    notes::DWord availabilityIndex = 100;
    bool opensDatabases = true;
    std::string failsOverTo;
    notes::Word build = 405;
    std::vector<notes::DWord> version{9, 0, 1};
    unsigned zone = 1;
    bool backslash = true; ///< the platform's separator
    Console console;
    std::map<std::string, std::string> statistics;
    bool statisticsEndWithLineFeed = true;
    std::optional<notes::Status> noStatistics; ///< status where there is none to give; none: an empty table
    bool inDirectory = true;
    std::map<std::string, std::vector<std::string>> document; ///< of the Domino Directory
    std::vector<std::string> mates;                           ///< empty: by the documents
    std::vector<std::string> folders;
    std::vector<Database> databases;
    std::optional<StateDatabasesHere> stateDatabases;
};

/// What happens at a call, before the call itself.
struct Injection {
    std::string function;
    std::string server;           ///< empty: any
    std::optional<unsigned> call; ///< the n-th that matches, from 1; none: every
    std::optional<std::string> garbage;
    double hangSeconds = 0;
    bool abort = false;
    std::optional<int> exitCode;
    std::optional<notes::Status> status;
};

enum class RemoteBit { alternate, always, never };

enum class NameStyle { canonical, abbreviated, upper, lower };

struct Scenario {
    std::string ownServer;
    std::string user; ///< whose ID file is used
    bool checksAccount = true;
    bool wideHandles = true;
    RemoteBit remoteBit = RemoteBit::alternate;
    NameStyle listedNames = NameStyle::canonical;
    StateDatabases stateDatabases;
    std::vector<Server> servers;
    std::vector<Injection> injections;

    [[nodiscard]] const Server* find(const std::string& name) const;
    /// Servers of a cluster, least loaded first.
    [[nodiscard]] std::vector<const Server*> clusterOf(const Server& server) const;
    [[nodiscard]] std::string listed(const std::string& name) const;
};

} // namespace stand_in
