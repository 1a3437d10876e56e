// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/verdict_rows.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

/// As if nobody had been asked, for one reason.
void nothingKnown(Replies& replies, const Reason& why) {
    for (const Question& question : allQuestions())
        visitReply(replies, question, [&]<class T>(Reply<T>& answer) { answer = Reply<T>::unknown(why); });
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
        return [kind](Replies& replies) { nothingKnown(replies, reason(kind, "That is why")); };
    };
    checkRows(
        "domino.asked",
        {
            {"asked", Severity::passed, {"libnotes.so", "account notes", "26 of 26"}, [](Replies&) {}},
            {"all unreachable is an answer",
             Severity::passed,
             {"26 of 26"},
             because(ReasonClass::unreachable)},
            {"some were not wanted",
             Severity::passed,
             {"25 of 25"},
             [](Replies& a) {
                 a.identity.verdict = Verdict::unknown;
                 a.identity.reason = reason(ReasonClass::notAsked);
             }},
            {"some are left out", Severity::passed, {"25 of 26"}, [](Replies& a) { a.identity = {}; }},
            {"by a weaker witness",
             Severity::passed,
             {"25 of 26", "1 from console output or by HTTP"},
             [](Replies& a) { a.serverTasks.primary.witness = Witness::pasted; }},
            {"no installation",
             Severity::warning,
             {"No Domino server was found", "That is why", "--domino.program-folder", "--domino.notes-ini",
              "--domino.primary-console", "--domino.standby-console", "--domino.http-url"},
             because(ReasonClass::noInstallation)},
            {"account",
             Severity::warning,
             {"Domino's account", "Run setup as", "administrator", "--domino.http-url"},
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
    DominoFacts facts = changed([](Replies& replies) { replies.queue = {}; });
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
                  {"server", Severity::passed, {"Mail11/Acme"}, [](Replies&) {}},
                  {"person",
                   Severity::warning,
                   {"Joe Admin/Acme", "Mail11/Acme", "--domino.notes-ini"},
                   [](Replies& a) {
                       a.identity = Reply<Identity>::no({"CN=Joe Admin/O=Acme", "CN=Mail11/O=Acme", true});
                   }},
                  {"person, client",
                   Severity::warning,
                   {"Joe Admin/Acme", "names no server"},
                   [](Replies& a) {
                       a.identity = Reply<Identity>::no({"CN=Joe Admin/O=Acme", "", false});
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't tell", "You may not"},
                   [](Replies& a) { a.identity = Reply<Identity>::unknown(noAccess); }},
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
    nameless.replies.identity = {};
    CHECK(onlyFinding("domino.two-servers", nameless).severity == Severity::warning);
}

TEST_CASE("who refuses access is not unreachable") {
    checkRows("domino.reachable",
              {
                  {"both answer", Severity::passed, {"Both", "5 ms", "build 405"}, [](Replies&) {}},
                  {"down",
                   Severity::warning,
                   {"Mail01/Acme can't be reached", "does not respond", "1352", "Connection document"},
                   [](Replies& a) { a.reachability.primary = Reply<Reachability>::no(unreachable); }},
                  {"the library can't ask, the cluster was told",
                   Severity::passed,
                   {"answered about its cluster"},
                   [](Replies& a) {
                       a.reachability.standby =
                           Reply<Reachability>::unknown(reason(ReasonClass::missingFunction));
                   }},
                  {"the library can't ask, the cluster was read elsewhere",
                   Severity::warning,
                   {"can't tell whether Mail11/Acme answers", "newer release"},
                   [](Replies& a) {
                       a.reachability.standby =
                           Reply<Reachability>::unknown(reason(ReasonClass::missingFunction));
                       a.liveCluster.standby.witness = Witness::http;
                   }},
                  {"not asked",
                   Severity::warning,
                   {"can't tell", "domino.asked"},
                   [](Replies& a) { a = Replies(); }},
              });
    const Finding refused =
        onlyFinding("domino.reachable", changed([](Replies& replies) {
                        replies.reachability.primary = Reply<Reachability>::unknown(noAccess);
                        replies.liveCluster.primary = {};
                        replies.reachability.standby = Reply<Reachability>::no(unreachable);
                    }));
    CHECK(refused.title == "Mail01/Acme refuses access, and Mail11/Acme can't be reached");
    CHECK_THAT(refused.remedy, Contains("server access list") && Contains("LocalDomainServers"));
}

TEST_CASE("releases of Domino that differ are named") {
    checkRows("domino.version",
              {
                  {"same", Severity::passed, {"release 9", "9.0.1"}, [](Replies&) {}},
                  {"other minor one",
                   Severity::passed,
                   {"9.5.1", "9.0.1"},
                   [](Replies& a) { a.version.standby.value->minor = 5; }},
                  {"other major one",
                   Severity::warning,
                   {"9.0.1 and 8.5.3 FP6", "Mail11/Acme is Domino 8.5.3 FP6"},
                   [](Replies& a) {
                       a.version.standby = Reply<Version>::yes({8, 5, 3, 0, 6, 0});
                   }},
                  {"unknown",
                   Severity::information,
                   {"can't compare", "Release 9.0.1", "does not respond"},
                   [](Replies& a) { a.version.primary = Reply<Version>::unknown(unreachable); }},
              });
}
