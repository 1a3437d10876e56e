// SPDX-License-Identifier: Apache-2.0
// What each scenario means in the end: probe, facts, verdicts. With BES_VERDICT_TABLE=FILE in the environment
// the table of it is written there.

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "domino/ask_probe.hpp"
#include "domino/verdicts.hpp"
#include "places_of_tests.hpp"
#include "probe_run.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

struct Expected {
    const char* id;
    Severity severity;
    bool acceptable;
    std::vector<const char*> words; ///< in title, evidence or remedy
};

Expected pass(const char* id, std::vector<const char*> words = {}) {
    return {id, Severity::passed, false, std::move(words)};
}
Expected tell(const char* id, std::vector<const char*> words) {
    return {id, Severity::information, false, std::move(words)};
}
Expected warn(const char* id, std::vector<const char*> words) {
    return {id, Severity::warning, false, std::move(words)};
}
Expected no(const char* id, std::vector<const char*> words) {
    return {id, Severity::blocker, false, std::move(words)};
}
Expected unknown(const char* id, std::vector<const char*> words) {
    return {id, Severity::blocker, true, std::move(words)};
}

constexpr auto asked = "domino.asked";
constexpr auto identity = "domino.identity";
constexpr auto twoServers = "domino.two-servers";
constexpr auto reachable = "domino.reachable";
constexpr auto version = "domino.version";
constexpr auto oneCluster = "domino.one-cluster";
constexpr auto size = "domino.cluster-size";
constexpr auto state = "domino.cluster-state";
constexpr auto directory = "domino.cluster-directory";
constexpr auto replicator = "domino.cluster-replicator";
constexpr auto health = "domino.replication-health";
constexpr auto databases = "domino.state-databases";
constexpr auto paths = "domino.state-paths";
constexpr auto settings = "domino.replication-settings";
constexpr auto profiles = "domino.profiles";

struct Scenario {
    const char* name;
    std::vector<Expected> expected;
    std::string primary = "Mail01/Acme";
    std::string standby = "Mail11/Acme";
    int limit = 60;
    const char* library = "complete";
};

const std::vector<Expected> allGood{
    pass(asked, {"notes/", "26 of 26 questions were answered"}),
    pass(identity, {"Mail11/Acme"}),
    pass(twoServers, {"Mail01/Acme", "Mail11/Acme"}),
    pass(reachable),
    pass(version, {"9.0.1"}),
    pass(oneCluster, {"AcmeCluster", "Mail11/Acme, Mail01/Acme"}),
    pass(size, {"2 servers"}),
    pass(directory, {"C1257A2B:00512C3A"}),
    pass(replicator, {"Mail01/Acme runs 1 Cluster Replicator"}),
    pass(health),
    pass(profiles),
    pass(databases, {"250 of 250"}),
    pass(settings, {"Of 250 state databases of Mail01/Acme a sample of 20 was opened"})};

const std::vector<Scenario> scenarios{
    {"good", allGood},
    {"line-feed", allGood},
    {"rubbish-at-ping", allGood},
    {"names-upper", {pass(twoServers), pass(oneCluster), pass(size), pass(replicator)}},
    {"names-abbreviated", {pass(twoServers), pass(oneCluster), pass(size), pass(replicator)}, "MAIL01/acme"},
    {"non-ascii", {pass(oneCluster, {"Büro-Größe", "Ægir03/Düsseldorf/Acme"}), pass(size, {"4 servers"})}},
    {"non-ascii-servers",
     {pass(oneCluster, {"Nörd", "Mäil11/Größe"}), pass(twoServers), pass(directory)},
     "MÄIL01/größe",
     "Mäil11/Größe"},
    {"not-clustered",
     {no(oneCluster, {"Neither Mail01/Acme nor Mail11/Acme", "Add to Cluster"}),
      no(directory, {"missing on Mail01/Acme and Mail11/Acme"}),
      no(replicator, {"Mail01/Acme and Mail11/Acme"})}},
    {"standby-not-clustered",
     {no(oneCluster, {"Mail11/Acme is not in a cluster"}), no(size, {"has 1 server"}),
      no(directory, {"missing on Mail11/Acme"}), no(replicator, {"does not run on Mail11/Acme"})}},
    {"different-clusters",
     {no(oneCluster, {"different clusters", "AcmeCluster and OtherCluster"}),
      no(directory, {"not replicas of each other"})}},
    {"directory-contradicts", {no(oneCluster, {"Domino Directory", "in OldCluster", "AcmeNorth"})}},
    {"directory-only",
     {no(oneCluster, {"Mail11/Acme is not in a cluster", "not active yet", "in AcmeCluster"}),
      no(size, {"has 1 server"}), no(directory, {"missing on Mail11/Acme"}),
      no(replicator, {"does not run on Mail11/Acme"})}},
    {"primary-down",
     {warn(reachable, {"Mail01/Acme can't be reached", "1352", "Connection document"}),
      unknown(oneCluster, {"can't tell", "The Domino Directory shows", "in AcmeCluster", "Start"}),
      pass(size, {"Mail11/Acme names 2 servers"}), unknown(directory, {"Mail01/Acme"}),
      unknown(replicator, {"Mail01/Acme"}), tell(databases, {"can't tell"}), tell(health, {"can't tell"})}},
    {"primary-no-connection",
     {warn(reachable, {"can't be reached", "0xA36"}), unknown(oneCluster, {"Start"}),
      unknown(directory, {"0xA36"}), unknown(replicator, {"0xA36"})}},
    {"no-access",
     {warn(reachable, {"Mail01/Acme refuses access", "server access list", "LocalDomainServers"}),
      unknown(oneCluster, {"0x92E", "LocalDomainServers"}), unknown(directory, {"0x92E"}),
      unknown(replicator, {"0x92E"})}},
    {"remote-bit-no-access",
     {warn(reachable, {"refuses access", "reported by the other server"}), unknown(oneCluster, {"0x92E"}),
      unknown(directory, {"0x92E"}), unknown(replicator, {"0x92E"})}},
    {"remote-bit",
     {pass(oneCluster), warn(state, {"Mail01/Acme is busy"}),
      no(directory, {"missing on Mail01/Acme", "0x103", "reported by the other server"}),
      pass(replicator, {"weaker"})}},
    {"busy", {pass(oneCluster), warn(state, {"Mail01/Acme is busy", "of 100"})}},
    {"restricted",
     {pass(oneCluster), warn(state, {"Mail01/Acme is restricted", "12 of 100"}),
      unknown(directory, {"0x9FC"})}},
    {"cluster-of-7", {pass(oneCluster), no(size, {"7 servers", "2 to 6"})}},
    {"cldbdir-missing", {no(directory, {"missing on Mail01/Acme", "load cldbdir"})}},
    {"replica-ids-differ", {no(directory, {"C1257A2B:00512C3A", "C1257F00:00112233"})}},
    {"no-database-access",
     {unknown(directory, {"access control list", "LocalDomainServers"}), tell(profiles, {"can't tell"})}},
    {"fails-over", {unknown(directory, {"Mail11/Acme answered for Mail01/Acme", "Start Mail01/Acme"})}},
    {"clrepl-not-running", {no(replicator, {"does not run on Mail01/Acme", "load clrepl", "CLREPL"})}},
    {"clrepl-not-running-standby", {no(replicator, {"does not run on Mail11/Acme", "load clrepl"})}},
    {"no-console", {pass(replicator, {"seems to run on both", "weaker", "remain when the task ends"})}},
    {"no-console-no-statistics",
     {unknown(replicator, {"Mail01/Acme", "view-only administrator", "--domino.primary-console"})}},
    {"console-empty", {pass(replicator, {"weaker", "had no answer"})}},
    {"user-id", {warn(identity, {"Practice Admin/Acme", "Mail11/Acme"}), pass(oneCluster)}},
    {"queue-grows",
     {warn(health, {"Mail01/Acme falls behind, has", "1240 (before 1)", "3 waiting", "rule of thumb"})}},
    {"some-replicas",
     {tell(databases, {"228 of 250", "22 wait", "5 look stale", "longest lag 2 days"}),
      warn(paths, {"2 users' replicas are blocked", "BES\\State\\"}),
      warn(settings, {"4 without cluster replication", "Mail11/Acme!!BES\\State\\"})}},
    {"no-replicas-yet",
     {tell(databases, {"0 of 250", "250 wait", "initializes the users' accounts", "no folder"}),
      tell(profiles, {"no replica on the standby yet"}), pass(settings)}},
    {"wrong-account",
     {warn(asked, {"account", "--domino.primary-console", "--domino.http-url"}), unknown(oneCluster, {}),
      unknown(directory, {}), unknown(replicator, {"domino.asked"}), warn(reachable, {"can't tell"})}},
    {"hangs-at-ping",
     {warn(asked, {"live-cluster of the standby", "4 seconds", "--domino.time-limit"}), pass(reachable),
      unknown(oneCluster, {"4 seconds"}), unknown(directory, {}), unknown(replicator, {})},
     "Mail01/Acme",
     "Mail11/Acme",
     4},
    {"aborts-at-search",
     {warn(asked, {"ended the probe", "state-folder of the primary"}), pass(oneCluster), pass(replicator),
      tell(databases, {"can't tell"})}},
};

DominoFacts factsOf(const PracticeDomino& computer, const Scenario& scenario) {
    ProbeQuestions questions;
    questions.probe = BES_PROBE;
    questions.primary = scenario.primary;
    questions.standby = scenario.standby;
    questions.root = computer.root();
    questions.limit = std::chrono::seconds(scenario.limit);
    return askProbe(questions);
}

std::string textOf(const Finding& finding) {
    return finding.title + "\n" + finding.evidence + "\n" + answers::typedRemedy(finding);
}

void checkExpected(const std::vector<Finding>& found, const Expected& expected) {
    INFO(expected.id);
    REQUIRE(std::ranges::count(found, expected.id, &Finding::id) == 1);
    const Finding& finding = *std::ranges::find(found, expected.id, &Finding::id);
    INFO(textOf(finding));
    CHECK(finding.severity == expected.severity);
    CHECK(finding.acceptable == expected.acceptable);
    for (const char* word : expected.words)
        CHECK_THAT(textOf(finding), Contains(word));
}

/// No blocker but those that are expected: a scenario has its fault and no other.
void checkNoOther(const std::vector<Finding>& found, const Scenario& scenario) {
    for (const Finding& finding : found) {
        if (finding.severity != Severity::blocker)
            continue;
        INFO(textOf(finding));
        CHECK(std::ranges::any_of(scenario.expected,
                                  [&](const Expected& expected) { return finding.id == expected.id; }));
    }
}

std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

/// Of each scenario what it is about, and all else that is not as it should be.
class Table {
public:
    Table() {
        if (const char* const file = std::getenv("BES_VERDICT_TABLE"); file != nullptr)
            output_.open(file);
        output_ << "| scenario | finding | severity | text |\n|---|---|---|---|\n";
    }

    void add(const Scenario& scenario, const std::vector<Finding>& found) {
        for (const Finding& finding : found) {
            const bool expected = std::ranges::any_of(
                scenario.expected, [&](const Expected& each) { return finding.id == each.id; });
            if (expected || finding.severity >= Severity::warning)
                output_ << "| " << scenario.name << " | " << finding.id << " | " << toString(finding.severity)
                        << (finding.acceptable ? ", not known" : "") << " | **" << cell(finding.title)
                        << "** " << cell(finding.evidence) << " |\n";
        }
    }

private:
    std::ofstream output_;
};

} // namespace

TEST_CASE("each scenario has its own verdict") {
    Table table;
    for (const Scenario& scenario : scenarios) {
        INFO(scenario.name);
        const PracticeDomino computer(scenario.name, scenario.library);
        const std::vector<Finding> found = verdicts(factsOf(computer, scenario));
        table.add(scenario, found);
        for (const Expected& expected : scenario.expected)
            checkExpected(found, expected);
        checkNoOther(found, scenario);
        for (const Finding& finding : found) // people get abbreviated names
            CHECK_THAT(textOf(finding), !Contains("CN="));
    }
}

TEST_CASE("nobody to ask leaves every question about the cluster open") {
    const PracticeDomino computer("good");
    ProbeQuestions questions;
    questions.primary = "Mail01/Acme";
    questions.standby = "Mail11/Acme";
    questions.root = computer.root();
    SECTION("the probe is not there") {
        questions.probe = "/nonexistent/bes-domino-probe";
    }
    SECTION("no Domino server is here") {
        questions.probe = BES_PROBE;
        questions.root = computer.root() / "local";
    }
    const std::vector<Finding> found = verdicts(askProbe(questions));
    checkExpected(found, warn(asked, {"--domino.primary-console"}));
    for (const char* id : {oneCluster, directory, replicator})
        checkExpected(found, unknown(id, {}));
}
