// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asking.hpp"
#include "domino/probe_protocol.hpp"
#include "lines.hpp"

namespace bes::probe {

// One file in questions/ for each. They change nothing on any server.

[[nodiscard]] domino::Answer<domino::Identity> askIdentity(const Asking& asking);
[[nodiscard]] domino::Answer<domino::Reachability> askReachability(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::Version> askVersion(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::LiveCluster> askLiveCluster(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::ClusterMates> askClusterMates(const Asking& asking);
[[nodiscard]] domino::Answer<domino::ServerDocument> askServerDocument(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::DatabaseOnServer> askClusterDirectory(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::DatabaseOnServer> askProfiles(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::ServerTasks> askServerTasks(const Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::StateFlags> askStateFlags(Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::DirectoryEntries> askDirectoryEntries(const Asking& asking);
/// Keeps the reading for the queue.
[[nodiscard]] domino::Answer<domino::ReplicatorStatistics> askStatistics(Asking& asking, Role server);
/// Waits until the interval since the first reading is over; takes that of both servers where it is missing.
[[nodiscard]] domino::Answer<domino::Queue> askQueue(Asking& asking, Role server);
/// Searches, and keeps what it found for the comparison.
[[nodiscard]] domino::Answer<domino::StateFolder> askStateFolder(Asking& asking, Role server);
[[nodiscard]] domino::Answer<domino::StateReplicas> askStateReplicas(Asking& asking);

/// Asks all questions of the lines, in their order, of an initialised runtime.
void askAll(const domino::notes::Functions& api, const Settings& settings, Lines& lines);

} // namespace bes::probe
