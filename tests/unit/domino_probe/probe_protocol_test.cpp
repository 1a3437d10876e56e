// SPDX-License-Identifier: Apache-2.0
#include "domino/probe_protocol.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using namespace bes::domino;

namespace {

Reason unreachable() {
    return {ReasonClass::unreachable, 0x807, true, "NSPingServer", "The server is not responding"};
}

StateGroup group(std::uint64_t count) {
    return {count, {{"BES\\State\\00000001.nsf", "852579C0:0041EB00", "2026-11-22T10:00:00Z", ""}}};
}

/// A report in which no field has the value that a forgotten one would have.
ProbeReport fullReport() {
    ProbeReport report;
    report.identity = Reply<Identity>::yes({"CN=Mail02/O=Acme", "CN=Mail02/O=Acme", true});
    report.reachability = {Reply<Reachability>::yes({405, 3, 4}), Reply<Reachability>::no(unreachable())};
    report.version = {Reply<Version>::yes({8, 5, 3, 1, 6, 2}), Reply<Version>::unknown(unreachable())};
    report.liveCluster = {
        Reply<LiveCluster>::yes(
            {"BESCluster", {"CN=Mail01/O=Acme", "CN=Mail02/O=Acme"}, Availability::busy, 42}),
        Reply<LiveCluster>::no({ReasonClass::notClustered, 0x9FA, false, "NSPingServer", "none"})};
    report.clusterMates = Reply<ClusterMates>::yes({{"CN=Mail01/O=Acme"}});
    report.serverDocument.primary =
        Reply<ServerDocument>::yes({"CN=Mail01/O=Acme", "ACME", "BESCluster", "TCPIP", "Release 8.5.3"});
    report.clusterDirectory.primary = Reply<DatabaseOnServer>::yes(
        {"852579C0:0041EB00", "Cluster Directory", "2026-11-22T10:00:00Z", 0x104, true, true});
    report.statistics.primary = Reply<ReplicatorStatistics>::yes(
        {{{"Replica.Cluster.Servers", "1"}, {"Replica.Cluster.Failed", "0"}}});
    report.serverTasks.primary =
        Reply<ServerTasks>::yes({2, 1, true, {"Cluster Replicator  Idle", "Cluster Directory  Idle"}});
    report.serverTasks.standby = Reply<ServerTasks>::no(ServerTasks{0, 1, false, {"Cluster Directory"}});
    report.profiles.standby =
        Reply<DatabaseOnServer>::no({ReasonClass::absent, 0x103, true, "NSFDbOpen", "no"});
    report.stateFolder.primary = Reply<StateFolder>::yes({100000, "2026-11-22T10:00:00Z"});
    report.stateReplicas =
        Reply<StateReplicas>::no({9, 8, 7, 1, 300, 86400, group(2), group(3), group(4), group(5)});
    report.stateFlags.primary = Reply<StateFlags>::no({20, 1, group(2)});
    report.directoryEntries = Reply<DirectoryEntries>::yes(
        {"CN=Mail02/O=Acme", 10, 11, 1, 2, 3, {"Mail01/Acme!!BES\\State\\1.nsf"}});
    report.queue.primary =
        Reply<Queue>::yes({2.5, {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2.25, {}, {}, {}, {}, {}, {}, {}}});
    return report;
}

ProbeStart start() {
    return {"/opt/hcl/domino/notes/latest/linux",
            "/local/notesdata/notes.ini",
            "/local/notesdata",
            "notes",
            "Mail01/Acme",
            "",
            allQuestions()};
}

ProbeReport startedReport() {
    ProbeReport report;
    REQUIRE(readLine(startLine(start()), report));
    return report;
}

} // namespace

TEST_CASE("what the probe says can be shown, and does not go deeper than an answer does") {
    ProbeReport report = startedReport();
    REQUIRE(
        readLine("{\"question\":\"identity\",\"server\":null,\"answer\":\"unknown\",\"reason\":{\"class\":"
                 "\"unexpected\","
                 "\"code\":1,\"remote\":false,\"source\":\"a\\tb\",\"text\":\"\\u001b[2J\\u009b\\u202eno\"}}",
                 report));
    CHECK(report.identity.reason->text == "?[2J??no");
    CHECK(report.identity.reason->source == "a?b");
    const std::size_t depth = 200'000;
    const auto deep =
        readLine("{\"question\":" + std::string(depth, '[') + std::string(depth, ']') + "}", report);
    REQUIRE_FALSE(deep);
    CHECK_THAT(deep.error().why, Catch::Contains("levels deep"));
}

TEST_CASE("what the probe writes is what the installer reads") {
    const ProbeReport sent = fullReport();
    ProbeReport received = startedReport();
    for (const Question& question : allQuestions()) {
        INFO(describe(question));
        REQUIRE(readLine(answerLine(sent, question), received));
    }
    CHECK(received.start == start());
    CHECK(received.answered == allQuestions());
    CHECK_FALSE(received.complete);
    REQUIRE(readLine(endLine(received), received));
    CHECK(received.complete);

    ProbeReport expected = sent;
    expected.start = start();
    expected.answered = allQuestions();
    expected.complete = true;
    CHECK(received == expected);
}

TEST_CASE("a probe that was cut off leaves the rest unknown and shows where it was") {
    const ProbeReport sent = fullReport();
    ProbeReport received = startedReport();
    CHECK(interruptedAt(received) == Question{Topic::identity, std::nullopt});
    REQUIRE(readLine(answerLine(sent, {Topic::identity, std::nullopt}), received));
    REQUIRE(readLine(answerLine(sent, {Topic::reachability, Role::primary}), received));
    CHECK(interruptedAt(received) == Question{Topic::reachability, Role::standby});
    CHECK(describe(*interruptedAt(received)) == "reachability of the standby");
    CHECK(received.liveCluster.primary.verdict == Verdict::unknown);
    CHECK(received.liveCluster.primary.reason->kind == ReasonClass::notAnswered);
}

TEST_CASE("a line that is no answer is refused and changes nothing") {
    ProbeReport report = startedReport();
    const ProbeReport before = report;
    const std::string garbage = GENERATE(
        "", "PANIC: LookupHandle: handle out of range", "{}", "[]", "null", "\xff\xfe",
        R"({"question":"who"})", R"({"question":"identity","answer":"yes"})",
        R"({"question":"identity","answer":"unknown"})",
        R"({"question":"identity","answer":"perhaps","value":{}})",
        R"({"question":"identity","server":"primary","answer":"no"})",
        R"({"question":"reachability","server":null,"answer":"no"})",
        R"({"question":"reachability","server":"primary","answer":"yes","value":{"build":70000,"to_server_ms":1,"from_server_ms":1}})",
        R"({"question":"reachability","server":"primary","answer":"yes","value":{"build":-1,"to_server_ms":1,"from_server_ms":1}})",
        R"({"question":"cluster-mates","server":null,"answer":"yes","value":{"mates":[1]}})",
        R"({"complete":true,"answers":1})");
    const auto taken = readLine(garbage, report);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().id == "domino.probe-output");
    CHECK(report == before);
}

TEST_CASE("answers of another version of the probe are refused") {
    ProbeReport report;
    CHECK_FALSE(readLine(R"({"format":"bes-standby-setup.domino-probe","format_version":2})", report));
    CHECK_FALSE(readLine(answerLine(report, {Topic::identity, std::nullopt}), report)); // no first line came
}

TEST_CASE("text that is no UTF-8 does not break a line") {
    ProbeReport report;
    report.identity = Reply<Identity>::no({"CN=Z\x81rich\nO=X", "", false});
    const std::string line = answerLine(report, {Topic::identity, std::nullopt});
    CHECK(line.find('\n') == std::string::npos);
    ProbeReport received = startedReport();
    REQUIRE(readLine(line, received));
    CHECK(received.identity.value->name == "CN=Z\xEF\xBF\xBDrich?O=X");
}

TEST_CASE("numbers of statistics are read in every way that servers write them") {
    CHECK(statisticNumber("0") == 0);
    CHECK(statisticNumber("42") == 42);
    CHECK(statisticNumber("1,234") == 1234);
    CHECK(statisticNumber("1.234.567") == 1234567);
    CHECK(statisticNumber("1 234 567") == 1234567);
    CHECK(statisticNumber("1\xC2\xA0"
                          "234") == 1234);
    CHECK(statisticNumber("1'234") == 1234);
    CHECK(statisticNumber("0.25") == 0.25);
    CHECK(statisticNumber("0,125") == 0.125);
    CHECK(statisticNumber("12,5") == 12.5);
    CHECK(statisticNumber("1,234.5") == 1234.5);
    CHECK(statisticNumber("1.234,5") == 1234.5);
    CHECK(statisticNumber("-3") == -3);
    for (const char* text : {"", "-", "inf", "nan", "1e5", "x1", "12 h", "0x10"})
        CHECK_FALSE(statisticNumber(text));
}
