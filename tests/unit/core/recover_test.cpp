// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "host/root.hpp"
#include "host/run_lock.hpp"
#include "journal/state_folder.hpp"
#include "recovery.hpp"
#include "standby_status.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"
#include "unit/database/raw_sqlite.hpp"

using namespace bes;

namespace {

Result<RecoveryOutcome> recoverOn(const PracticeSite& site, Recovery how) {
    Progress silent;
    return recover(site.computer(), how, {Secret(), silent, {}});
}

Interruption interruptionOf(const PracticeSite& site) {
    const auto found = interruption(site.computer());
    REQUIRE(found.has_value());
    REQUIRE(found->has_value());
    return **found;
}

/// Something that is away for a while.
class Away {
public:
    explicit Away(std::filesystem::path path) : path_(std::move(path)) {
        std::filesystem::rename(path_, path_.string() + ".away");
    }
    Away(const Away&) = delete;
    Away& operator=(const Away&) = delete;
    ~Away() { std::filesystem::rename(path_.string() + ".away", path_); }

private:
    std::filesystem::path path_;
};

std::string statesOfPair(const PracticeSite& site) {
    return site.query("SELECT COALESCE(group_concat(State), 'none') FROM BESPair WHERE PrimaryId = 1");
}

void checkInstalled(const PracticeSite& site) {
    const auto status = bes::status(site.computer());
    REQUIRE(status.has_value());
    REQUIRE(status->receipt.has_value());
    CHECK(status->damage.empty());
    CHECK_FALSE(status->unfinishedRun.has_value());
    CHECK(statesOfPair(site) == "final");
    const auto again = installOn(site.request());
    REQUIRE(again.has_value());
    CHECK(again->kind == RunOutcome::Kind::nothingToDo);
}

} // namespace

TEST_CASE("Without an interrupted run there is nothing to recover and no trace is left") {
    const PracticeSite site;
    const Tree before = site.tree();
    CHECK_FALSE(interruption(site.computer()).value().has_value());
    CHECK(recoverOn(site, GENERATE(Recovery::rollback, Recovery::resume)) == RecoveryOutcome::nothing);
    CHECK(same(before, site.tree()));
    CHECK_FALSE(std::filesystem::exists(site.state()));
}

TEST_CASE("Where another run has the lock and has not begun, recovery names that run") {
    const PracticeSite site;
    const auto state = site.state();
    std::filesystem::create_directories(state);
    std::filesystem::permissions(state, std::filesystem::perms::owner_all);
    const auto held = host::RunLock::acquire(state / "lock");
    REQUIRE(held.has_value());
    const auto recovered = recoverOn(site, Recovery::rollback);
    REQUIRE_FALSE(recovered.has_value());
    CHECK(recovered.error().id == "run.busy");
}

TEST_CASE("Where another run is just writing the journal, recovery names that run") {
    const PracticeSite site;
    installAndDieAt(publishing, site.request());
    const auto state = site.state();
    const auto held = host::RunLock::acquire(state / "lock");
    REQUIRE(held.has_value());
    RawSqlite journal(state / "setup.db");
    journal.run("BEGIN EXCLUSIVE");
    const auto recovered = recoverOn(site, Recovery::rollback);
    REQUIRE_FALSE(recovered.has_value());
    CHECK(recovered.error().id == "run.busy");
    CHECK(interruption(site.computer()).error().id == "run.busy");
    const auto status = bes::status(site.computer());
    REQUIRE(status.has_value());
    CHECK_FALSE(status->readable);
    CHECK(status->underWay->process == getpid());
    journal.run("ROLLBACK");
    CHECK(bes::status(site.computer())->readable);
    CHECK_FALSE(bes::status(site.computer())->unfinishedRun.has_value()); // it is under way
}

TEST_CASE("What was interrupted is told with command, begin and how far it came") {
    const PracticeSite site;
    installAndDieAt(publishing, site.request());
    const Interruption found = interruptionOf(site);
    CHECK(found.run.command == "install");
    CHECK(found.run.since.starts_with("20"));
    CHECK(found.steps == stepsOfInstall);
    CHECK(found.stepsDone == publishing);
    CHECK(found.notYetUndone.empty());
}

TEST_CASE("An interrupted installation is undone although its media is gone") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfInstall));
    CAPTURE(step);
    const PracticeSite site;
    const Tree before = site.tree();
    installAndDieAt(step, site.request());
    const Away media(site.request().media);
    CHECK(recoverOn(site, Recovery::rollback) == RecoveryOutcome::undone);
    CHECK(same(before, site.tree()));
    CHECK(statesOfPair(site) == "none");
    CHECK(recoverOn(site, Recovery::rollback) == RecoveryOutcome::nothing);
}

TEST_CASE("An interrupted installation is finished where it stopped") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfInstall));
    CAPTURE(step);
    const PracticeSite site;
    installAndDieAt(step, site.request());
    CHECK(recoverOn(site, Recovery::resume) == RecoveryOutcome::finished);
    checkInstalled(site);
}

TEST_CASE("After the packages are unpacked and published, finishing needs no media") {
    const PracticeSite site;
    installAndDieAt(publishing + 1, site.request());
    {
        const Away media(site.request().media);
        CHECK(recoverOn(site, Recovery::resume) == RecoveryOutcome::finished);
    }
    checkInstalled(site);
}

TEST_CASE("What finishing needs and can't have is said, and nothing is changed") {
    const PracticeSite site;
    SECTION("media, before the packages are unpacked") {
        installAndDieAt(staging, site.request());
        const Tree interrupted = site.tree();
        const Away media(site.request().media);
        const auto outcome = recoverOn(site, Recovery::resume);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().id == "recover.needs-media");
        CHECK_THAT(outcome.error().why, Catch::Contains(utf8(site.request().media)));
        CHECK(same(interrupted, site.tree()));
    }
    SECTION("media, in the middle of publishing: what was moved has to be unpacked anew") {
        installAndDieAt(publishing + 1, site.request());
        site.changeJournal("UPDATE step SET state = 1 WHERE id = 'files.publish'");
        const Away media(site.request().media);
        const auto outcome = recoverOn(site, Recovery::resume);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().id == "recover.needs-media");
    }
    SECTION("the database, before the standby is registered") {
        installAndDieAt(registering, site.request());
        const Tree interrupted = site.tree();
        const Away database(site.database());
        const auto outcome = recoverOn(site, Recovery::resume);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().id == "recover.needs-database");
        CHECK_THAT(outcome.error().why, Catch::Contains(site.database().string()));
        CHECK(same(interrupted, site.tree()));
    }
    CHECK(recoverOn(site, Recovery::resume) == RecoveryOutcome::finished);
    checkInstalled(site);
}

TEST_CASE("Where the database can't be reached, the computer is put right and the rest stays owed") {
    const PracticeSite site;
    const Tree before = site.tree();
    installAndDieAt(registering + 1, site.request());
    {
        const Away database(site.database());
        const auto outcome = recoverOn(site, Recovery::rollback);
        REQUIRE_FALSE(outcome.has_value());
        CHECK(outcome.error().code == ExitCode::undoIncomplete);
        CHECK_THAT(outcome.error().why, Catch::Contains(site.database().string()));
        CHECK(same(before, site.tree()));
    }
    const auto status = bes::status(site.computer());
    REQUIRE(status->notYetUndone.size() == 2);
    CHECK_THAT(status->notYetUndone.front(), Catch::Contains("Reserve"));
    CHECK(interruptionOf(site).notYetUndone == status->notYetUndone);
    SECTION("until recover can do it") {
        CHECK(recoverOn(site, Recovery::rollback) == RecoveryOutcome::undone);
        CHECK(statesOfPair(site) == "none");
        CHECK(same(before, site.tree()));
    }
    SECTION("and is no hindrance to finishing after all") {
        CHECK(recoverOn(site, Recovery::resume) == RecoveryOutcome::finished);
        checkInstalled(site);
    }
}

TEST_CASE("A run that can't be finished although its needs are there is undone") {
    const PracticeSite site;
    const Tree before = site.tree();
    installAndDieAt(registering, site.request());
    // a person released the reservation, and another computer took the primary
    site.change(
        "DELETE FROM BESPair WHERE PrimaryId = 1;"
        "INSERT INTO BESPair SELECT Id, MachineName, NULL, 'other', 'other-computer', 'reserved', 'r', '' "
        "FROM ServerConfig WHERE Id = 1");
    const auto outcome = recoverOn(site, Recovery::resume);
    REQUIRE_FALSE(outcome.has_value());
    CHECK_THAT(outcome.error().what, Catch::Contains("pair.reserve"));
    CHECK(same(before, site.tree()));
    CHECK(recoverOn(site, Recovery::rollback) == RecoveryOutcome::nothing);
}

TEST_CASE("An image that is mounted elsewhere is recovered where it is now") {
    const Recovery how = GENERATE(Recovery::rollback, Recovery::resume);
    const PracticeSite site;
    const Tree before = site.tree();
    installAndDieAt(publishing + 1, site.request());
    const std::filesystem::path elsewhere = site.computer().string() + "-elsewhere";
    std::filesystem::rename(site.computer(), elsewhere);
    Progress silent;
    REQUIRE(recover(elsewhere, how, {Secret(), silent, {}}).has_value());
    CHECK_FALSE(std::filesystem::exists(site.computer()));
    if (how == Recovery::rollback)
        CHECK(changes(before, treeOf(elsewhere)).empty());
    else
        CHECK(bes::status(elsewhere)->damage.empty());
    CHECK(statesOfPair(site) == (how == Recovery::rollback ? "none" : "final"));
}

TEST_CASE("A step that was undone although that could not be noted is done again") {
    const PracticeSite site;
    installAndDieAt(registering + 1, site.request());
    SECTION("published files") {
        std::filesystem::remove(site.program("router"));
    }
    SECTION("units") {
        site.system().remove(site.service("policy"));
    }
#ifndef _WIN32 // where it is one of the system's
    SECTION("the account") {
        writeFile(site.computer() / "etc/passwd", "");
        writeFile(site.computer() / "etc/group", "");
    }
#endif
    SECTION("the registration") {
        site.change("UPDATE BESPair SET State = 'reserved', StandbyId = NULL;"
                    "DELETE FROM ServerConfig WHERE ServerName = 'BES-NORTH-standby'");
    }
    const auto outcome = recoverOn(site, Recovery::resume);
    INFO((outcome ? "" : outcome.error().what + ": " + outcome.error().why));
    CHECK(outcome == RecoveryOutcome::finished);
    checkInstalled(site);
}

TEST_CASE("A run that dies again while it is resumed is undone completely") {
    const std::size_t step = GENERATE(std::size_t{0}, registering, stepsOfInstall - 1);
    CAPTURE(step);
    const PracticeSite site;
    const Tree before = site.tree();
    installAndDieAt(stepsOfInstall - 1, site.request());
    dieAt(step, orderToRecover(site.computer(), Recovery::resume));
    CHECK(recoverOn(site, Recovery::rollback) == RecoveryOutcome::undone);
    CHECK(same(before, site.tree()));
    CHECK(statesOfPair(site) == "none");
}

TEST_CASE("An installation that only had to tidy up is kept") {
    const PracticeSite site;
    REQUIRE(installOn(site.request()));
    site.changeJournal("UPDATE run SET state = 'committed'");
    std::filesystem::create_directory(site.installed(".staging"));
    CHECK(recoverOn(site, GENERATE(Recovery::rollback, Recovery::resume)) == RecoveryOutcome::tidied);
    CHECK_FALSE(std::filesystem::exists(site.installed(".staging")));
    checkInstalled(site);
}
