// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "detect/sign_of_standby.hpp"
#include "explain.hpp"
#include "journal/journal.hpp"
#include "maintenance.hpp"
#include "standby_status.hpp"
#include "unit/core/practice_site.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

RunOutcome installed(const Request& request) {
    auto outcome = installOn(request);
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    return std::move(*outcome);
}

} // namespace

TEST_CASE("An installation brings files, units, registration, task and receipt") {
    const PracticeSite site;
    const RunOutcome outcome = installed(site.request());
    REQUIRE(outcome.kind == RunOutcome::Kind::done);

    const auto program = site.program("router");
    CHECK(readFile(program).find("BlackBerry Router") != std::string::npos);
    CHECK((std::filesystem::status(program).permissions() & std::filesystem::perms::owner_exec) !=
          std::filesystem::perms::none);
    CHECK(site.system().has(site.service("policy")));
    CHECK(readFile(site.notesIni()).find("AdminP,BES\r\n") != std::string::npos);
    CHECK(site.query("SELECT State || ' ' || StandbyName || ' ' || StandbyComputer FROM BESPair WHERE "
                     "PrimaryId = 1") == "final BES-NORTH-standby " + site.system().name());
    CHECK(site.query("SELECT COUNT(DISTINCT SRPAuthenticationKey || SRPIdentifier) FROM ServerConfig"
                     " WHERE ServerName LIKE 'BES-NORTH%'") == "1");

    const auto found = bes::status(site.computer());
    REQUIRE(found.has_value());
    REQUIRE(found->receipt.has_value());
    CHECK(found->receipt->run == outcome.run);
    CHECK(found->damage.empty());
    CHECK(std::ranges::all_of(found->services, [](const auto& s) {
        return s.state == PracticeComputer::stateAfterRun(s.service);
    }));
    const auto unknown = Fact<DatabaseContents>::unknown("it was not named");
    for (const InstalledFile& file : found->receipt->files)
        for (const Explanation& explained :
             explain(file.path, {found->receipt->catalog, *found, {}, unknown, site.computer()}))
            CHECK(explained.thing + ": " + explained.state == file.path + ": as installed");
}

TEST_CASE("An account that may see nothing else sees that a standby is there, and that it was removed") {
    const PracticeSite site;
    const host::Root root(site.computer());
    CHECK(detect::signOfStandby(root).empty());
    (void)installed(site.request());
    CHECK_FALSE(detect::signOfStandby(root).empty());
    Progress silent;
    REQUIRE(maintain(site.request(), {Maintenance::Kind::remove}, {{}, silent, {}}));
    CHECK(detect::signOfStandby(root).empty());
}

TEST_CASE("Nothing that was staged or kept for an undo is left behind") {
    const PracticeSite site;
    (void)installed(site.request());
    for (const auto& [path, state] : site.tree()) {
        CHECK(path.find(".staging") == std::string::npos);
        CHECK(path.find(".replaced") == std::string::npos);
    }
}

TEST_CASE("The second run finds nothing to do and changes nothing") {
    const PracticeSite site;
    (void)installed(site.request());
    const Tree before = site.tree();
    CHECK(installed(site.request()).kind == RunOutcome::Kind::nothingToDo);
    CHECK(same(before, site.tree()));
}

TEST_CASE("The journal holds the very plan that was shown before") {
    const PracticeSite site;
    const auto inspection = inspect(site.request(), Passwords());
    REQUIRE(inspection.plan.has_value());
    const RunOutcome outcome = installed(site.request());
    auto journal = journal::Journal::open(host::Root(site.computer()));
    REQUIRE(journal.has_value());
    CHECK(formatPlan(journal->planOf(outcome.run).value()) == formatPlan(*inspection.plan));
}

TEST_CASE("A plan that was made before is executed unchanged, unless its facts have changed") {
    const PracticeSite site;
    const auto plan = inspect(site.request(), Passwords()).plan;
    REQUIRE(plan.has_value());
    Progress silent;
    SECTION("unchanged") {
        const auto outcome = install(*plan, {Passwords(), silent, {}});
        REQUIRE(outcome.has_value());
        CHECK(outcome->plan == *plan);
    }
    SECTION("the primary got other components meanwhile") {
        site.change("INSERT INTO ServerComponent VALUES (1, 'collaboration')");
        const Tree before = site.tree();
        const auto outcome = install(*plan, {Passwords(), silent, {}});
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code == ExitCode::planOutdated);
        CHECK(outcome.error().why.find("primary.components") != std::string::npos);
        CHECK(same(before, site.tree()));
    }
}

TEST_CASE("A refused installation leaves no trace on the computer and in the database") {
    const PracticeSite site;
    Request request = site.request();
    request.primary = "BES-EAST"; // has a standby
    const Tree before = site.tree();
    const std::string database = readFile(site.database());
    const RunOutcome outcome = installed(request);
    CHECK(outcome.kind == RunOutcome::Kind::blocked);
    CHECK(exitCodeOf(outcome.findings) == ExitCode::standbyExists);
    CHECK(same(before, site.tree()));
    CHECK(readFile(site.database()) == database);
    CHECK(!std::filesystem::exists(site.state()));
}
