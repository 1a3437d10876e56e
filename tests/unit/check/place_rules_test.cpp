// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "check/check.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;
using Standing = ThingOfOthers::Standing;

namespace {

ThingOfOthers thing(const std::string& path, Standing standing = Standing::inPlace,
                    const std::string& unit = {}) {
    return {path,
            standing,
            {EntryType::file, Rights::ofMode(0644), 1000, 1000, 7, {}, {}, "2026-11-27T10:00:00Z"},
            "alice",
            unit,
            {}};
}

Facts with(std::vector<ThingOfOthers> things) {
    Facts facts = sampleFacts();
    facts.others = std::move(things);
    return facts;
}

Request keeping() {
    Request request = sampleRequest();
    request.existingFiles = ExistingFiles::keep;
    return request;
}

constexpr auto id = "places.others";

} // namespace

TEST_CASE("Each thing of others is named with its owner, size and date, and refused") {
    const Facts facts =
        with({thing("/etc/systemd/system/bes-router.service", Standing::inPlace, "bes-router.service"),
              thing("/etc/bes-standby/standby.ini"), thing("/opt/bes-standby/router/bin/bes-router")});
    const Finding finding = onlyFinding(id, facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::othersFiles);
    CHECK_THAT(finding.evidence,
               Contains("/etc/systemd/system/bes-router.service (file of alice, 7 bytes, 2026-11-27)") &&
                   Contains("/etc/bes-standby/standby.ini (") &&
                   Contains("/opt/bes-standby/router/bin/bes-router ("));
    CHECK_THAT(answers::typedRemedy(finding), Contains("--existing.files keep"));
}

TEST_CASE("What is in the place of a component that is not chosen does not matter") {
    const std::vector<ThingOfOthers> things{
        thing("/opt/bes-standby/router/bin/bes-router"),
        thing("/etc/systemd/system/bes-router.service", Standing::inPlace, "bes-router.service")};
    Request request = sampleRequest();
    request.preset = ComponentPreset::none;
    request.add = {"dispatcher"};
    CHECK(findingsOf(id, with(things), request).front().severity == Severity::passed);
}

TEST_CASE("Kept files of others are a warning that says what becomes of them") {
    const Facts facts =
        with({thing("/etc/bes-standby/standby.ini"),
              thing("/etc/systemd/system/bes-router.service.d", Standing::inForce, "bes-router.service")});
    const Finding finding = onlyFinding(id, facts, keeping());
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("Moved away until the standby is removed: /etc/bes-standby") &&
                                     Contains("Left in place: /etc/systemd/system/bes-router.service.d"));
}

TEST_CASE("What setup can't move, or what hides its own, is refused whatever is answered") {
    const Facts facts =
        with({thing("/run/systemd/transient/bes-router.service", Standing::fixed, "bes-router.service"),
              thing("/etc/bes-standby/standby.ini")});
    const Finding finding = onlyFinding(id, facts, keeping());
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("/run/systemd/transient/") && !Contains("standby.ini"));
}

TEST_CASE("Places that could not be looked at are no free places") {
    Facts facts = sampleFacts();
    facts.others = Fact<std::vector<ThingOfOthers>>::unknown("Input/output error");
    CHECK(onlyFinding(id, facts).severity == Severity::blocker);
    facts.administrator = false; // one blocker is enough
    CHECK(onlyFinding(id, facts).severity == Severity::warning);
}

TEST_CASE("An account of a person's is named before the services run as it") {
    Facts facts = sampleFacts();
    facts.serviceAccountExists = true;
    facts.surroundings.account = AccountState{1000, 1000, true, {}};
    CHECK(onlyFinding("setup.service-account", facts).severity == Severity::warning);
    facts.surroundings.account = AccountState{990, 990, true, {}};
    CHECK(onlyFinding("setup.service-account", facts).severity == Severity::passed);
}

TEST_CASE("A log folder that the services can't write into is named, unless setup left it") {
    Facts facts = sampleFacts();
    facts.logFolder = LogFolder{true, false, false, "alice", EntryType::folder, Rights::ofMode(0755)};
    const Finding finding = onlyFinding("logs.owner", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("/var/log/bes-standby is a folder of alice, mode 0755"));
    facts.logFolder = LogFolder{true, false, true, "998", EntryType::folder, Rights::ofMode(0750)};
    CHECK(onlyFinding("logs.owner", facts).severity == Severity::information);
    facts.logFolder = LogFolder{true, true, false, "bes", EntryType::folder, Rights::ofMode(0750)};
    CHECK(findingsOf("logs.owner", facts).empty());
}

TEST_CASE("A unit of others that starts a deferred service is refused whatever is answered") {
    const Facts facts =
        with({thing("/etc/systemd/system/foo.service", Standing::starts, "bes-policy.service"),
              thing("/etc/systemd/system/bar.service", Standing::starts, "bes-active.target")});
    for (const Request& request : {sampleRequest(), keeping()}) {
        CHECK(onlyFinding(id, facts, request).severity == Severity::passed);
        const Finding finding = onlyFinding("service.deferred", facts, request);
        CHECK(finding.severity == Severity::blocker);
        CHECK(finding.code == ExitCode::othersFiles);
        CHECK_THAT(finding.evidence, Contains("/foo.service (") && Contains("/bar.service ("));
    }
}

TEST_CASE("What starts a deferred service of a component that is not chosen does not matter") {
    Request request = sampleRequest();
    request.preset = ComponentPreset::none;
    request.add = {"router"};
    const Facts facts =
        with({thing("/etc/systemd/system/foo.service", Standing::starts, "bes-policy.service")});
    CHECK(findingsOf("service.deferred", facts, request).empty());
}

TEST_CASE(
    "What starts a deferred service of the installed standby is a warning, unless setup would set it off") {
    Facts facts = sampleFactsInstalled();
    Maintenance wanted;
    wanted.kind = Maintenance::Kind::repair;
    const auto severity = [&](const std::string& path) {
        facts.others = std::vector{thing(path, Standing::starts, "bes-policy.service")};
        const auto findings = check::checkMaintenance(facts, sampleRequest(), wanted);
        const auto found = std::ranges::find(findings, "service.deferred", &Finding::id);
        REQUIRE(found != findings.end());
        return found->severity;
    };
    CHECK(severity("/etc/systemd/system/foo.service") == Severity::warning);
    CHECK(severity("/etc/systemd/system/foo.service.d/x.conf") == Severity::warning);
    CHECK(severity("/etc/systemd/system/bes-router.service.d/x.conf") == Severity::blocker);
    CHECK(severity("/etc/systemd/system/bes-standby.target.wants/bes-policy.service") == Severity::blocker);
}

TEST_CASE("A running unit that a service would end is refused, one that does not run is a warning") {
    const Facts running =
        with({thing("/etc/systemd/system/foo.service", Standing::ended, "bes-router.service")});
    CHECK(onlyFinding("service.conflicts", running, keeping()).severity == Severity::blocker);
    const Facts stopped =
        with({thing("/etc/systemd/system/foo.service", Standing::excludes, "bes-router.service")});
    CHECK(onlyFinding("service.conflicts", stopped).severity == Severity::warning);
}

TEST_CASE("Additions to every service of the computer are told, and nothing is refused for them") {
    const Facts facts = with({thing("/usr/lib/systemd/system/service.d", Standing::everywhere)});
    CHECK(onlyFinding("service.additions", facts).severity == Severity::warning);
    CHECK(onlyFinding(id, facts).severity == Severity::passed);
}
