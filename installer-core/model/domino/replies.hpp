// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bes::domino {

// What can be told about a Domino server. Names of servers are canonical and in UTF-8, times are UTC
// in ISO 8601, replica IDs are written as Notes shows them ("852579C0:0041EB00").

enum class Verdict { yes, no, unknown };

/// Why a reply is no or unknown. The first five are what a status of the Notes C API says.
enum class ReasonClass {
    unreachable,     ///< the server is down, its name or the connection is wrong
    noAccess,        ///< the server or the database refuses this ID
    absent,          ///< there is no such file, document or entry
    notClustered,    ///< the server says that it is in no cluster
    unexpected,      ///< anything else: code and text tell
    otherServer,     ///< another server answered than the one that was asked
    missingFunction, ///< the library of this release has not what the question needs
    library,         ///< the Notes C API can't be loaded or started
    account,         ///< the probe can't work under Domino's account
    noInstallation,  ///< no Domino server was found here, or it is not clear which one is meant
    notAnswered,     ///< the probe ended before it came to this question
    notAsked,        ///< nobody wanted to know
};

struct Reason {
    ReasonClass kind = ReasonClass::notAnswered;
    std::uint16_t code = 0;                             ///< of the status, masked; 0 where it is no status
    bool remote = false;                                ///< the other server said so, not the library here
    std::string source;                                 ///< the function of the API that said so
    std::string text = "The question was not answered"; ///< one sentence without full stop

    bool operator==(const Reason&) const = default;
};

/// Who says so. The later ones are weaker: they were not asked by us, or say what is configured, not what
/// runs.
enum class Witness {
    notesApi, ///< the servers, asked through the Notes C API
    http,     ///< the Domino Directory, read by HTTP
    pasted,   ///< console output that a person has handed over
};

/// Yes has a value; no may have one (what was seen) and a reason; unknown has a reason and never a value that
/// counts.
template<class T>
struct Reply {
    Verdict verdict = Verdict::unknown;
    std::optional<T> value;
    std::optional<Reason> reason = Reason{};
    Witness witness = Witness::notesApi;

    [[nodiscard]] static Reply yes(T value) { return {Verdict::yes, std::move(value), std::nullopt, {}}; }
    [[nodiscard]] static Reply no(T value) { return {Verdict::no, std::move(value), std::nullopt, {}}; }
    [[nodiscard]] static Reply no(Reason reason) {
        return {Verdict::no, std::nullopt, std::move(reason), {}};
    }
    [[nodiscard]] static Reply unknown(Reason reason) {
        return {Verdict::unknown, std::nullopt, std::move(reason), {}};
    }

    bool operator==(const Reply&) const = default;
};

/// Yes: the ID in use is that of the server whose notes.ini is used. No: it is another one, so access
/// differs.
struct Identity {
    std::string name;       ///< of the current ID
    std::string serverName; ///< ServerName of notes.ini; empty where it has none
    bool isServer = false;  ///< KitType=2

    bool operator==(const Identity&) const = default;
};

/// Yes: the server answers. No: unreachable.
struct Reachability {
    std::uint16_t build = 0; ///< only good for "at least": 166 is R5, 190 is 6
    std::uint32_t toServerMilliseconds = 0;
    std::uint32_t fromServerMilliseconds = 0;

    bool operator==(const Reachability&) const = default;
};

struct Version {
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint32_t maintenanceRelease = 0;
    std::uint32_t maintenanceUpdate = 0;
    std::uint32_t fixPack = 0;
    std::uint32_t hotfix = 0;

    bool operator==(const Version&) const = default;
};

enum class Availability { available, busy, restricted };

/// Yes: the running server is in a cluster. No: it answers and is in none.
struct LiveCluster {
    std::string cluster;
    std::vector<std::string> members; ///< with the server itself, least loaded first
    Availability availability = Availability::available;
    std::uint32_t availabilityIndex = 0; ///< 0 to 100

    bool operator==(const LiveCluster&) const = default;
};

/// Yes: the standby's Domino Directory has the standby's server in a cluster. Proves configuration only.
struct ClusterMates {
    std::vector<std::string> mates; ///< without the server itself

    bool operator==(const ClusterMates&) const = default;
};

/// Yes: the standby's Domino Directory has a Server document for it. No: it has none.
struct ServerDocument {
    std::string name;
    std::string domain;
    std::string cluster; ///< empty: in none
    std::string network; ///< the Notes named network; several are joined by ", "
    std::string build;   ///< e.g. "Release 8.5.3"

    bool operator==(const ServerDocument&) const = default;
};

/// Yes: the server has the database. No: it has none.
struct DatabaseOnServer {
    std::string replicaId;
    std::string title;
    std::string modified;      ///< empty where it can't be read
    std::uint16_t flags = 0;   ///< of replication
    bool disabled = false;     ///< its flags say that it is not replicated
    bool serverProved = false; ///< NSFDbPathGet named the server that was asked

    bool operator==(const DatabaseOnServer&) const = default;
};

/// Yes: the cluster replicator runs. No: the list of tasks was read and has it not.
struct ServerTasks {
    std::uint32_t clusterReplicators = 0; ///< tasks of that name
    std::uint32_t clusterDirectories = 0;
    bool bes = false;               ///< a task has "BES" in its name; how it is called is not documented
    std::vector<std::string> lines; ///< those of these tasks, as the server wrote them

    bool operator==(const ServerTasks&) const = default;
};

/// Yes: the server has statistics of the cluster replicator, so it has run since the server was started.
struct ReplicatorStatistics {
    std::map<std::string, std::string> values; ///< "Replica.Cluster.…" → as the server writes it

    bool operator==(const ReplicatorStatistics&) const = default;
};

/// Yes: the folder of state databases was searched. No: the server has no such folder.
struct StateFolder {
    std::uint64_t databases = 0;
    std::string newest; ///< time of the latest change of any of them; empty where there is none

    bool operator==(const StateFolder&) const = default;
};

struct StateExample {
    std::string path; ///< on the primary where it is there, else on the standby
    std::string replicaId;
    std::string modifiedOnPrimary; ///< empty where it is not there or has no time
    std::string modifiedOnStandby;

    bool operator==(const StateExample&) const = default;
};

/// Some state databases of one kind: all are counted, the first by path are named.
struct StateGroup {
    std::uint64_t count = 0;
    std::vector<StateExample> examples;

    bool operator==(const StateGroup&) const = default;
};

/// Yes: every state database of the primary has a replica on the standby, and none is behind. No: what is
/// missing or behind is in the value. Databases are matched by replica ID.
struct StateReplicas {
    std::uint64_t primary = 0; ///< state databases there
    std::uint64_t standby = 0;
    std::uint64_t matched = 0;          ///< those of the primary that have a replica on the standby
    std::uint64_t undated = 0;          ///< matched, but a time is missing: not known whether it is behind
    std::uint64_t toleranceSeconds = 0; ///< being that much behind is not stale
    std::uint64_t longestLagSeconds = 0;
    StateGroup missing;   ///< of the primary, without replica on the standby
    StateGroup stale;     ///< matched, but behind
    StateGroup misplaced; ///< missing, and the standby has another database under the same path
    StateGroup surplus;   ///< of the standby, without replica on the primary

    bool operator==(const StateReplicas&) const = default;
};

/// Yes: of the state databases that were opened none has replication disabled.
struct StateFlags {
    std::uint64_t opened = 0;
    std::uint64_t unreadable = 0;
    StateGroup disabled;
    std::uint64_t databases = 0; ///< that are there: more than were tried where it is a sample, since opening
                                 ///< all of them takes long. What a sample misses is not seen

    bool operator==(const StateFlags&) const = default;
};

/// Yes: cluster replication is on for every state database that the cluster directory names.
struct DirectoryEntries {
    std::string readFrom;          ///< the server whose cldbdir.nsf was read
    std::uint64_t primary = 0;     ///< documents about state databases of the primary
    std::uint64_t standby = 0;     ///< and of the standby
    std::uint64_t switchedOff = 0; ///< of both
    std::uint64_t outOfService = 0;
    std::uint64_t markedForDelete = 0;
    std::vector<std::string> examples; ///< "server!!path" of those that are not fully in service

    bool operator==(const DirectoryEntries&) const = default;
};

/// Numbers of Replica.Cluster.* at one time; empty where the server does not give one.
struct QueueReading {
    std::optional<double> servers; ///< mates that are replicated with
    std::optional<double> secondsOnQueue;
    std::optional<double> workQueueDepth;
    std::optional<double> successful; ///< since the start, as failed
    std::optional<double> failed;
    std::optional<double> retryWaiting;
    std::optional<double> retrySkipped;
    std::optional<double> filesLocal;
    std::optional<double> filesRemote;

    bool operator==(const QueueReading&) const = default;
};

/// Yes: there are two readings.
struct Queue {
    double secondsBetween = 0;
    QueueReading first;
    QueueReading second;

    bool operator==(const Queue&) const = default;
};

} // namespace bes::domino
