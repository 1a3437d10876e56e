// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/verdict_rows.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

StateGroup group(std::uint64_t count) {
    StateGroup result{count, {}};
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 20); ++i)
        result.examples.push_back({"BES\\State\\1000000" + std::to_string(i) + ".nsf", "C1:01", "", ""});
    return result;
}

} // namespace

TEST_CASE("replication that falls behind is a warning, what is not known is not") {
    const auto queue = [](auto change) {
        return [change](Replies& replies) { change(*replies.queue.primary.value); };
    };
    checkRows(
        "domino.replication-health",
        {
            {"short",
             Severity::passed,
             {"keeps up", "databases waiting 2 (before 1)", "rule of thumb"},
             [](Replies&) {}},
            {"ten", Severity::passed, {}, queue([](Queue& q) { q.second.workQueueDepth = 10; })},
            {"twelve, as before", Severity::information, {"keeps up", "waiting 12"}, queue([](Queue& q) {
                 q.first.workQueueDepth = q.second.workQueueDepth = 12;
             })},
            {"twelve, and it grows", Severity::warning, {"Mail01/Acme falls behind"}, queue([](Queue& q) {
                 q.second.workQueueDepth = 12;
             })},
            {"fifteen, as before", Severity::information, {}, queue([](Queue& q) {
                 q.first.workQueueDepth = q.second.workQueueDepth = 15;
             })},
            {"sixteen, as before", Severity::warning, {"Mail01/Acme is behind"}, queue([](Queue& q) {
                 q.first.workQueueDepth = q.second.workQueueDepth = 16;
             })},
            {"seconds", Severity::warning, {"seconds waiting 311 (before 1)"}, queue([](Queue& q) {
                 q.second.secondsOnQueue = 311;
             })},
            {"retries", Severity::warning, {"3 waiting for a retry"}, queue([](Queue& q) {
                 q.second.retryWaiting = 3;
             })},
            {"failures", Severity::warning, {"failed 2 times between two readings"}, queue([](Queue& q) {
                 q.second.failed = 4;
             })},
            {"started anew meanwhile", Severity::passed, {}, queue([](Queue& q) { q.second.failed = 0; })},
            {"no numbers", Severity::information, {"don't show the queue"}, queue([](Queue& q) {
                 q.second = QueueReading();
             })},
            {"unknown",
             Severity::information,
             {"can't tell", "does not respond"},
             [](Replies& a) { a.queue.standby = Reply<Queue>::unknown(unreachable); }},
            {"unknown and bad",
             Severity::warning,
             {"Mail01/Acme", "does not respond"},
             [](Replies& a) {
                 a.queue.primary.value->second.retryWaiting = 1;
                 a.queue.standby = Reply<Queue>::unknown(unreachable);
             }},
        });
}

TEST_CASE("state databases without replica are told, never a blocker") {
    const auto no = [](auto change) {
        return [change](Replies& replies) {
            replies.stateReplicas.verdict = Verdict::no;
            change(*replies.stateReplicas.value);
        };
    };
    checkRows("domino.state-databases",
              {
                  {"all", Severity::passed, {"250 of 250 users' state databases"}, [](Replies&) {}},
                  {"some wait",
                   Severity::information,
                   {"230 of 250", "20 wait", "and 17 more", "initializes the users' accounts",
                    "waits for Domino to replicate"},
                   no([](StateReplicas& r) {
                       r.matched = 230;
                       r.missing = group(20);
                   })},
                  {"one waits, one is stale",
                   Severity::information,
                   {"1 waits, 1 looks stale", "longest lag 2 days"},
                   no([](StateReplicas& r) {
                       r.missing = r.stale = group(1);
                       r.longestLagSeconds = 172800;
                   })},
                  {"lag of hours",
                   Severity::information,
                   {"longest lag 47 hours", "5 minutes counts"},
                   no([](StateReplicas& r) {
                       r.stale = group(2);
                       r.longestLagSeconds = 172799;
                   })},
                  {"without times",
                   Severity::information,
                   {"Without time: 4", "250 of 250"},
                   [](Replies& a) { a.stateReplicas.value->undated = 4; }},
                  {"none at all",
                   Severity::information,
                   {"no state databases"},
                   [](Replies& a) { a.stateReplicas.value = StateReplicas(); }},
                  {"no folder yet",
                   Severity::information,
                   {"Mail11/Acme has no folder", "0 of 250"},
                   [](Replies& a) {
                       a.stateFolder.standby = Reply<StateFolder>::no(reason(ReasonClass::absent));
                       a.stateReplicas.verdict = Verdict::no;
                       a.stateReplicas.value->matched = 0;
                       a.stateReplicas.value->missing = group(250);
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't tell", "does not respond", "Mail11/Acme has 250"},
                   [](Replies& a) { a.stateReplicas = Reply<StateReplicas>::unknown(unreachable); }},
              });
}

TEST_CASE("another database in the place of a replica is a warning") {
    constexpr auto id = "domino.state-paths";
    CHECK(findingsOf(id, sampleDomino()).empty());
    const Finding finding = onlyFinding(id, changed([](Replies& replies) {
                                            replies.stateReplicas.verdict = Verdict::no;
                                            replies.stateReplicas.value->misplaced = group(2);
                                        }));
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.title, Contains("2 users' replicas are blocked by a different database"));
    CHECK_THAT(finding.evidence, Contains("BES\\State\\10000000.nsf, BES\\State\\10000001.nsf"));
    CHECK(findingsOf(id, changed([](Replies& a) { a.stateReplicas.verdict = Verdict::unknown; })).empty());
}

TEST_CASE("settings that keep databases from being replicated are a warning") {
    checkRows("domino.replication-settings",
              {
                  {"none, all opened",
                   Severity::passed,
                   {"20 state databases of Mail01/Acme opened"},
                   [](Replies&) {}},
                  {"none in a sample",
                   Severity::passed,
                   {"Of 250 state databases of Mail01/Acme a sample of 20"},
                   [](Replies& a) { a.stateFlags.primary.value->databases = 250; }},
                  {"no folder yet",
                   Severity::passed,
                   {"There is no folder"},
                   [](Replies& a) {
                       a.stateFlags.standby =
                           Reply<StateFlags>::no(reason(ReasonClass::absent, "There is no folder"));
                   }},
                  {"state databases",
                   Severity::warning,
                   {"disabled for 3 state databases on Mail11/Acme: BES\\State\\10000000.nsf",
                    "Enable replication"},
                   [](Replies& a) {
                       a.stateFlags.standby = Reply<StateFlags>::no({20, 0, group(3), 20});
                   }},
                  {"other databases",
                   Severity::warning,
                   {"cldbdir.nsf on Mail01/Acme", "Profiles.nsf on Mail11/Acme"},
                   [](Replies& a) {
                       a.clusterDirectory.primary.value->disabled = true;
                       a.profiles.standby.value->disabled = true;
                   }},
                  {"entries",
                   Severity::warning,
                   {"4 without cluster replication, 1 out of service, 2 marked for deletion",
                    "Mail11/Acme!!BES\\State\\1.nsf", "cldbdir.nsf"},
                   [](Replies& a) {
                       a.directoryEntries = Reply<DirectoryEntries>::no(
                           {"CN=Mail11/O=Acme", 250, 250, 4, 1, 2, {"Mail11/Acme!!BES\\State\\1.nsf"}});
                   }},
                  {"none could be opened",
                   Severity::information,
                   {"can't tell", "20 could not be"},
                   [](Replies& a) {
                       a.stateFlags.primary.value = StateFlags{0, 20, {}, 20};
                   }},
                  {"flags unknown",
                   Severity::information,
                   {"can't tell", "does not respond"},
                   [](Replies& a) { a.stateFlags.primary = Reply<StateFlags>::unknown(unreachable); }},
                  {"entries unknown",
                   Severity::information,
                   {"Cluster directory: You may not"},
                   [](Replies& a) { a.directoryEntries = Reply<DirectoryEntries>::unknown(noAccess); }},
              });
}

TEST_CASE("the database of profiles is told") {
    const auto absent = Reply<DatabaseOnServer>::no(reason(ReasonClass::absent));
    checkRows(
        "domino.profiles",
        {
            {"replica", Severity::passed, {"BlackBerryProfiles.nsf", "C1257A2B:0033A1C0"}, [](Replies&) {}},
            {"none yet",
             Severity::information,
             {"no replica on the standby yet"},
             [&](Replies& a) { a.profiles.standby = absent; }},
            {"none on the primary",
             Severity::information,
             {"The primary has no"},
             [&](Replies& a) { a.profiles.primary = absent; }},
            {"others",
             Severity::information,
             {"not replicas of each other"},
             [](Replies& a) { a.profiles.standby.value->replicaId = "C1257A2B:0033A1C1"; }},
            {"no ID",
             Severity::information,
             {},
             [](Replies& a) {
                 a.profiles.primary.value->replicaId = a.profiles.standby.value->replicaId = "";
             }},
            {"unknown",
             Severity::information,
             {"can't tell", "You may not"},
             [](Replies& a) { a.profiles.primary = Reply<DatabaseOnServer>::unknown(noAccess); }},
        });
}
