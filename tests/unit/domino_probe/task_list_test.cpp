// SPDX-License-Identifier: Apache-2.0
#include "domino/task_list.hpp"

#include <catch2/catch.hpp>

using namespace bes::domino;

namespace {

const std::string head = "Lotus Domino (r) Server (Release 8.5.3 for Windows/32) 22.11.2026 10:00:01\r\n\r\n"
                         "Server name:            Mail01/Acme\r\n\r\n"
                         "  Task                 Description\r\n"
                         "  Database Server      Perform console commands\r\n"
                         "  Database Server      Cluster Manager is idle\r\n";

} // namespace

TEST_CASE("the cluster replicator is found in the list of tasks") {
    const auto tasks = parseTaskList(head + "  Cluster Replicator   Idle\r\n  Cluster Replicator   Idle\r\n"
                                            "  Cluster Directory    Idle\r\n  Replicator           Idle\r\n");
    REQUIRE(tasks);
    CHECK(tasks->clusterReplicators == 2);
    CHECK(tasks->clusterDirectories == 1);
    CHECK_FALSE(tasks->bes);
    CHECK(tasks->lines == std::vector<std::string>{"Cluster Replicator   Idle", "Cluster Replicator   Idle",
                                                   "Cluster Directory    Idle"});
}

TEST_CASE("the scheduled replicator and the cluster administrator are not the cluster replicator") {
    const auto tasks = parseTaskList(
        head + "  Replicator           Idle\n  Cluster Administrator is idle\n"
               "  HTTP Server          waits for the Cluster Replicator\n  Cluster Replicators? no\n");
    REQUIRE(tasks);
    CHECK(tasks->clusterReplicators == 0);
    CHECK(tasks->clusterDirectories == 0);
}

TEST_CASE("names of tasks are found in a log of a server in any language") {
    const auto tasks = parseTaskList("22.11.2026 10:00:01   Database Server      Führt Befehle aus\n"
                                     "11/22/2026 10:00:01 AM  Cluster Replicator   Inaktiv\n"
                                     "[0A3C:0002-0B10] 22.11.2026 10:00:01   Cluster Directory\n"
                                     "> BES Mail01           läuft");
    REQUIRE(tasks);
    CHECK(tasks->clusterReplicators == 1);
    CHECK(tasks->clusterDirectories == 1);
    CHECK(tasks->bes);
}

TEST_CASE("what is no list of tasks says nothing about tasks") {
    for (const char* text : {"", "\r\n", "You are not authorised to use the console", "Replicator  Idle"})
        CHECK_FALSE(parseTaskList(text));
}
