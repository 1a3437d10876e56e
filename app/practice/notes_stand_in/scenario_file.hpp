// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "scenario.hpp"

// A scenario is a JSON file (comments allowed) that says what the stand-in pretends. Its path is in the
// environment variable NOTES_STAND_IN_SCENARIO, else it is scenario.json beside notes.ini. Unknown keys are
// refused. Only "own_server" and "servers" must be there; what is left out is as below, unless said
// otherwise.
//
// clang-format off
// {
//   "based_on": "good.json",          take that file (from this one's folder) and merge the rest of this one into
//                                     it as RFC 7386 has it: objects are merged, null takes a key away
//   "own_server": "CN=Mail11/O=Acme",
//   "user": "CN=Mail11/O=Acme",       whose ID file is used; default: own_server
//   "account": "owner",               only the owner of notes.ini may use the API (258 otherwise); or "any"
//   "wide_handles": true,             handles are written eight bytes wide
//   "remote_bit": "alternate",        on which errors of other servers 0x4000 is set: on every second one,
//                                     "always" or "never"
//   "listed_names": "canonical",      how answers spell servers; or "abbreviated", "upper", "lower"
//
//   "state_databases": {              the users' state databases, made up from this: paths and replica IDs are
//     "count": 0, "seed": 1,          the same on all servers, paths as in primaries.sql
//     "folder": "BES\\State",
//     "modified": "2026-11-20T10:00:00Z"      the latest of them; the others up to an hour earlier
//   },
//
//   "servers": {
//     "CN=Mail01/O=Acme": {           the canonical name
//       "state": "up",                or "busy", "restricted" (a status with a list), "down"
//       "status": "0x92E",            every call to this server gives this; default: none, "0x807" where down
//       "cluster": "AcmeCluster",     default "": in none
//       "members": ["CN=…"],          other names for NSPingServer's list; default: all servers of the cluster
//       "availability_index": 100,
//       "opens_databases": true,      default false where restricted (recalled only, domino.md §3.2)
//       "fails_over_to": "CN=…",      who answers instead when a database is opened; default: nobody
//       "build": 405,
//       "version": [9, 0, 1],
//       "zone": 1,                    hours east of GMT, which fill bits of times that do not matter
//       "platform": "windows",        or "linux": paths with slashes
//
//       "console": {                  takes "show …" only: other commands end the process
//         "access": "full",           or "none" (the server refuses), "none-here" (the client refuses)
//         "line_end": "CRLF",         or "LF"
//         "tasks": ["Replicator"],    default: what runs in a cluster, or without one
//         "answers": {                to commands; "show tasks", "show cluster" and "show stat …" have answers
//           "show tasks": "text",     made from the rest
//           "show cluster": false     no handle
//         }
//       },
//       "statistics": {"Replica.Cluster.Servers": "1"},
//       "statistics_end_with_line_feed": true,
//       "no_statistics": "0x404",     where a facility has none; default: an empty table
//
//       "in_directory": true,         has a Server document
//       "document": {                 items of it that differ from what the rest says
//         "ClusterName": "AcmeCluster",
//         "Administrators": ["CN=Practice Admin/O=Acme", "LocalDomainAdmins"]
//       },
//       "mates": ["CN=…"],            other names for NSGetServerClusterMates; default: by the Server documents
//
//       "folders": ["BES\\State"],    that are there without a database in them
//       "databases": {
//         "cldbdir.nsf": {            documents and views of this one and of names.nsf are made from the rest
//           "replica_id": "C1257A2B:00512C3A",
//           "modified": "2026-11-20T10:00:00Z",
//           "title": "", "inherits_from": "", "flags": 0, "options": 0,
//           "readable": true,         the access control list lets us in
//           "cluster_replicate": true,
//           "history": [{"server": "CN=…", "file": "cldbdir.nsf", "time": "…", "direction": "receive"}]
//         }
//       },
//       "state_databases": {          default: has none. Amounts are numbers or "5%", of different databases each
//         "missing": 0,
//         "stale": 0, "stale_seconds": 172800,
//         "other_replica_id": 0,      the same path, but no replica
//         "disabled": 0,              replication is disabled
//         "unclustered": 0,           taken out of cluster replication
//         "later": 0                  seconds that all were modified later here
//       }
//     }
//   },
//
//   "injections": [{                  what happens at a call before anything else; the first that matches counts
//     "function": "NSPingServer",
//     "server": "CN=Mail01/O=Acme",   default: any
//     "call": 2,                      the second that matches; default: every
//     "garbage": "text",              written to standard output; true: rubbish of our choice
//     "hang_seconds": 600,
//     "abort": true,
//     "exit": 3,
//     "status": "0x4807"              instead of an answer
//   }],
//
//   "changes": [{                     from when on "then" is merged into the scenario: all of
//     "after_seconds": 10,            since the first run (runs.hpp)
//     "after_runs": 2,                from the third run of the library on
//     "after_calls": {"NSFSearch": 2},        from the third call of it in this run on
//     "then": {"servers": {…}}
//   }]
// }
// clang-format on
namespace stand_in {

/// The file with all that it is based on; throws std::exception where it can't be read.
[[nodiscard]] nlohmann::json readScenarioFile(const std::filesystem::path& path);

/// "changes" are left alone. Throws std::runtime_error that names the place.
[[nodiscard]] Scenario parseScenario(const nlohmann::json& json);

} // namespace stand_in
