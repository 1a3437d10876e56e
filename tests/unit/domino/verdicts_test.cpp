// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/domino_samples.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

const Reason unreachable = reason(ReasonClass::unreachable, "The server does not respond");
const Reason noAccess = reason(ReasonClass::noAccess, "You may not use this server");

StateGroup group(std::uint64_t count) {
    StateGroup result{count, {}};
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 20); ++i)
        result.examples.push_back({"BES\\State\\1000000" + std::to_string(i) + ".nsf", "C1:01", "", ""});
    return result;
}

struct Row {
    const char* name;
    Severity severity;
    std::vector<const char*> words;
    Change change;
};

void checkRows(const std::string& id, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.name);
        const Finding finding = onlyFinding(id, changed(row.change));
        INFO(textOf(finding));
        CHECK(finding.severity == row.severity);
        for (const char* word : row.words)
            CHECK_THAT(textOf(finding), Contains(word));
    }
}

/// As if nobody had been asked, for one reason.
void nothingKnown(Answers& answers, const Reason& why) {
    for (const Question& question : allQuestions())
        visitAnswer(answers, question, [&]<class T>(Answer<T>& answer) { answer = Answer<T>::unknown(why); });
}

} // namespace

TEST_CASE("findings come in the order in which a person reads them, each id once") {
    std::vector<std::string> ids;
    for (const Finding& finding : verdicts(sampleDomino())) {
        checkForm(finding);
        CHECK(finding.severity == Severity::passed);
        ids.push_back(finding.id);
    }
    CHECK(ids == std::vector<std::string>{
                     "domino.asked", "domino.identity", "domino.two-servers", "domino.reachable",
                     "domino.version", "domino.one-cluster", "domino.cluster-size",
                     "domino.cluster-directory", "domino.cluster-replicator", "domino.replication-health",
                     "domino.profiles", "domino.state-databases", "domino.replication-settings"});
}

TEST_CASE("how the servers were asked is told, and what to do where they were not") {
    const auto because = [](ReasonClass kind) {
        return [kind](Answers& answers) { nothingKnown(answers, reason(kind, "That is why")); };
    };
    checkRows(
        "domino.asked",
        {
            {"asked", Severity::passed, {"libnotes.so", "account notes", "26 of 26"}, [](Answers&) {}},
            {"all unreachable is an answer",
             Severity::passed,
             {"26 of 26"},
             because(ReasonClass::unreachable)},
            {"some were not wanted",
             Severity::passed,
             {"25 of 25"},
             [](Answers& a) {
                 a.identity.verdict = Verdict::unknown;
                 a.identity.reason = reason(ReasonClass::notAsked);
             }},
            {"some are left out", Severity::passed, {"25 of 26"}, [](Answers& a) { a.identity = {}; }},
            {"by a weaker witness",
             Severity::passed,
             {"25 of 26", "1 from console output or by HTTP"},
             [](Answers& a) { a.serverTasks.primary.witness = Witness::pasted; }},
            {"no installation",
             Severity::warning,
             {"No Domino server was found", "That is why", "--domino.program-folder", "--domino.notes-ini",
              "--domino.primary-console", "--domino.standby-console", "--domino.http-url"},
             because(ReasonClass::noInstallation)},
            {"account",
             Severity::warning,
             {"Domino's account", "as root", "--domino.http-url"},
             because(ReasonClass::account)},
            {"library",
             Severity::warning,
             {"Notes C API", "--domino.program-folder"},
             because(ReasonClass::library)},
            {"not asked",
             Severity::warning,
             {"were not queried", "0 of 26"},
             because(ReasonClass::notAnswered)},
        });
    DominoFacts facts = changed([](Answers& answers) { answers.queue = {}; });
    facts.probeEnded = "the Notes runtime ended the probe with signal 6";
    const Finding ended = onlyFinding("domino.asked", facts);
    CHECK(ended.severity == Severity::warning);
    CHECK_THAT(textOf(ended), Contains("did not answer all questions") && Contains("24 of 26") &&
                                  Contains("signal 6") && !Contains("The question was not answered") &&
                                  Contains("--domino.time-limit"));
}

TEST_CASE("a person's ID is told from the server's") {
    checkRows("domino.identity",
              {
                  {"server", Severity::passed, {"Mail11/Acme"}, [](Answers&) {}},
                  {"person",
                   Severity::warning,
                   {"Joe Admin/Acme", "Mail11/Acme", "--domino.notes-ini"},
                   [](Answers& a) {
                       a.identity = Answer<Identity>::no({"CN=Joe Admin/O=Acme", "CN=Mail11/O=Acme", true});
                   }},
                  {"person, client",
                   Severity::warning,
                   {"Joe Admin/Acme", "names no server"},
                   [](Answers& a) {
                       a.identity = Answer<Identity>::no({"CN=Joe Admin/O=Acme", "", false});
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't tell", "You may not"},
                   [](Answers& a) { a.identity = Answer<Identity>::unknown(noAccess); }},
              });
}

TEST_CASE("primary and standby have two Domino servers") {
    struct Names {
        const char* primary;
        const char* standby;
        Severity severity;
    };
    for (const Names& names : std::vector<Names>{
             {"Mail01/Acme", "CN=Mail11/O=Acme", Severity::passed},
             {"Mail01/Acme", "CN=Mail01/O=Other", Severity::passed},
             {"mail11/ACME", "CN=Mail11/O=Acme", Severity::blocker},
             {"Mail11", "CN=Mail11/O=Acme", Severity::warning},
             {"", "CN=Mail11/O=Acme", Severity::warning},
         }) {
        INFO(names.primary << " " << names.standby);
        DominoFacts facts = sampleDomino();
        facts.primary = names.primary;
        facts.standby = names.standby;
        const Finding finding = onlyFinding("domino.two-servers", facts);
        CHECK(finding.severity == names.severity);
        if (names.severity != Severity::passed) // whatever the members, they never make a cluster
            CHECK(onlyFinding("domino.one-cluster", facts).severity == Severity::blocker);
    }
    DominoFacts nameless = sampleDomino();
    nameless.standby.clear();
    nameless.answers.identity = {};
    CHECK(onlyFinding("domino.two-servers", nameless).severity == Severity::warning);
}

TEST_CASE("who refuses access is not unreachable") {
    checkRows("domino.reachable",
              {
                  {"both answer", Severity::passed, {"Both", "5 ms", "build 405"}, [](Answers&) {}},
                  {"down",
                   Severity::warning,
                   {"Mail01/Acme can't be reached", "does not respond", "1352", "Connection document"},
                   [](Answers& a) { a.reachability.primary = Answer<Reachability>::no(unreachable); }},
                  {"the library can't ask, the cluster was told",
                   Severity::passed,
                   {"answered about its cluster"},
                   [](Answers& a) {
                       a.reachability.standby =
                           Answer<Reachability>::unknown(reason(ReasonClass::missingFunction));
                   }},
                  {"the library can't ask, the cluster was read elsewhere",
                   Severity::warning,
                   {"can't tell whether Mail11/Acme answers", "newer release"},
                   [](Answers& a) {
                       a.reachability.standby =
                           Answer<Reachability>::unknown(reason(ReasonClass::missingFunction));
                       a.liveCluster.standby.witness = Witness::http;
                   }},
                  {"not asked",
                   Severity::warning,
                   {"can't tell", "domino.asked"},
                   [](Answers& a) { a = Answers(); }},
              });
    const Finding refused =
        onlyFinding("domino.reachable", changed([](Answers& answers) {
                        answers.reachability.primary = Answer<Reachability>::unknown(noAccess);
                        answers.liveCluster.primary = {};
                        answers.reachability.standby = Answer<Reachability>::no(unreachable);
                    }));
    CHECK(refused.title == "Mail01/Acme refuses access, and Mail11/Acme can't be reached");
    CHECK_THAT(refused.remedy, Contains("server access list") && Contains("LocalDomainServers"));
}

TEST_CASE("releases of Domino that differ are named") {
    checkRows("domino.version",
              {
                  {"same", Severity::passed, {"release 9", "9.0.1"}, [](Answers&) {}},
                  {"other minor one",
                   Severity::passed,
                   {"9.5.1", "9.0.1"},
                   [](Answers& a) { a.version.standby.value->minor = 5; }},
                  {"other major one",
                   Severity::warning,
                   {"9.0.1 and 8.5.3 FP6", "Mail11/Acme is Domino 8.5.3 FP6"},
                   [](Answers& a) {
                       a.version.standby = Answer<Version>::yes({8, 5, 3, 0, 6, 0});
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't compare", "Release 9.0.1", "does not respond"},
                   [](Answers& a) { a.version.primary = Answer<Version>::unknown(unreachable); }},
              });
}

TEST_CASE("replication that falls behind is a warning, what is not known is not") {
    const auto queue = [](auto change) {
        return [change](Answers& answers) { change(*answers.queue.primary.value); };
    };
    checkRows(
        "domino.replication-health",
        {
            {"short",
             Severity::passed,
             {"keeps up", "databases waiting 2 (before 1)", "rule of thumb"},
             [](Answers&) {}},
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
             [](Answers& a) { a.queue.standby = Answer<Queue>::unknown(unreachable); }},
            {"unknown and bad",
             Severity::warning,
             {"Mail01/Acme", "does not respond"},
             [](Answers& a) {
                 a.queue.primary.value->second.retryWaiting = 1;
                 a.queue.standby = Answer<Queue>::unknown(unreachable);
             }},
        });
}

TEST_CASE("state databases without replica are told, never a blocker") {
    const auto no = [](auto change) {
        return [change](Answers& answers) {
            answers.stateReplicas.verdict = Verdict::no;
            change(*answers.stateReplicas.value);
        };
    };
    checkRows("domino.state-databases",
              {
                  {"all", Severity::passed, {"250 of 250 users' state databases"}, [](Answers&) {}},
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
                   [](Answers& a) { a.stateReplicas.value->undated = 4; }},
                  {"none at all",
                   Severity::information,
                   {"no state databases"},
                   [](Answers& a) { a.stateReplicas.value = StateReplicas(); }},
                  {"no folder yet",
                   Severity::information,
                   {"Mail11/Acme has no folder", "0 of 250"},
                   [](Answers& a) {
                       a.stateFolder.standby = Answer<StateFolder>::no(reason(ReasonClass::absent));
                       a.stateReplicas.verdict = Verdict::no;
                       a.stateReplicas.value->matched = 0;
                       a.stateReplicas.value->missing = group(250);
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't tell", "does not respond", "Mail11/Acme has 250"},
                   [](Answers& a) { a.stateReplicas = Answer<StateReplicas>::unknown(unreachable); }},
              });
}

TEST_CASE("another database in the place of a replica is a warning") {
    constexpr auto id = "domino.state-paths";
    CHECK(findingsOf(id, sampleDomino()).empty());
    const Finding finding = onlyFinding(id, changed([](Answers& answers) {
                                            answers.stateReplicas.verdict = Verdict::no;
                                            answers.stateReplicas.value->foreign = group(2);
                                        }));
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.title, Contains("2 users' replicas are blocked by a different database"));
    CHECK_THAT(finding.evidence, Contains("BES\\State\\10000000.nsf, BES\\State\\10000001.nsf"));
    CHECK(findingsOf(id, changed([](Answers& a) { a.stateReplicas.verdict = Verdict::unknown; })).empty());
}

TEST_CASE("settings that keep databases from being replicated are a warning") {
    checkRows("domino.replication-settings",
              {
                  {"none, all opened",
                   Severity::passed,
                   {"20 state databases of Mail01/Acme opened"},
                   [](Answers&) {}},
                  {"none in a sample",
                   Severity::passed,
                   {"Of 250 state databases of Mail01/Acme a sample of 20"},
                   [](Answers& a) { a.stateFlags.primary.value->databases = 250; }},
                  {"no folder yet",
                   Severity::passed,
                   {"There is no folder"},
                   [](Answers& a) {
                       a.stateFlags.standby =
                           Answer<StateFlags>::no(reason(ReasonClass::absent, "There is no folder"));
                   }},
                  {"state databases",
                   Severity::warning,
                   {"disabled for 3 state databases on Mail11/Acme: BES\\State\\10000000.nsf",
                    "Enable replication"},
                   [](Answers& a) {
                       a.stateFlags.standby = Answer<StateFlags>::no({20, 0, group(3), 20});
                   }},
                  {"other databases",
                   Severity::warning,
                   {"cldbdir.nsf on Mail01/Acme", "Profiles.nsf on Mail11/Acme"},
                   [](Answers& a) {
                       a.clusterDirectory.primary.value->disabled = true;
                       a.profiles.standby.value->disabled = true;
                   }},
                  {"entries",
                   Severity::warning,
                   {"4 without cluster replication, 1 out of service, 2 marked for deletion",
                    "Mail11/Acme!!BES\\State\\1.nsf", "cldbdir.nsf"},
                   [](Answers& a) {
                       a.directoryEntries = Answer<DirectoryEntries>::no(
                           {"CN=Mail11/O=Acme", 250, 250, 4, 1, 2, {"Mail11/Acme!!BES\\State\\1.nsf"}});
                   }},
                  {"none could be opened",
                   Severity::information,
                   {"can't tell", "20 could not be"},
                   [](Answers& a) {
                       a.stateFlags.primary.value = StateFlags{0, 20, {}, 20};
                   }},
                  {"flags unknown",
                   Severity::information,
                   {"can't tell", "does not respond"},
                   [](Answers& a) { a.stateFlags.primary = Answer<StateFlags>::unknown(unreachable); }},
                  {"entries unknown",
                   Severity::information,
                   {"Cluster directory: You may not"},
                   [](Answers& a) { a.directoryEntries = Answer<DirectoryEntries>::unknown(noAccess); }},
              });
}

TEST_CASE("the database of profiles is told") {
    const auto absent = Answer<DatabaseOnServer>::no(reason(ReasonClass::absent));
    checkRows(
        "domino.profiles",
        {
            {"replica", Severity::passed, {"BlackBerryProfiles.nsf", "C1257A2B:0033A1C0"}, [](Answers&) {}},
            {"none yet",
             Severity::information,
             {"no replica on the standby yet"},
             [&](Answers& a) { a.profiles.standby = absent; }},
            {"none on the primary",
             Severity::information,
             {"The primary has no"},
             [&](Answers& a) { a.profiles.primary = absent; }},
            {"others",
             Severity::information,
             {"not replicas of each other"},
             [](Answers& a) { a.profiles.standby.value->replicaId = "C1257A2B:0033A1C1"; }},
            {"no ID",
             Severity::information,
             {},
             [](Answers& a) {
                 a.profiles.primary.value->replicaId = a.profiles.standby.value->replicaId = "";
             }},
            {"unknown",
             Severity::information,
             {"can't tell", "You may not"},
             [](Answers& a) { a.profiles.primary = Answer<DatabaseOnServer>::unknown(noAccess); }},
        });
}
