// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include "maintenance.hpp"
#include "standby_status.hpp"
#include "unit/core/practice_site.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

constexpr std::size_t stepsBeforeCommit = 4; // in a folder nothing is stopped
constexpr std::size_t stepsOfRemoval = 9;

/// A site with a standby, and what it was like before.
struct Installed {
    PracticeSite site;
    Tree before = treeOf(site.computer());
    std::string databaseBefore = site.query(".dump");

    Installed() { REQUIRE(installOn(site.request()).has_value()); }

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

void checkSame(const Tree& before, const Installed& installed, const std::set<std::string>& except = {}) {
    for (const std::string& path : changes(before, treeOf(installed.site.computer())))
        if (!except.contains(path)) {
            INFO(path);
            CHECK(false);
        }
}

/// notes.ini has the bytes that it had, and another time.
const std::set<std::string> rewritten{"local/notesdata/notes.ini"};

} // namespace

TEST_CASE("A removal leaves the computer and the database as they were before the installation") {
    const Installed installed;
    const std::string notesIni = readFile(installed.site.computer() / "local/notesdata/notes.ini");
    REQUIRE(notesIni.find(",BES") != std::string::npos);
    const auto outcome = removeFrom(installed);
    REQUIRE(outcome.has_value());
    CHECK(outcome->kind == RunOutcome::Kind::done);
    CHECK(outcome->plan.steps.size() == stepsOfRemoval);
    checkSame(installed.before, installed, rewritten);
    CHECK(readFile(installed.site.computer() / "local/notesdata/notes.ini").find("BES") == std::string::npos);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
    CHECK_FALSE(bes::status(installed.site.computer())->receipt.has_value());
}

TEST_CASE("A removal that is cancelled before its commit leaves everything as it was installed") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsBeforeCommit));
    CAPTURE(step);
    const Installed installed;
    const Tree before = treeOf(installed.site.computer());
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
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        AtEachStep progress([&](std::size_t index) {
            if (index == step)
                (void)raise(SIGKILL);
        });
        (void)removeFrom(installed, progress);
        _exit(0);
    }
    int ended = 0;
    REQUIRE(waitpid(child, &ended, 0) == child);
    REQUIRE(WIFSIGNALED(ended));

    const auto outcome = removeFrom(installed);
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    CHECK(outcome->kind ==
          (step <= stepsBeforeCommit ? RunOutcome::Kind::done : RunOutcome::Kind::nothingToDo));
    checkSame(installed.before, installed, rewritten);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
}

TEST_CASE("A database that goes away after the commit is told, and the next run finishes with it") {
    const Installed installed;
    const auto away = installed.site.database().string() + ".away";
    AtEachStep progress([&](std::size_t index) {
        if (index == stepsBeforeCommit)
            std::filesystem::rename(installed.site.database(), away);
    });
    const auto outcome = removeFrom(installed, progress);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::database);
    CHECK(outcome.error().what == "The remove is not finished yet");
    CHECK(outcome.error().remedy.find("run the same command again") != std::string::npos);

    std::filesystem::rename(away, installed.site.database());
    CHECK(removeFrom(installed)->kind == RunOutcome::Kind::nothingToDo);
    checkSame(installed.before, installed, rewritten);
    CHECK(installed.site.query(".dump") == installed.databaseBefore);
}

TEST_CASE("Where Domino rewrote notes.ini meanwhile, an undone removal puts back our task and nothing else") {
    const Installed installed;
    const auto notesIni = installed.site.computer() / "local/notesdata/notes.ini";
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
