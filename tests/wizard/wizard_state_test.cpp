// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "models/obstacles.hpp"
#include "models/plan_summary.hpp"
#include "models/wizard_state.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

WizardState stateWith(const Request& request, Inspection inspection) {
    auto primaries = check::primaryChoices(inspection.facts);
    return {request,
            {},
            std::make_shared<const Seen>(Seen{request, std::move(inspection), std::move(primaries)})};
}

Server server(const std::string& name, const std::string& version = "5.0") {
    Server made;
    made.name = name;
    made.computer = name + "-host";
    made.version = version;
    return made;
}

Request complete() {
    Request request;
    request.media = "/media";
    request.database.location = "/db";
    request.primary = "NORTH";
    return request;
}

} // namespace

TEST_CASE("nobody goes on before setup has looked at what the page is about") {
    WizardState state;
    state.request = complete();
    CHECK(outdated(PageId::media, state));
    CHECK_THAT(obstacle(PageId::media, state), Contains("checking"));
    state = stateWith(complete(), {});
    CHECK_FALSE(outdated(PageId::review, state));
    state.request.primary = "EAST"; // the media page does not depend on it
    CHECK_FALSE(outdated(PageId::media, state));
    CHECK_FALSE(outdated(PageId::database, state));
    CHECK(outdated(PageId::components, state));
}

TEST_CASE("what can't be read is an obstacle on its own page") {
    const WizardState state = stateWith(complete(), {});
    CHECK_THAT(obstacle(PageId::media, state), Contains("media"));
    CHECK_THAT(obstacle(PageId::database, state), Contains("database"));
}

TEST_CASE("a primary with a standby, or of another version, can't be chosen and says why") {
    Inspection seen;
    DatabaseContents database;
    database.servers = {server("EAST"), server("NORTH"), server("OLD", "4.1.7")};
    database.pairs = {{"east", "EAST-2", "host2", PairState::final, "run", "2026"}};
    seen.facts.database = database;
    MediaContents media;
    media.signature.trusted = true;
    media.manifest.catalog.version = "5.0";
    seen.facts.media = media;
    Request request = complete();
    CHECK(obstacle(PageId::database, stateWith(request, seen)).empty());
    request.primary = "EAST";
    CHECK_THAT(obstacle(PageId::database, stateWith(request, seen)), Contains("already has a standby"));
    request.primary = "OLD";
    CHECK_THAT(obstacle(PageId::database, stateWith(request, seen)), Contains("4.1.7"));
    request.primary = "NOBODY";
    CHECK_THAT(obstacle(PageId::database, stateWith(request, seen)), Contains("no primary NOBODY"));
    request.primary.clear();
    CHECK_THAT(obstacle(PageId::database, stateWith(request, seen)), Contains("Select a primary"));
}

TEST_CASE("blockers stop on the checks page, and on the page of their subject") {
    Inspection seen;
    seen.findings = {{"srp.key", Severity::blocker, "The key is not well formed", "", ""},
                     {"srpx.other", Severity::blocker, "Another subject", "", ""}};
    DatabaseContents database;
    database.servers = {server("NORTH")};
    seen.facts.database = database;
    const WizardState state = stateWith(complete(), seen);
    CHECK(obstacle(PageId::database, state) == "The key is not well formed");
    CHECK(findingsAbout("srp", state).size() == 1);
    CHECK(stepThatMends(seen.findings.front(), state) == PageId::database);
    CHECK_FALSE(stepThatMends(seen.findings.back(), state));
    CHECK_THAT(obstacle(PageId::review, state), Contains("2 blockers"));
    CHECK(obstacle(PageId::components, state).empty());
}

TEST_CASE("the Domino servers are not asked again for what they were asked already") {
    Inspection seen;
    seen.facts.domino = domino::DominoFacts{};
    const WizardState state = stateWith(complete(), seen);
    Request other = complete();
    other.omit = {"router"};
    other.domino.acceptUnknown = {"domino.one-cluster"};
    CHECK(stillAsked(state, other) != nullptr);
    other.primary = "EAST";
    CHECK(stillAsked(state, other) == nullptr);
}

TEST_CASE("the summary says what is started and what deliberately is not") {
    Plan plan;
    plan.receipt.standby = "NORTH-standby";
    CHECK_THAT(planSummary(plan).front().lines.front(), Contains("installed as wanted"));
    Component component;
    component.id = "mail-store";
    Service deferred;
    deferred.displayName = "Mail Store";
    deferred.startPolicy = StartPolicy::deferredUntilFailover;
    component.services = {deferred};
    plan.receipt.catalog.components = {component};
    plan.receipt.components = {"mail-store"};
    plan.steps.emplace_back();
    bool told = false;
    for (const SummaryGroup& group : planSummary(plan))
        if (group.heading.starts_with("Never started by setup"))
            told = group.lines == std::vector<std::string>{"Mail Store"};
    CHECK(told);
}

TEST_CASE("the summary counts the programs: neither their folders nor units and configuration") {
    Plan plan;
    plan.steps.emplace_back();
    plan.request.installFolder = "/opt/bes";
    const auto file = [](const char* path, FileType type, std::uint64_t size) {
        return InstalledFile{path, type, Rights::ofMode(0644), size, "", ""};
    };
    plan.receipt.files = {file("/opt/bes", FileType::folder, 0),
                          file("/opt/bes/router", FileType::regular, 3 << 19),
                          file("/opt/bes/link", FileType::symbolicLink, 0),
                          file("/etc/bes/standby.ini", FileType::regular, 5 << 20)};
    CHECK_THAT(planSummary(plan).front().lines.at(1),
               Contains("Programs: 2 files, 1") && Contains("5 MiB, in /opt/bes"));
}

TEST_CASE("the only primary that can get a standby is chosen, and of several none") {
    Seen seen;
    seen.primaries = {{server("EAST"), "EAST-2 on host2", "already has a standby", ""},
                      {server("NORTH"), "", "", ""}};
    CHECK(onlyPrimary(seen) == "NORTH");
    seen.primaries.push_back({server("SOUTH"), "", "", ""});
    CHECK(onlyPrimary(seen).empty());
    CHECK(onlyPrimary({}).empty());
}

TEST_CASE("Domino has a step where something is wrong there, and can be reached where it is in order") {
    const auto about = [](Severity severity) {
        Inspection seen;
        seen.findings = {{"domino.one-cluster", severity, "One cluster", "", ""}};
        return stateWith(complete(), seen);
    };
    CHECK(std::ranges::count(way(about(Severity::blocker)), PageId::domino) == 1);
    CHECK(std::ranges::count(way(about(Severity::passed)), PageId::domino) == 0);
    CHECK(std::ranges::count(steps(about(Severity::passed)), PageId::domino) == 1);
}

TEST_CASE(
    "components can be chosen before the Domino servers have answered, and nothing is reviewed before") {
    Seen seen;
    seen.request = complete();
    seen.withoutDomino = true;
    seen.inspection.facts.domino = domino::DominoFacts{};
    const WizardState state{complete(), {}, std::make_shared<const Seen>(seen)};
    CHECK_FALSE(outdated(PageId::components, state));
    CHECK(outdated(PageId::domino, state));
    CHECK(outdated(PageId::review, state));
    CHECK(stillAsked(state, complete()) == nullptr);
}
