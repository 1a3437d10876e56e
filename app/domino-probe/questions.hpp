// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asking.hpp"
#include "domino/probe_protocol.hpp"
#include "lines.hpp"

namespace bes::probe {

// One file in questions/ for each. They change nothing on any server.

[[nodiscard]] domino::Reply<domino::Identity> askIdentity(const Asking& asking);
[[nodiscard]] domino::Reply<domino::Reachability> askReachability(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::Version> askVersion(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::LiveCluster> askLiveCluster(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::ClusterMates> askClusterMates(const Asking& asking);
[[nodiscard]] domino::Reply<domino::ServerDocument> askServerDocument(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::DatabaseOnServer> askClusterDirectory(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::DatabaseOnServer> askProfiles(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::ServerTasks> askServerTasks(const Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::StateFlags> askStateFlags(Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::DirectoryEntries> askDirectoryEntries(const Asking& asking);
/// Keeps the reading for the queue.
[[nodiscard]] domino::Reply<domino::ReplicatorStatistics> askStatistics(Asking& asking, Role server);
/// Waits until the interval since the first reading is over; takes that of both servers where it is missing.
[[nodiscard]] domino::Reply<domino::Queue> askQueue(Asking& asking, Role server);
/// Searches, and keeps what it found for the comparison.
[[nodiscard]] domino::Reply<domino::StateFolder> askStateFolder(Asking& asking, Role server);
[[nodiscard]] domino::Reply<domino::StateReplicas> askStateReplicas(Asking& asking);

/// Asks all questions of the lines, in their order, of an initialised runtime.
void askAll(const domino::notes::Functions& api, const Settings& settings, Lines& lines);

} // namespace bes::probe
