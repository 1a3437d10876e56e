// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "probe_run.hpp"

using namespace bes;
using namespace bes::domino;

namespace {

/// Runs the probe against a scenario to its end; the stand-in had nothing against how it was used.
ProbeReport reportOf(const std::string& scenario, std::vector<std::string> options = {}) {
    const PracticeDomino computer(scenario);
    const ProbeRun run = computer.probe(std::move(options));
    INFO(run.errors);
    CHECK(run.exitCode == 0);
    CHECK(run.refusedLines.empty());
    CHECK(run.report.complete);
    CHECK(computer.complaints().empty());
    return run.report;
}

template<class T>
ReasonClass reasonClass(const Reply<T>& answer) {
    REQUIRE(answer.reason);
    return answer.reason->kind;
}

const std::vector<std::string> bothServers{"CN=Mail11/O=Acme", "CN=Mail01/O=Acme"};

} // namespace

TEST_CASE("a cluster that is in order gives yes to every question") {
    const ProbeReport report = reportOf("good");
    REQUIRE(report.start);
    CHECK(report.start->account == dominoAccount());
    CHECK(report.start->primary == "Mail01/Acme");
    CHECK(report.answered == report.start->questions);
    for (const Question& question : report.answered) {
        INFO(describe(question));
        visitReply(report, question, [](const auto& answer) { CHECK(answer.verdict == Verdict::yes); });
    }
    CHECK(report.identity.value == Identity{"CN=Mail11/O=Acme", "CN=Mail11/O=Acme", true});
    CHECK(report.version.primary.value == Version{9, 0, 1, 0, 0, 0});
    CHECK(report.liveCluster.primary.value ==
          LiveCluster{"AcmeCluster", bothServers, Availability::available, 84});
    CHECK(report.clusterMates.value->mates == std::vector<std::string>{"CN=Mail01/O=Acme"});
    CHECK(report.serverDocument.primary.value->cluster == "AcmeCluster");
    CHECK(report.clusterDirectory.primary.value->replicaId == "C1257A2B:00512C3A");
    CHECK(report.clusterDirectory.primary.value->serverProved);
    CHECK(report.clusterDirectory.standby.value->replicaId == "C1257A2B:00512C3A");
    CHECK(report.statistics.primary.value->values.at("Replica.Cluster.Successful") == "49,415");
    CHECK(report.serverTasks.standby.value->clusterReplicators == 1);
    CHECK(report.stateReplicas.value->matched == 250);
    CHECK(report.directoryEntries.value->primary == 250);
    CHECK(report.queue.primary.value->second.successful == 49415);
}

TEST_CASE("names mean the same server however they are spelt") {
    for (const char* scenario : {"good", "names-upper", "names-abbreviated"})
        for (const char* primary : {"Mail01/Acme", "CN=mail01/O=ACME"}) {
            INFO(scenario << " " << primary);
            const ProbeReport report = reportOf(scenario, {std::string("--primary=") + primary});
            CHECK(report.liveCluster.primary.verdict == Verdict::yes);
            CHECK(report.serverDocument.primary.verdict == Verdict::yes);
            CHECK(report.clusterDirectory.primary.value->serverProved);
            CHECK(report.directoryEntries.value->primary == 250);
        }
}

TEST_CASE("names beyond ASCII come as UTF-8") {
    const ProbeReport report =
        reportOf("non-ascii-servers", {"--primary=MÄIL01/größe", "--own=Mäil11/Größe"});
    CHECK(report.liveCluster.primary.value->cluster == "Nörd");
    CHECK_THAT(report.liveCluster.primary.value->members,
               Catch::UnorderedEquals(std::vector<std::string>{"CN=Mäil11/O=Größe", "CN=Mäil01/O=Größe"}));
    CHECK(report.clusterDirectory.primary.value->serverProved);
    CHECK(report.directoryEntries.value->primary == 20);
}

TEST_CASE("a server that is in no cluster says so") {
    const ProbeReport neither = reportOf("not-clustered");
    CHECK(neither.liveCluster.primary.verdict == Verdict::no);
    CHECK(neither.liveCluster.standby.verdict == Verdict::no);
    CHECK(neither.clusterMates.verdict == Verdict::no);
    CHECK(neither.clusterDirectory.primary.verdict == Verdict::no);
    CHECK(reasonClass(neither.clusterMates) == ReasonClass::notClustered);
    const ProbeReport one = reportOf("standby-not-clustered");
    CHECK(one.liveCluster.primary.verdict == Verdict::yes);
    CHECK(one.liveCluster.standby.verdict == Verdict::no);
}

TEST_CASE("each server names its own cluster and all its members") {
    const ProbeReport different = reportOf("different-clusters");
    CHECK(different.liveCluster.primary.value->cluster != different.liveCluster.standby.value->cluster);
    CHECK(reportOf("cluster-of-7").liveCluster.primary.value->members.size() == 7);
}

TEST_CASE("a busy or restricted server still tells its cluster") {
    const ProbeReport busy = reportOf("busy");
    CHECK(busy.liveCluster.primary.value->availability == Availability::busy);
    CHECK(busy.liveCluster.primary.value->members == bothServers);
    const ProbeReport restricted = reportOf("restricted");
    CHECK(restricted.liveCluster.primary.value->availability == Availability::restricted);
    CHECK(restricted.liveCluster.primary.value->members == bothServers);
}

TEST_CASE("of a server that is down nothing is known but what the directory says") {
    const ProbeReport report = reportOf("primary-down");
    CHECK(report.reachability.primary.verdict == Verdict::no);
    CHECK(reasonClass(report.reachability.primary) == ReasonClass::unreachable);
    CHECK(report.liveCluster.primary.verdict == Verdict::unknown);
    CHECK(reasonClass(report.liveCluster.primary) == ReasonClass::unreachable);
    CHECK(report.stateReplicas.verdict == Verdict::unknown);
    CHECK(report.stateFolder.standby.verdict == Verdict::yes);
    CHECK(report.clusterMates.value->mates == std::vector<std::string>{"CN=Mail01/O=Acme"});
    CHECK(report.serverDocument.primary.value->cluster == "AcmeCluster");
}

TEST_CASE("a server that refuses this ID is not called unreachable") {
    for (const char* scenario : {"no-access", "remote-bit-no-access"}) {
        const ProbeReport report = reportOf(scenario);
        CHECK(report.reachability.primary.verdict == Verdict::unknown);
        CHECK(reasonClass(report.liveCluster.primary) == ReasonClass::noAccess);
        CHECK(report.liveCluster.primary.reason->code == 0x92E);
    }
    CHECK(reportOf("remote-bit-no-access").liveCluster.primary.reason->remote);
    const ProbeReport database = reportOf("no-database-access");
    CHECK(database.clusterDirectory.primary.verdict == Verdict::unknown);
    CHECK(reasonClass(database.clusterDirectory.primary) == ReasonClass::noAccess);
}

TEST_CASE("codes are compared without the flags of a status") {
    const ProbeReport report = reportOf("remote-bit");
    CHECK(report.clusterDirectory.primary.verdict == Verdict::no);
    CHECK(reasonClass(report.clusterDirectory.primary) == ReasonClass::absent);
    CHECK(report.clusterDirectory.primary.reason->code == 0x103);
    CHECK(report.clusterDirectory.primary.reason->remote);
}

TEST_CASE("cluster directories are compared by their replica IDs") {
    CHECK(reportOf("cldbdir-missing").clusterDirectory.primary.verdict == Verdict::no);
    const ProbeReport differ = reportOf("replica-ids-differ");
    CHECK(differ.clusterDirectory.primary.value->replicaId !=
          differ.clusterDirectory.standby.value->replicaId);
}

TEST_CASE("a mate that answers for the server is found out") {
    const ProbeReport report = reportOf("fails-over");
    CHECK(report.clusterDirectory.primary.verdict == Verdict::unknown);
    CHECK(reasonClass(report.clusterDirectory.primary) == ReasonClass::otherServer);
    CHECK(reasonClass(report.stateReplicas) == ReasonClass::otherServer);
}

TEST_CASE("a cluster replicator that does not run is seen in the list of tasks") {
    const ProbeReport primary = reportOf("clrepl-not-running");
    CHECK(primary.serverTasks.primary.verdict == Verdict::no);
    CHECK(primary.serverTasks.primary.value->clusterDirectories == 1);
    CHECK(primary.serverTasks.standby.verdict == Verdict::yes);
    CHECK(primary.statistics.primary.verdict == Verdict::unknown);
    CHECK(reportOf("clrepl-not-running-standby").serverTasks.standby.verdict == Verdict::no);
    CHECK(reportOf("line-feed").serverTasks.primary.verdict == Verdict::yes);
}

TEST_CASE("without the right to the console the statistics still tell") {
    const ProbeReport report = reportOf("no-console");
    CHECK(report.serverTasks.primary.verdict == Verdict::unknown);
    CHECK(reasonClass(report.serverTasks.primary) == ReasonClass::noAccess);
    CHECK(report.statistics.primary.verdict == Verdict::yes);
    const ProbeReport neither = reportOf("no-console-no-statistics");
    CHECK(neither.serverTasks.primary.verdict == Verdict::unknown);
    CHECK(neither.statistics.primary.verdict == Verdict::unknown);
    CHECK(reportOf("console-empty").serverTasks.primary.verdict == Verdict::unknown);
}

TEST_CASE("state databases without replica, behind or in the way of one are counted") {
    const ProbeReport none = reportOf("no-replicas-yet");
    CHECK(none.stateFolder.standby.verdict == Verdict::no);
    CHECK(none.stateReplicas.verdict == Verdict::no);
    CHECK(none.stateReplicas.value->missing.count == 250);
    const ProbeReport some = reportOf("some-replicas");
    REQUIRE(some.stateReplicas.value);
    const StateReplicas& found = *some.stateReplicas.value;
    CHECK(found.primary == 250);
    CHECK(found.matched == found.primary - found.missing.count);
    CHECK(found.missing.count > 0);
    CHECK(found.stale.count > 0);
    CHECK(found.misplaced.count > 0);
    CHECK(found.surplus.count == found.misplaced.count);
    CHECK(found.longestLagSeconds == 172800);
    CHECK(some.directoryEntries.verdict == Verdict::no);
    CHECK(some.directoryEntries.value->switchedOff > 0);
}

TEST_CASE(
    "disabled replication is found in every database that is opened, and a sample says that it is one") {
    const ProbeReport all = reportOf(R"({"based_on": "good.json", "state_databases": {"count": 20},
        "servers": {"CN=Mail11/O=Acme": {"state_databases": {"disabled": 3}}}})");
    CHECK(all.stateFlags.primary.verdict == Verdict::yes);
    CHECK(all.stateFlags.primary.value->opened == 20);
    CHECK(all.stateFlags.standby.verdict == Verdict::no);
    CHECK(all.stateFlags.standby.value->opened == 20);
    CHECK(all.stateFlags.standby.value->databases == 20);
    CHECK(all.stateFlags.standby.value->disabled.count == 3);
    CHECK(all.stateFlags.standby.value->disabled.examples.size() == 3);
    const ProbeReport sample = reportOf("some-replicas");
    CHECK(sample.stateFlags.primary.value->opened == 20);
    CHECK(sample.stateFlags.primary.value->databases == 250);
    CHECK(sample.stateFlags.standby.value->databases == 230);
    const ProbeReport none = reportOf("no-replicas-yet");
    CHECK(none.stateFlags.primary.verdict == Verdict::yes);
    CHECK(none.stateFlags.standby.verdict == Verdict::no);
    CHECK(reasonClass(none.stateFlags.standby) == ReasonClass::absent);
}

TEST_CASE("how far a replica may be behind can be said") {
    const ProbeReport report =
        reportOf("some-replicas", {"--tolerance=172800", "--questions=state-replicas"});
    CHECK(report.stateReplicas.value->stale.count == 0);
    CHECK(report.stateReplicas.value->missing.count > 0);
}

TEST_CASE("a queue that grows shows in two readings") {
    const ProbeReport report = reportOf("queue-grows", {"--questions=queue,identity", "--interval=1.5"});
    REQUIRE(report.queue.primary.value);
    const Queue& queue = *report.queue.primary.value;
    CHECK(queue.secondsBetween >= 1.5);
    CHECK(queue.second.workQueueDepth > queue.first.workQueueDepth);
}

TEST_CASE("the ID of a person is told from that of the server") {
    const ProbeReport report = reportOf("user-id");
    CHECK(report.identity.verdict == Verdict::no);
    CHECK(report.identity.value->name == "CN=Practice Admin/O=Acme");
    CHECK(report.liveCluster.standby.verdict == Verdict::yes); // the server is asked by its own name
}
