// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "domino/notes_api.hpp"
#include "domino/probe_protocol.hpp"
#include "server_names.hpp"
#include "state_databases.hpp"

namespace bes::probe {

/// Where the databases are: bes.md §7.1; the tolerance: domino.md §3.8.
struct Settings {
    std::string primary;                      ///< as it was given
    std::string own;                          ///< empty: found out
    std::chrono::milliseconds interval{3000}; ///< between the two readings of the queues
    std::chrono::seconds tolerance{300};      ///< that a replica may be behind
    std::string stateFolder = R"(BES\State)"; ///< of the state databases, from the data folder
    std::string profiles = R"(BES\BlackBerryProfiles.nsf)";
};

/// The first reading of a server's queue, from which the second keeps its distance.
struct TimedStatistics {
    std::chrono::steady_clock::time_point at;
    domino::Reply<domino::ReplicatorStatistics> answer;
};

/// What the questions share: the API, the two servers, and what one has read that another needs.
struct Asking {
    const domino::notes::Functions& api;
    const Settings& settings;
    tl::expected<ServerName, domino::Reason> currentName; ///< of the ID in use
    ServerName iniName;                                   ///< ServerName of notes.ini; empty where absent
    domino::OfBoth<tl::expected<ServerName, domino::Reason>> servers;
    domino::OfBoth<std::optional<TimedStatistics>> statistics;
    domino::OfBoth<std::optional<tl::expected<StateDatabases, domino::Reason>>> stateDatabases;
};

/// Of notes.ini, in LMBCS; "" where it has no such line, or the library can't tell.
[[nodiscard]] std::string iniValue(const domino::notes::Functions& api, const char* key);

[[nodiscard]] Asking beginAsking(const domino::notes::Functions& api, const Settings& settings);

} // namespace bes::probe
