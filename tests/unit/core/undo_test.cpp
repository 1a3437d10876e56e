// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <functional>

#include "apply/apply.hpp"
#include "standby_status.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"

using namespace bes;

namespace {

/// Something of the administrator's at a place where setup will put a file of its own.
void addEarlierFile(const PracticeSite& site) {
    const auto path = site.program("router");
    writeFile(path, "earlier content\n");
    std::filesystem::permissions(path, std::filesystem::perms(0751));
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() -
                                               std::chrono::hours(1000));
    writeFile(site.standbyIni(), "; mine\n");
}

/// With what is there kept, which is a step more.
Request keeping(const PracticeSite& site) {
    Request request = site.request();
    request.existingFiles = ExistingFiles::keep;
    return request;
}

/// Puts something in the way of the units, at the last moment.
class BeforeUnits : public Progress {
public:
    explicit BeforeUnits(std::function<void()> act) : act_(std::move(act)) {}
    void stepStarted(std::size_t /*index*/, std::string_view id, std::string_view /*title*/) override {
        if (id == "units.install")
            act_();
    }

private:
    std::function<void()> act_;
};

void checkAsBefore(const PracticeSite& site, const Tree& before) {
    const auto changed = changes(before, site.tree());
    for (const std::string& path : changed)
        UNSCOPED_INFO(path);
    CHECK(changed.empty());
    CHECK(site.query("SELECT COUNT(*) FROM BESPair WHERE PrimaryId = 1") == "0");
    CHECK(site.query("SELECT COUNT(*) FROM ServerConfig WHERE ServerName = 'BES-NORTH-standby'") == "0");
}

} // namespace

TEST_CASE("A cancelled installation leaves everything as it was, whenever the request comes") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfInstall));
    CAPTURE(step);
    const PracticeSite site;
    addEarlierFile(site);
    const Tree before = site.tree();
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == step)
            stop.request_stop();
    });
    const auto outcome = install(keeping(site), {Passwords(), progress, stop.get_token()});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::cancelled);
    checkAsBefore(site, before);
}

TEST_CASE("A run that dies is undone by the next one, which then installs") {
    const std::size_t step = GENERATE(range(std::size_t{0}, stepsOfInstall + 1));
    CAPTURE(step);
    const PracticeSite site;
    addEarlierFile(site);
    installAndDieAt(step, keeping(site));
    REQUIRE(bes::status(site.computer())->unfinishedRun.has_value());

    const auto outcome = installOn(keeping(site));
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    CHECK(outcome->kind == RunOutcome::Kind::done);
    CHECK(site.query("SELECT State FROM BESPair WHERE PrimaryId = 1") == "final");
}

TEST_CASE("Where Domino rewrote notes.ini meanwhile, an undo takes out our task and nothing else") {
    const PracticeSite site;
    const auto notesIni = site.notesIni();
    const std::string before = readFile(notesIni);
    installAndDieAt(stepsOfInstall - 1, site.request());
    const std::string installed = readFile(notesIni);
    REQUIRE(installed.find(",BES") != std::string::npos);
    writeFile(notesIni, installed + "LOG_Replication=1\r\n");

    Progress silent;
    REQUIRE(apply::undoInterruptedRun(site.request(), {Secret(), silent, {}}));
    CHECK(readFile(notesIni) == before + "LOG_Replication=1\r\n");
}

TEST_CASE("Where the links of the boot can't be made at the last moment, all is undone, and nothing is made "
          "elsewhere") {
    const bool link = GENERATE(false, true);
    const PracticeSite site;
    const Tree before = site.tree();
    const auto folder = site.computer() / "etc/systemd/system/multi-user.target.wants";
    BeforeUnits progress([&] {
        std::filesystem::create_directories(folder.parent_path());
        if (link)
            std::filesystem::create_symlink("/etc/nowhere", folder);
        else
            writeFile(folder, "a file\n");
    });
    const auto outcome = install(site.request(), {Passwords(), progress, {}});
    REQUIRE_FALSE(outcome.has_value());
    CAPTURE(outcome.error().what, outcome.error().why);
    CHECK(outcome.error().code != ExitCode::undoIncomplete);
    CHECK_FALSE(std::filesystem::exists(site.computer() / "etc/nowhere"));
    std::filesystem::remove_all(site.computer() / "etc/systemd"); // with what was in the way
    checkAsBefore(site, before);
}

TEST_CASE("A failed step is named and what was replaced before it comes back") {
    const PracticeSite site;
    addEarlierFile(site);
    const Tree before = site.tree();
    const Service router = site.service("router");
    std::function<void()> takeAway;
    BeforeUnits progress([&] { takeAway = site.system().standInTheWayOf(router); });
    const auto outcome = install(keeping(site), {Passwords(), progress, {}});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().what.find("units.install") != std::string::npos);
    CHECK((outcome.error().what + outcome.error().why).find(router.unit) != std::string::npos);
    CHECK_FALSE(outcome.error().remedy.empty());
    takeAway();
    checkAsBefore(site, before);
    CHECK(readFile(site.program("router")) == "earlier content\n");
}

TEST_CASE("An undo that can't reach the database puts the computer right and is finished by the next run") {
    const PracticeSite site;
    const Tree before = site.tree();
    const auto away = site.database().string() + ".away";
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == 4) {
            std::filesystem::rename(site.database(), away);
            stop.request_stop();
        }
    });
    const auto outcome = install(site.request(), {Passwords(), progress, stop.get_token()});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::undoIncomplete);
    CHECK(same(before, site.tree()));
    CHECK(bes::status(site.computer())->unfinishedRun.has_value());

    std::filesystem::rename(away, site.database());
    CHECK(site.query("SELECT State FROM BESPair WHERE PrimaryId = 1") == "reserved");
    REQUIRE(installOn(site.request()).has_value());
    CHECK(site.query("SELECT State FROM BESPair WHERE PrimaryId = 1") == "final");
}

TEST_CASE("A database that is away before anything was reserved leaves nothing to undo") {
    const PracticeSite site;
    const Tree before = site.tree();
    const auto away = site.database().string() + ".away";
    AtEachStep progress([&](std::size_t index) {
        if (index == 0)
            std::filesystem::rename(site.database(), away);
    });
    const auto outcome = install(site.request(), {Passwords(), progress, {}});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ExitCode::database);
    CHECK(same(before, site.tree()));
    CHECK_FALSE(bes::status(site.computer())->unfinishedRun.has_value());
}
