// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "maintenance.hpp"
#include "standby_status.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

/// A site with a standby, and what it was like before.
struct Installed {
    PracticeSite site;
    Tree before = site.tree();
    std::string databaseBefore = site.query(".dump");

    Installed() {
        const auto outcome = installOn(site.request());
        REQUIRE((outcome && outcome->kind == RunOutcome::Kind::done));
    }

    [[nodiscard]] Request request() const { return requestOfInstalled(onlyRoot()).value(); }
    [[nodiscard]] Request onlyRoot() const {
        Request request;
        request.root = site.computer();
        return request;
    }
};

Result<RunOutcome> removeFrom(const Installed& installed, Progress& progress, std::stop_token stop = {},
                              const Maintenance& wanted = {}) {
    return maintain(installed.request(), wanted, {{}, progress, std::move(stop)});
}

Result<RunOutcome> removeFrom(const Installed& installed) {
    Progress silent;
    return removeFrom(installed, silent);
}

enum class TaskFile { untouched, rewritten };

/// A notes.ini that was rewritten has the bytes that it had, and another time.
void checkSame(const Tree& before, const Installed& installed, TaskFile notesIni = TaskFile::untouched) {
    const std::string place = installed.site.system().nameInTree(installed.site.notesIni());
    for (const std::string& path : changes(before, installed.site.tree()))
        if (notesIni == TaskFile::untouched || path != place) {
            INFO(path);
            CHECK(false);
        }
}

} // namespace

TEST_CASE("A removal leaves the computer and the database as they were before the installation") {
    const Installed installed;
    const std::string notesIni = readFile(installed.site.notesIni());
    REQUIRE(notesIni.find(",BES") != std::string::npos);
    const auto outcome = removeFrom(installed);
    REQUIRE(outcome.has_value());
    CHECK(outcome->kind == RunOutcome::Kind::done);
    CHECK(outcome->plan.steps.size() == stepsOfRemoval);
    checkSame(installed.before, installed, TaskFile::rewritten);
    CHECK(readFile(installed.site.notesIni()).find("BES") == std::string::npos);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
    CHECK_FALSE(bes::status(installed.site.computer())->receipt.has_value());
}

TEST_CASE("A removal that is cancelled before its commit leaves everything as it was installed") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfRemovalBeforeCommit));
    CAPTURE(step);
    const Installed installed;
    const Tree before = installed.site.tree();
    const std::string database = installed.site.query(".dump");
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == step)
            stop.request_stop();
    });
    const auto outcome = removeFrom(installed, progress, stop.get_token());
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::cancelled);
    checkSame(before, installed);
    CHECK(installed.site.query(".dump") == database);
}

TEST_CASE("A removal that dies is undone or finished by the next run, which then removes") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfRemoval));
    CAPTURE(step);
    const Installed installed;
    dieAt(step, orderToMaintain(installed.request(), {}));
    const auto outcome = removeFrom(installed);
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    CHECK(outcome->kind ==
          (step <= stepsOfRemovalBeforeCommit ? RunOutcome::Kind::done : RunOutcome::Kind::nothingToDo));
    checkSame(installed.before, installed, TaskFile::rewritten);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
}

TEST_CASE("A database that goes away after the commit is told, and the next run finishes with it") {
    const Installed installed;
    const auto away = installed.site.database().string() + ".away";
    AtEachStep progress([&](std::size_t index) {
        if (index == stepsOfRemovalBeforeCommit)
            std::filesystem::rename(installed.site.database(), away);
    });
    const auto outcome = removeFrom(installed, progress);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::database);
    CHECK(outcome.error().what == "The remove is not finished yet");
    CHECK(outcome.error().remedy.find("run the same command again") != std::string::npos);

    std::filesystem::rename(away, installed.site.database());
    CHECK(removeFrom(installed)->kind == RunOutcome::Kind::nothingToDo);
    checkSame(installed.before, installed, TaskFile::rewritten);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
}

TEST_CASE("Where Domino rewrote notes.ini meanwhile, an undone removal puts back our task and nothing else") {
    const Installed installed;
    const auto notesIni = installed.site.notesIni();
    const std::string before = readFile(notesIni);
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == 1) {
            writeFile(notesIni, readFile(notesIni) + "LOG_Replication=1\r\n");
            stop.request_stop();
        }
    });
    REQUIRE_FALSE(removeFrom(installed, progress, stop.get_token()).has_value());
    CHECK(readFile(notesIni) == before + "LOG_Replication=1\r\n");
}
