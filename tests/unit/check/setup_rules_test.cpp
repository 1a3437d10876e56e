// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "check/check.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

TEST_CASE("Nothing forbids the sample installation, and every subject is reported as looked at") {
    const std::vector<Finding> findings = check::check(sampleFacts(), sampleRequest());
    for (const Finding& finding : findings) {
        INFO(finding.id << ": " << finding.title << ": " << finding.evidence);
        CHECK(finding.severity == Severity::passed);
        CHECK(finding.remedy.empty());
        CHECK_FALSE(finding.evidence.empty());
        CHECK_FALSE(finding.title.ends_with('.'));
    }
    CHECK(exitCodeOf(findings) == ExitCode::success);
    CHECK(idsOf(findings) == std::vector<std::string>{"setup.privileges",
                                                      "setup.others-write",
                                                      "service.manager",
                                                      "setup.service-account",
                                                      "setup.unfinished-run",
                                                      "standby.not-installed",
                                                      "database.reachable",
                                                      "database.schema",
                                                      "primary.exists",
                                                      "primary.version",
                                                      "standby.name",
                                                      "primary.no-standby",
                                                      "computer.name",
                                                      "primary.other-computer",
                                                      "computer.not-primary",
                                                      "computer.no-standby",
                                                      "srp.identifier",
                                                      "srp.key",
                                                      "srp.endpoint",
                                                      "media.signature",
                                                      "media.complete",
                                                      "components.dependencies",
                                                      "components.failover-coverage",
                                                      "folders.place",
                                                      "folders.writable",
                                                      "places.others",
                                                      "disk.space",
                                                      "ports.free",
                                                      "domino.notes-ini",
                                                      "domino.server-tasks",
                                                      "domino.asked",
                                                      "domino.identity",
                                                      "domino.two-servers",
                                                      "domino.reachable",
                                                      "domino.version",
                                                      "domino.one-cluster",
                                                      "domino.cluster-size",
                                                      "domino.cluster-directory",
                                                      "domino.cluster-replicator",
                                                      "domino.replication-health",
                                                      "domino.profiles",
                                                      "domino.state-databases",
                                                      "domino.replication-settings"});
}

TEST_CASE("The same facts give the same findings") {
    CHECK(check::check(sampleFacts(), sampleRequest()) == check::check(sampleFacts(), sampleRequest()));
}

TEST_CASE("When nothing could be looked at, each subject says so once and says why") {
    const std::vector<Finding> findings = check::check(Facts{}, sampleRequest());
    std::vector<std::string> blocking;
    for (const Finding& finding : findings) {
        INFO(finding.id);
        CHECK_THAT(finding.evidence, Contains("not looked at"));
        CHECK(finding.severity != Severity::passed);
        if (finding.severity == Severity::blocker) {
            CHECK_FALSE(finding.remedy.empty());
            blocking.push_back(finding.id);
        }
    }
    CHECK(blocking == std::vector<std::string>{"setup.privileges", "setup.others-write", "service.manager",
                                               "setup.service-account", "database.reachable", "computer.name",
                                               "media.readable"});
    auto ids = idsOf(findings);
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

TEST_CASE("Without the rights of an administrator the installation is refused") {
    Facts facts = sampleFacts();
    facts.administrator = false;
    const Finding finding = onlyFinding("setup.privileges", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::privileges);
    CHECK_THAT(finding.remedy, Contains("root"));

    facts.administrator = Fact<bool>::unknown("no answer");
    CHECK(onlyFinding("setup.privileges", facts).severity == Severity::blocker);
    CHECK_THAT(onlyFinding("setup.privileges", facts).evidence, Contains("no answer"));
}

TEST_CASE("A folder that is installed into is named when it may not be changed") {
    Facts facts = sampleFacts();
    facts.administrator = false;
    Request request = sampleRequest();
    request.root = "/srv/image";
    CHECK_THAT(onlyFinding("setup.privileges", facts, request).title, Contains("/srv/image"));
}

TEST_CASE("A running computer without a service manager is refused, an image is not") {
    Facts facts = sampleFacts();
    facts.serviceManager = ServiceManagerState::offline;
    const Finding refused = onlyFinding("service.manager", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.code == ExitCode::blocked);
    CHECK_THAT(answers::typedRemedy(refused), Contains("--target.root"));

    Request request = sampleRequest();
    request.root = "/srv/image";
    const Finding told = onlyFinding("service.manager", facts, request);
    CHECK(told.severity == Severity::information);
    CHECK_THAT(told.title, Contains("not started"));

    facts.serviceManager = Fact<ServiceManagerState>::unknown("no bus");
    CHECK(onlyFinding("service.manager", facts).severity == Severity::blocker);
}

TEST_CASE("An account that exists is used as it is") {
    Facts facts = sampleFacts();
    CHECK_THAT(onlyFinding("setup.service-account", facts).title, Contains("will be created"));
    facts.serviceAccountExists = true;
    facts.surroundings.account = Fact<AccountState>::unknown("not looked at");
    CHECK_THAT(onlyFinding("setup.service-account", facts).evidence, Contains("which is not changed"));
    facts.serviceAccountExists = Fact<bool>::unknown("/etc/passwd: Permission denied");
    CHECK(onlyFinding("setup.service-account", facts).severity == Severity::blocker);
}

TEST_CASE("An interrupted run is told and does not forbid the next one") {
    Facts facts = sampleFacts();
    facts.unfinishedRun = std::optional(UnfinishedRun{"run-7", "install", "2026-11-22T09:00:00Z"});
    const Finding finding = onlyFinding("setup.unfinished-run", facts);
    CHECK(finding.severity == Severity::warning); // a plan shows it
    CHECK(finding.command == "bes-standby-setup recover");
    CHECK_THAT(finding.evidence, Contains("half done") && Contains("run-7") &&
                                     Contains("2026-11-22T09:00:00Z") && Contains("install"));

    facts.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("database disk image is malformed");
    CHECK(onlyFinding("setup.unfinished-run", facts).code == ExitCode::unfinishedRun);
}

TEST_CASE("Places that others can write are named, and nothing is installed into them") {
    Facts facts = sampleFacts();
    facts.writableByOthers =
        std::vector<std::string>{"/opt is writable by everybody (mode 0777) (Run: chmod go-w /opt)"};
    const Finding finding = onlyFinding("setup.others-write", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::blocked);
    CHECK_THAT(finding.evidence, Contains("/opt is writable by everybody"));
    CHECK_FALSE(finding.remedy.empty());
}

TEST_CASE("Who may not read the journal is told that, and not stopped by it") {
    Facts facts = sampleFacts();
    facts.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("only root may read it");
    facts.fromPublicReceipt = true;
    const Finding finding = onlyFinding("setup.unfinished-run", facts);
    CHECK(finding.severity == Severity::information);
}

TEST_CASE("While another run is under way nothing else is judged") {
    Facts during = sampleFacts();
    during.otherRun = "process 812 (bes-standby-setup install), since 2026-11-22T10:00:00Z";
    during.others = Fact<std::vector<ThingOfOthers>>::unknown("half of it is there");
    during.serviceAccountExists = Fact<bool>::unknown("half of it is there");
    for (const auto& findings :
         {check::check(during, sampleRequest()), check::checkMaintenance(during, sampleRequest(), {})}) {
        CHECK(idsOf(findings) == std::vector<std::string>{"setup.other-run"});
        CHECK(exitCodeOf(findings) == ExitCode::busy);
        CHECK_THAT(findings.front().evidence, Contains("process 812"));
    }
}
