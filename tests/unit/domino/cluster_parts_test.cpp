// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/domino_samples.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

LiveCluster clusterOf(std::size_t members) {
    LiveCluster cluster{"AcmeCluster", {"CN=Mail01/O=Acme", "CN=Mail11/O=Acme"}, Availability::available, 50};
    while (cluster.members.size() < members)
        cluster.members.push_back("CN=Other" + std::to_string(cluster.members.size()) + "/O=Acme");
    cluster.members.resize(members);
    return cluster;
}

} // namespace

TEST_CASE("a cluster has 2 to 6 servers") {
    constexpr auto id = "domino.cluster-size";
    for (const std::size_t members : {1U, 2U, 6U, 7U}) {
        INFO(members);
        const Finding finding = onlyFinding(id, changed([&](Replies& replies) {
                                                replies.liveCluster.primary =
                                                    Reply<LiveCluster>::yes(clusterOf(members));
                                                replies.liveCluster.standby = {};
                                            }));
        const bool allowed = members >= 2 && members <= 6;
        CHECK(finding.severity == (allowed ? Severity::passed : Severity::blocker));
        CHECK_FALSE(finding.acceptable);
        CHECK_THAT(finding.evidence,
                   Contains(members == 1 ? "1 server in" : std::to_string(members) + " servers"));
    }
    CHECK(findingsOf(id, changed([](Replies& replies) { replies.liveCluster = {}; })).empty());
}

TEST_CASE("a server that takes no new work is a warning") {
    constexpr auto id = "domino.cluster-state";
    CHECK(findingsOf(id, sampleDomino()).empty());
    const Finding busy = onlyFinding(id, changed([](Replies& replies) {
                                         replies.liveCluster.primary.value->availability = Availability::busy;
                                     }));
    CHECK(busy.severity == Severity::warning);
    CHECK_THAT(busy.title, Contains("Mail01/Acme is busy"));
    CHECK_THAT(busy.evidence, Contains("84 of 100"));
    const Finding both = onlyFinding(id, changed([](Replies& replies) {
                                         replies.liveCluster.primary.value->availability = Availability::busy;
                                         replies.liveCluster.standby.value->availability =
                                             Availability::restricted;
                                     }));
    CHECK_THAT(both.title, Contains("Mail01/Acme is busy, and Mail11/Acme is restricted"));
    CHECK_THAT(both.remedy, Contains("Server_Restricted"));
}

TEST_CASE("both servers have the same cluster directory") {
    constexpr auto id = "domino.cluster-directory";
    const Finding same = onlyFinding(id, changed([](Replies& replies) {
                                         replies.clusterDirectory.standby.value->replicaId =
                                             "c1257a2b:00512c3a";
                                     }));
    CHECK(same.severity == Severity::passed);
    CHECK_THAT(same.evidence, Contains("C1257A2B:00512C3A"));

    const Finding unproved = onlyFinding(
        id, changed([](Replies& replies) { replies.clusterDirectory.primary.value->serverProved = false; }));
    CHECK_THAT(unproved.evidence, Contains("can't prove which server answered"));

    const Finding differ = onlyFinding(id, changed([](Replies& replies) {
                                           replies.clusterDirectory.standby.value->replicaId =
                                               "C1257F00:00112233";
                                       }));
    CHECK(differ.severity == Severity::blocker);
    CHECK_FALSE(differ.acceptable);
    CHECK_THAT(differ.evidence, Contains("C1257A2B:00512C3A") && Contains("C1257F00:00112233"));
}

TEST_CASE("a cluster directory that is missing blocks, one that can't be read may be accepted") {
    constexpr auto id = "domino.cluster-directory";
    const auto missing = Reply<DatabaseOnServer>::no(reason(ReasonClass::absent, "There is no file"));
    const auto unknown = Reply<DatabaseOnServer>::unknown(reason(ReasonClass::noAccess, "You may not"));
    const Finding one =
        onlyFinding(id, changed([&](Replies& replies) { replies.clusterDirectory.primary = missing; }));
    CHECK(one.severity == Severity::blocker);
    CHECK_FALSE(one.acceptable);
    CHECK_THAT(one.title, Contains("missing on Mail01/Acme"));
    CHECK_THAT(one.remedy, Contains("load cldbdir") && Contains("CLDBDIR"));
    CHECK_THAT(onlyFinding(id, changed([&](Replies& replies) {
                               replies.clusterDirectory = {missing, missing};
                           }))
                   .title,
               Contains("Mail01/Acme and Mail11/Acme"));
    CHECK_FALSE(onlyFinding(id, changed([&](Replies& replies) {
                                replies.clusterDirectory = {missing, unknown};
                            }))
                    .acceptable);
    const Finding unread =
        onlyFinding(id, changed([&](Replies& replies) { replies.clusterDirectory.primary = unknown; }));
    CHECK(unread.acceptable);
    CHECK_THAT(unread.remedy, Contains("LocalDomainServers"));
    CHECK(onlyFinding(id, changed([&](Replies& replies) {
                          replies.clusterDirectory.standby.value->replicaId.clear();
                      }))
              .acceptable);
}

TEST_CASE("the cluster replicator runs on both servers") {
    constexpr auto id = "domino.cluster-replicator";
    const auto noTask = Reply<ServerTasks>::no(ServerTasks{0, 1, false, {}});
    const auto noConsole = Reply<ServerTasks>::unknown(reason(ReasonClass::noAccess, "No console for you"));
    const auto noStatistics =
        Reply<ReplicatorStatistics>::unknown(reason(ReasonClass::absent, "There are no statistics"));
    struct Row {
        const char* name;
        Change change;
        Severity severity;
        bool acceptable;
        std::vector<const char*> words;
    };
    const std::vector<Row> rows{
        {"seen on both", [](Replies&) {}, Severity::passed, false, {"Mail01/Acme runs 1 Cluster Replicator"}},
        {"seen without statistics",
         [&](Replies& a) {
             a.statistics = {noStatistics, noStatistics};
         },
         Severity::passed,
         false,
         {"runs on both"}},
        {"missing on the primary",
         [&](Replies& a) { a.serverTasks.primary = noTask; },
         Severity::blocker,
         false,
         {"does not run on Mail01/Acme", "load clrepl", "add CLREPL to ServerTasks", "from an earlier time"}},
        {"missing on the standby, no statistics either",
         [&](Replies& a) {
             a.serverTasks.standby = noTask;
             a.statistics.standby = noStatistics;
         },
         Severity::blocker,
         false,
         {"does not run on Mail11/Acme"}},
        {"missing on both",
         [&](Replies& a) {
             a.serverTasks = {noTask, noTask};
         },
         Severity::blocker,
         false,
         {"Mail01/Acme and Mail11/Acme"}},
        {"missing here, unknown there",
         [&](Replies& a) {
             a.serverTasks = {noConsole, noTask};
             a.statistics.primary = noStatistics;
         },
         Severity::blocker,
         false,
         {"does not run on Mail11/Acme", "No console for you"}},
        {"only statistics",
         [&](Replies& a) { a.serverTasks.primary = noConsole; },
         Severity::passed,
         false,
         {"seems to run on both", "weaker", "remain when the task ends", "No console for you"}},
        {"neither",
         [&](Replies& a) {
             a.serverTasks.primary = noConsole;
             a.statistics.primary = noStatistics;
         },
         Severity::blocker,
         true,
         {"can't tell", "Mail01/Acme", "No console for you", "There are no statistics",
          "view-only administrator", "--domino.primary-console"}},
        {"console output",
         [](Replies& a) { a.serverTasks.primary.witness = Witness::pasted; },
         Severity::passed,
         false,
         {"weaker", "console output"}},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        const Finding finding = onlyFinding(id, changed(row.change));
        INFO(textOf(finding));
        CHECK(finding.severity == row.severity);
        CHECK(finding.acceptable == row.acceptable);
        for (const char* word : row.words)
            CHECK_THAT(textOf(finding), Contains(word));
    }
}
