// SPDX-License-Identifier: Apache-2.0
#include "unit/domino/domino_samples.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

constexpr auto id = "domino.one-cluster";

struct Row {
    const char* name;
    Severity severity;
    bool acceptable;
    std::vector<const char*> words; ///< that the person must find
    Change change;
};

const Reason unreachable = reason(ReasonClass::unreachable, "The server does not respond");
const Reason notClustered = reason(ReasonClass::notClustered, "The server names no cluster");

void primaryDown(Replies& replies) {
    replies.reachability.primary = Reply<Reachability>::no(unreachable);
    replies.liveCluster.primary = Reply<LiveCluster>::unknown(unreachable);
}

void checkRow(const Row& row) {
    INFO(row.name);
    const Finding finding = onlyFinding(id, changed(row.change));
    INFO(textOf(finding));
    CHECK(finding.severity == row.severity);
    CHECK(finding.acceptable == row.acceptable);
    for (const char* word : row.words)
        CHECK_THAT(textOf(finding), Contains(word));
}

const auto& no = [](auto name, auto words, auto change) {
    return Row{name, Severity::blocker, false, words, change};
};
const auto& unknown = [](auto name, auto words, auto change) {
    return Row{name, Severity::blocker, true, words, change};
};
const auto& good = [](auto name, auto words, auto change) {
    return Row{name, Severity::passed, false, words, change};
};
const auto& doubtful = [](auto name, auto words, auto change) {
    return Row{name, Severity::warning, false, words, change};
};

using Words = std::vector<const char*>;

} // namespace

TEST_CASE("both servers in one cluster pass, by whatever spelling") {
    for (const Row& row : {
             good("as it should be", Words{"AcmeCluster", "Mail01/Acme names", "domain Acme"},
                  [](Replies&) {}),
             good("in another case", Words{"AcmeCluster"},
                  [](Replies& a) {
                      a.liveCluster.standby.value->cluster = "ACMECLUSTER";
                      a.liveCluster.standby.value->members = {"CN=MAIL11/O=ACME", "CN=MAIL01/O=ACME"};
                  }),
             good("abbreviated", Words{"Mail11/Acme"},
                  [](Replies& a) {
                      a.liveCluster.primary.value->members = {"Mail01/Acme", "mail11/acme"};
                  }),
             good("the directory can't be read", Words{"AcmeCluster"},
                  [](Replies& a) {
                      a.clusterMates = Reply<ClusterMates>::unknown(unreachable);
                      a.serverDocument = {};
                  }),
             good("by HTTP", Words{"weaker", "HTTP"},
                  [](Replies& a) { a.liveCluster.primary.witness = Witness::http; }),
             good("by console output", Words{"weaker", "console output"},
                  [](Replies& a) { a.liveCluster.standby.witness = Witness::pasted; }),
         })
        checkRow(row);
}

TEST_CASE("a plain no can't be accepted") {
    for (const Row& row : {
             no("neither", Words{"Neither Mail01/Acme nor Mail11/Acme", "Add to Cluster"},
                [](Replies& a) {
                    a.liveCluster.primary = a.liveCluster.standby = Reply<LiveCluster>::no(notClustered);
                    a.serverDocument = {};
                }),
             no("one",
                Words{"Mail11/Acme is not in a cluster", "not active yet", "show cluster", "in AcmeCluster"},
                [](Replies& a) { a.liveCluster.standby = Reply<LiveCluster>::no(notClustered); }),
             no("one, and the other is down", Words{"Mail11/Acme is not in a cluster"},
                [](Replies& a) {
                    primaryDown(a);
                    a.liveCluster.standby = Reply<LiveCluster>::no(notClustered);
                }),
             no("different ones",
                Words{"different clusters", "AcmeCluster and OtherCluster", "Remove Mail11/Acme"},
                [](Replies& a) { a.liveCluster.standby.value->cluster = "OtherCluster"; }),
             no("the other is no member", Words{"AcmeCluster of Mail01/Acme lacks Mail11/Acme"},
                [](Replies& a) { a.liveCluster.primary.value->members = {"CN=Mail01/O=Acme"}; }),
             no("itself is no member", Words{"AcmeCluster of Mail11/Acme lacks Mail11/Acme"},
                [](Replies& a) { a.liveCluster.standby.value->members = {"CN=Mail01/O=Acme"}; }),
             no("the other is no member, and down", Words{"lacks Mail01/Acme"},
                [](Replies& a) {
                    primaryDown(a);
                    a.liveCluster.standby.value->members = {"CN=Mail11/O=Acme"};
                }),
             no("the documents name two clusters",
                Words{"Domino Directory", "OldCluster", "Server documents"},
                [](Replies& a) { a.serverDocument.standby.value->cluster = "OldCluster"; }),
             no("the documents name two clusters, and the primary is down", Words{"Domino Directory"},
                [](Replies& a) {
                    primaryDown(a);
                    a.serverDocument.standby.value->cluster = "OldCluster";
                }),
             no("the documents name two domains", Words{"different Domino domains, Acme and AcmeNorth"},
                [](Replies& a) { a.serverDocument.standby.value->domain = "AcmeNorth"; }),
             no("the documents name none, and the primary is down", Words{"neither server in a cluster"},
                [](Replies& a) {
                    primaryDown(a);
                    a.serverDocument.primary.value->cluster = a.serverDocument.standby.value->cluster = "";
                }),
         })
        checkRow(row);
}

TEST_CASE("what a running server does not say is not known, whatever the directory says") {
    for (const Row& row : {
             unknown("primary down",
                     Words{"can't tell", "does not respond", "in AcmeCluster", "1352", "Start"}, primaryDown),
             unknown("primary down, directory by HTTP", Words{"can't tell", "HTTP", "Start"},
                     [](Replies& a) {
                         const auto live = a.liveCluster.primary;
                         primaryDown(a);
                         a.liveCluster.primary = live;
                         a.liveCluster.primary.witness = Witness::http;
                     }),
             unknown("no access", Words{"LocalDomainServers", "server access list"},
                     [](Replies& a) {
                         a.liveCluster.primary =
                             Reply<LiveCluster>::unknown(reason(ReasonClass::noAccess, "You may not"));
                     }),
             unknown("no API", Words{"domino.asked", "--domino.primary-console", "--domino.standby-console"},
                     [](Replies& a) { a = Replies(); }),
             unknown("another answered", Words{"Start Mail11/Acme"},
                     [](Replies& a) {
                         a.liveCluster.standby =
                             Reply<LiveCluster>::unknown(reason(ReasonClass::otherServer));
                     }),
         })
        checkRow(row);
    DominoFacts facts = sampleDomino();
    facts.primary.clear();
    CHECK(onlyFinding(id, facts).acceptable);
}

TEST_CASE("a directory that lags behind a running cluster is a warning") {
    for (const Row& row : {
             doubtful("another name", Words{"Domino Directory has Mail01/Acme in OldCluster"},
                      [](Replies& a) {
                          a.serverDocument.primary.value->cluster = "OldCluster";
                          a.serverDocument.standby.value->cluster = "oldcluster";
                      }),
             doubtful("no cluster", Words{"not in a cluster"},
                      [](Replies& a) {
                          a.serverDocument.primary.value->cluster = "";
                          a.serverDocument.standby.value->cluster = "";
                      }),
             doubtful("no document", Words{"no Server document for Mail01/Acme"},
                      [](Replies& a) {
                          a.serverDocument.primary = Reply<ServerDocument>::no(reason(ReasonClass::absent));
                      }),
             doubtful("no mates", Words{"cluster mate"},
                      [](Replies& a) { a.clusterMates = Reply<ClusterMates>::no(notClustered); }),
             doubtful("other mates", Words{"cluster mate"},
                      [](Replies& a) { a.clusterMates.value->mates = {"CN=Mail02/O=Acme"}; }),
         })
        checkRow(row);
}

TEST_CASE("a flat name of the primary means the only member of that name") {
    DominoFacts facts = sampleDomino();
    facts.primary = "mail01";
    CHECK(onlyFinding(id, facts).severity == Severity::passed);
    for (auto* live : {&facts.replies.liveCluster.primary, &facts.replies.liveCluster.standby})
        live->value->members.emplace_back("CN=Mail01/O=Other");
    const Finding ambiguous = onlyFinding(id, facts);
    CHECK(ambiguous.acceptable);
    CHECK_THAT(ambiguous.remedy, Contains("full names"));
}

TEST_CASE("the standby's name may come from notes.ini or its ID, never from a person's ID") {
    DominoFacts facts = sampleDomino();
    facts.standby.clear();
    CHECK(onlyFinding(id, facts).severity == Severity::passed);
    facts.replies.identity.value->serverName.clear();
    CHECK(onlyFinding(id, facts).severity == Severity::passed);
    facts.replies.identity.verdict = Verdict::no;
    CHECK(onlyFinding(id, facts).acceptable);
}
