// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "maintenance.hpp"
#include "recovery.hpp"
#include "standby_status.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

Maintenance modification() {
    Maintenance wanted{.kind = Maintenance::Kind::modify};
    wanted.add = {"policy", "messaging-agent"};
    wanted.omit = {"collaboration"};
    return wanted;
}

const Maintenance repair{.kind = Maintenance::Kind::repair};
const Maintenance removal{.kind = Maintenance::Kind::remove};

/// A standby without some components, one of them with a task of Domino's.
struct Installed {
    PracticeSite site;

    Installed() {
        Request request = site.request();
        request.omit = {"policy", "messaging-agent"};
        const auto outcome = installOn(request);
        REQUIRE((outcome && outcome->kind == RunOutcome::Kind::done));
    }
    [[nodiscard]] Request request() const {
        Request request;
        request.root = site.computer();
        return requestOfInstalled(request).value();
    }
    [[nodiscard]] Result<RunOutcome> run(const Maintenance& wanted, Progress& progress,
                                         std::stop_token stop = {}) const {
        return maintain(request(), wanted, {{}, progress, std::move(stop)});
    }
    [[nodiscard]] Result<RunOutcome> run(const Maintenance& wanted) const {
        Progress silent;
        return run(wanted, silent);
    }
    [[nodiscard]] Plan planned(const Maintenance& wanted) const {
        auto plan = inspectInstalled(request(), wanted, Secret()).plan;
        REQUIRE(plan.has_value());
        return std::move(*plan);
    }
    void dieIn(const Maintenance& wanted, std::size_t step) const {
        dieAt(step, orderToMaintain(request(), wanted));
    }
    [[nodiscard]] Result<RecoveryOutcome> recoverWith(Recovery how) const {
        Progress silent;
        return recover(site.computer(), how, {Secret(), silent, {}});
    }
};

bool nothingIsLeft(const Result<RunOutcome>& outcome) {
    if (!outcome) {
        UNSCOPED_INFO(outcome.error().what << ": " << outcome.error().why);
        return false;
    }
    for (const BasisEntry& difference : outcome->plan.basis)
        UNSCOPED_INFO(difference.id << " " << difference.value);
    for (const Step& step : outcome->plan.steps)
        UNSCOPED_INFO(step.title);
    return PracticeComputer::hadNothingToDo(*outcome);
}

unsigned modeOf(const std::filesystem::path& path) {
    return host::status(path).value().value().mode;
}

std::size_t stepOf(const Installed& installed, const Maintenance& wanted, std::string_view id) {
    const Plan plan = installed.planned(wanted);
    const auto found = std::ranges::find(plan.steps, id, &Step::id);
    REQUIRE(found != plan.steps.end());
    return static_cast<std::size_t>(found - plan.steps.begin());
}

} // namespace

TEST_CASE("A modification that dies at any step is finished by recover") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfModification));
    CAPTURE(step);
    const Installed installed;
    CHECK(installed.planned(modification()).steps.size() == stepsOfModification);
    installed.dieIn(modification(), step);
    CHECK(installed.recoverWith(Recovery::resume) == RecoveryOutcome::finished);
    CHECK(nothingIsLeft(installed.run(modification())));
    CHECK(nothingIsLeft(installed.run(repair)));
    CHECK(readFile(installed.site.notesIni()).find(",BES") != std::string::npos);
}

TEST_CASE("Rights that were given back although that could not be noted are set once more") {
    const Installed installed;
    const auto program = installed.site.program("router");
    const unsigned asInstalled = modeOf(program);
    REQUIRE(host::setMode(program, 0600));
    installed.dieIn(repair, stepOf(installed, repair, "files.rights") + 1);
    REQUIRE(modeOf(program) == asInstalled);
    REQUIRE(host::setMode(program, 0600));
    CHECK(installed.recoverWith(Recovery::resume) == RecoveryOutcome::finished);
    CHECK(modeOf(program) == asInstalled);
}

TEST_CASE("Without the database that its last steps need, a removal is not finished but can be undone") {
    const Installed installed;
    const Tree before = installed.site.tree();
    const auto away = installed.site.database().string() + ".away";
    installed.dieIn(removal, 1);
    const Tree interrupted = installed.site.tree();
    std::filesystem::rename(installed.site.database(), away);
    const auto outcome = installed.recoverWith(Recovery::resume);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().id == "recover.needs-database");
    CHECK(same(interrupted, installed.site.tree()));
    CHECK(installed.recoverWith(Recovery::rollback) == RecoveryOutcome::undone);
    CHECK(same(before, installed.site.tree()));
}

TEST_CASE("A removal whose last steps are left is told by status, and recover finishes it") {
    const Installed installed;
    const auto away = installed.site.database().string() + ".away";
    const std::size_t last = stepOf(installed, removal, "standby.unregister");
    AtEachStep progress([&](std::size_t index) {
        if (index == last)
            std::filesystem::rename(installed.site.database(), away);
    });
    REQUIRE_FALSE(installed.run(removal, progress).has_value());

    const auto status = bes::status(installed.site.computer());
    REQUIRE(status.has_value());
    CHECK_FALSE(status->receipt.has_value());
    REQUIRE(status->unfinishedRun.has_value());
    CHECK(status->unfinishedRun->command == "remove");
    REQUIRE_FALSE(status->notYetDone.empty());
    CHECK_THAT(status->notYetDone.front(), Catch::Contains("BES-NORTH can then get another standby"));

    std::filesystem::rename(away, installed.site.database());
    CHECK(installed.recoverWith(Recovery::rollback) == RecoveryOutcome::finished);
    CHECK_FALSE(bes::status(installed.site.computer())->unfinishedRun.has_value());
    CHECK(installed.site.query("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "0");
}

TEST_CASE("After a removal that was interrupted the database that is left to be settled with is known") {
    const PracticeSite site;
    Request request = site.request();
    request.database.password.text = "file:/root/password";
    REQUIRE(installOn(request).has_value());
    Request asked;
    asked.root = site.computer();
    const Request installed = requestOfInstalled(asked).value();
    dieAt(stepsOfRemovalBeforeCommit + 2, orderToMaintain(installed, removal));
    REQUIRE_FALSE(bes::status(site.computer())->receipt.has_value());

    CHECK(requestOfInstalled(asked)->database == request.database);
    asked.database.password.text = "env:PASSWORD";
    CHECK(requestOfInstalled(asked)->database.location == request.database.location);
    CHECK(requestOfInstalled(asked)->database.password.text == "env:PASSWORD");

    Progress silent;
    CHECK(maintain(requestOfInstalled(asked).value(), removal, {{}, silent, {}})->kind ==
          RunOutcome::Kind::nothingToDo);
    CHECK(site.query("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "0");
    CHECK(requestOfInstalled(asked)->database.location.empty());
}

TEST_CASE("A removal that is cancelled leaves the standby disabled where an administrator had disabled it") {
    const Installed installed;
    installed.site.system().disable(installed.site.service("router"));
    const Tree before = installed.site.tree();
    std::stop_source stop;
    AtEachStep progress([&, commit = stepOf(installed, removal, "receipt.forget")](std::size_t index) {
        if (index + 1 == commit)
            stop.request_stop();
    });
    REQUIRE_FALSE(installed.run(removal, progress, stop.get_token()).has_value());
    CHECK(same(before, installed.site.tree()));
}
