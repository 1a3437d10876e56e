// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

#include "answers/typed_remedy.hpp"
#include "apply/apply.hpp"
#include "maintenance.hpp"
#include "standby_status.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"
#include "unit/left_out.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

Request keeping(const PracticeSite& site) {
    Request request = site.request();
    request.existingFiles = ExistingFiles::keep;
    return request;
}

/// Of every kind, where setup puts something of its own.
const std::vector<std::string> placesOfOthers{
    "etc/bes-standby/standby.ini",
    "etc/systemd/system/bes-router.service",
    "etc/systemd/system/bes-alert.service",
    "etc/systemd/system/mail.service",
    "etc/systemd/system/multi-user.target.wants/bes-policy.service",
    "opt/bes-standby/router/bin/bes-router",
    "opt/bes-standby/policy",
    "opt/bes-standby/attachment/bin/bes-attachment",
    "opt/bes-standby/dispatcher",
    "opt/bes-standby/.staging",
    "opt/bes-standby/.replaced-by-bes-standby-setup",
    "opt/bes-standby/mail-store",
    "etc/systemd/system/multi-user.target.wants/bes-standby.target",
};

void addThingsOfOthers(const PracticeSite& site) {
    const fs::path root = site.computer();
    writeFile(root / "etc/bes-standby/standby.ini", "; mine\n");
    fs::permissions(root / "etc/bes-standby/standby.ini", fs::perms(0600));
    writeFile(root / "etc/systemd/system/bes-router.service", "# mine\n");
    fs::create_symlink("/dev/null", root / "etc/systemd/system/bes-alert.service");
    fs::create_symlink("bes-policy.service", root / "etc/systemd/system/mail.service");
    fs::create_directories(root / "etc/systemd/system/multi-user.target.wants");
    fs::create_symlink("../bes-policy.service",
                       root / "etc/systemd/system/multi-user.target.wants/bes-policy.service");
    writeFile(root / "opt/bes-standby/router/bin/bes-router", "earlier content\n");
    fs::permissions(root / "opt/bes-standby/router/bin/bes-router", fs::perms(0751));
    writeFile(root / "opt/bes-standby/policy", "a file where a folder has to be\n");
    writeFile(root / "opt/bes-standby/attachment/bin/bes-attachment/inside", "in a folder\n");
    fs::create_directories(root / "srv/elsewhere");
    fs::create_directory_symlink("/srv/elsewhere", root / "opt/bes-standby/dispatcher");
    writeFile(root / "opt/bes-standby/.staging/inside", "not setup's\n");
    writeFile(root / "opt/bes-standby/.replaced-by-bes-standby-setup/0", "not setup's\n");
    fs::create_directories(root / "opt/bes-standby/mail-store/bin");
    fs::permissions(root / "opt/bes-standby/mail-store", fs::perms(0777));
    fs::create_symlink("/srv/elsewhere/mine.target",
                       root / "etc/systemd/system/multi-user.target.wants/bes-standby.target");
}

const Finding& found(const Inspection& inspection, std::string_view id) {
    const auto finding = std::ranges::find(inspection.findings, id, &Finding::id);
    REQUIRE(finding != inspection.findings.end());
    return *finding;
}

RunOutcome maintained(const Request& request, const Maintenance& wanted) {
    Progress silent;
    Request installed = requestOfInstalled(request).value();
    auto outcome = maintain(installed, wanted, {Passwords(), silent, {}});
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    return std::move(*outcome);
}

/// Without the logs, which a removal leaves, and notes.ini, which it edits.
void checkSame(const Tree& before, const PracticeSite& site) {
    for (const std::string& path : changes(before, treeOf(site.computer())))
        if (!path.starts_with("var/log") && !path.starts_with("var/lib") && !path.ends_with("notes.ini")) {
            INFO(path);
            CHECK(false);
        }
}

Receipt receiptOf(const PracticeSite& site) {
    return bes::status(site.computer())->receipt.value();
}

} // namespace

TEST_CASE("What others have in setup's places is named, and nothing is changed") {
    const PracticeSite site;
    addThingsOfOthers(site);
    const Tree before = treeOf(site.computer());
    const Inspection inspection = inspect(site.request(), Passwords());
    const Finding& finding = found(inspection, "places.others");
    CHECK(finding.severity == Severity::blocker);
    for (const std::string& place : placesOfOthers) {
        CAPTURE(place, finding.evidence);
        CHECK(finding.evidence.find("/" + place + " (") != std::string::npos);
    }
    CHECK(answers::typedRemedy(finding).find("--existing.files keep") != std::string::npos);
    const auto outcome = installOn(site.request());
    REQUIRE(outcome.has_value());
    CHECK(outcome->kind == RunOutcome::Kind::blocked);
    CHECK(exitCodeOf(outcome->findings) == ExitCode::othersFiles);
    CHECK(changes(before, treeOf(site.computer())).empty());
}

TEST_CASE("What others had is kept for the life of the standby and comes back when it is removed") {
    const PracticeSite site;
    addThingsOfOthers(site);
    const Tree before = treeOf(site.computer());
    const auto installed = installOn(keeping(site));
    if (!installed)
        FAIL(installed.error().what << ": " << installed.error().why);
    REQUIRE(installed->kind == RunOutcome::Kind::done);
    CHECK(readFile(site.computer() / "etc/systemd/system/bes-router.service").find("# mine") ==
          std::string::npos);
    const auto kept = receiptOf(site).kept;
    REQUIRE(kept.size() == placesOfOthers.size());
    for (const KeptThing& thing : kept)
        CHECK(std::ranges::count(placesOfOthers, thing.path.string().substr(1)) == 1);

    CHECK(maintained(site.request(), {.kind = Maintenance::Kind::modify, .omit = {"alert"}}).kind ==
          RunOutcome::Kind::done);
    CHECK(maintained(site.request(), {.kind = Maintenance::Kind::repair}).kind ==
          RunOutcome::Kind::nothingToDo);
    CHECK(receiptOf(site).kept == kept);

    const auto removed = maintained(site.request(), {.kind = Maintenance::Kind::remove});
    CHECK(removed.kind == RunOutcome::Kind::done);
    CHECK(std::ranges::any_of(removed.stays, [](const std::string& line) {
        return line.starts_with("/opt/bes-standby/router/bin/bes-router: is restored");
    }));
    checkSame(before, site);
}

TEST_CASE("An undo that is done once more leaves what came back of others") {
    const PracticeSite site;
    addThingsOfOthers(site);
    const Tree before = treeOf(site.computer());
    installAndDieAt(stepsOfInstall, keeping(site));
    Progress silent;
    REQUIRE(apply::undoInterruptedRun(site.request(), {Secret(), silent, {}}));
    checkSame(before, site);
    // as where the disk was too full to note that it was undone
    site.changeJournal("UPDATE run SET state = 'begun'; UPDATE step SET state = 1 WHERE state = 3");
    REQUIRE(apply::undoInterruptedRun(site.request(), {Secret(), silent, {}}));
    checkSame(before, site);
}

TEST_CASE("A removal that is finished once more leaves what came back of others") {
    const PracticeSite site;
    addThingsOfOthers(site);
    const Tree before = treeOf(site.computer());
    REQUIRE(installOn(keeping(site)).has_value());
    CHECK(maintained(site.request(), {.kind = Maintenance::Kind::remove}).kind == RunOutcome::Kind::done);
    site.changeJournal("UPDATE run SET state = 'committed' WHERE command = 'remove';"
                       "UPDATE step SET state = 1 WHERE id = 'others.return'");
    Progress silent;
    REQUIRE(apply::undoInterruptedRun(site.request(), {Secret(), silent, {}}));
    checkSame(before, site);
}

TEST_CASE("A component that is added later keeps what others have in its places") {
    const PracticeSite site;
    Request request = site.request();
    request.omit = {"policy"};
    REQUIRE(installOn(request).has_value());
    writeFile(site.computer() / "opt/bes-standby/policy/bin/bes-policy", "earlier content\n");
    const auto refused = maintained(site.request(), {.kind = Maintenance::Kind::modify, .add = {"policy"}});
    CHECK(refused.kind == RunOutcome::Kind::blocked);
    CHECK(exitCodeOf(refused.findings) == ExitCode::othersFiles);
    CHECK(maintained(keeping(site), {.kind = Maintenance::Kind::modify, .add = {"policy"}}).kind ==
          RunOutcome::Kind::done);
    CHECK(receiptOf(site).kept.size() == 1);
    CHECK(maintained(site.request(), {.kind = Maintenance::Kind::remove}).kind == RunOutcome::Kind::done);
    CHECK(readFile(site.computer() / "opt/bes-standby/policy/bin/bes-policy") == "earlier content\n");
}

TEST_CASE("What stands in the way of what was kept is named and not overwritten") {
    const PracticeSite site;
    writeFile(site.computer() / "opt/bes-standby/policy", "earlier content\n");
    REQUIRE(installOn(keeping(site)).has_value());
    const fs::path place = receiptOf(site).kept.front().keptAt;
    writeFile(site.computer() / "opt/bes-standby/policy/notes", "put there since\n");
    const auto removed = maintained(site.request(), {.kind = Maintenance::Kind::remove});
    CHECK(readFile(site.computer() / "opt/bes-standby/policy/notes") == "put there since\n");
    CHECK(readFile(site.computer() / place.relative_path()) == "earlier content\n");
    CHECK(std::ranges::any_of(removed.stays, [&](const std::string& line) {
        return line.find(place.string()) != std::string::npos;
    }));
}

TEST_CASE("A removal keeps what was changed since the installation") {
    const PracticeSite site;
    REQUIRE(installOn(site.request()).has_value());
    const fs::path root = site.computer();
    writeFile(root / "etc/bes-standby/standby.ini", "; edited\n");
    writeFile(root / "etc/bes-standby/standby.ini.saved", "; of an earlier removal\n");
    writeFile(root / "etc/bes-standby/standby.ini.new", "not setup's\n");
    writeFile(root / "opt/bes-standby/router/bin/bes-router", "a hot fix\n");
    const auto removed = maintained(site.request(), {.kind = Maintenance::Kind::remove});
    CHECK(removed.kind == RunOutcome::Kind::done);
    CHECK(readFile(root / "etc/bes-standby/standby.ini.saved.2") == "; edited\n");
    CHECK(readFile(root / "etc/bes-standby/standby.ini.saved") == "; of an earlier removal\n");
    CHECK(readFile(root / "etc/bes-standby/standby.ini.new") == "not setup's\n");
    CHECK(readFile(root / "opt/bes-standby/router/bin/bes-router.saved") == "a hot fix\n");
    CHECK_FALSE(fs::exists(root / "etc/bes-standby/standby.ini"));
    CHECK_FALSE(fs::exists(root / "opt/bes-standby/router/bin/bes-router"));
}

TEST_CASE("An undo leaves what others put in the place of a new file meanwhile") {
    const PracticeSite site;
    const fs::path program = site.computer() / "opt/bes-standby/router/bin/bes-router";
    std::stop_source stop;
    AtEachStep progress([&](std::size_t index) {
        if (index == 6) {
            writeFile(program, "put there by somebody\n");
            stop.request_stop();
        }
    });
    REQUIRE_FALSE(install(site.request(), {Passwords(), progress, stop.get_token()}).has_value());
    CHECK(readFile(program) == "put there by somebody\n");
    CHECK_FALSE(fs::exists(site.computer() / "opt/bes-standby/policy"));
}

TEST_CASE("Logs that a removal left are given to the account of the next installation") {
    if (geteuid() != 0)
        return leftOut("giving files to others needs root");
    const PracticeSite site;
    REQUIRE(installOn(site.request()).has_value());
    const fs::path logs = site.computer() / "var/log/bes-standby";
    const fs::path log = logs / "router.log";
    writeFile(log, "a line\n");
    const auto ownerOf = [](const fs::path& path) {
        struct stat entry {};
        REQUIRE(lstat(path.c_str(), &entry) == 0);
        return entry.st_uid;
    };
    const auto first = ownerOf(logs);
    CHECK(first != 0);
    REQUIRE(chown(log.c_str(), first, first) == 0);
    CHECK(maintained(site.request(), {.kind = Maintenance::Kind::remove}).kind == RunOutcome::Kind::done);
    CHECK(ownerOf(logs) == 0); // nobody who gets the number gets the logs
    CHECK(ownerOf(log) == 0);

    // somebody has the number now, and the folder as an older setup left it
    const bool older = GENERATE(false, true);
    if (older) {
        REQUIRE(chown(logs.c_str(), first, first) == 0);
        REQUIRE(chown(log.c_str(), first, first) == 0);
    }
    const std::string number = std::to_string(first);
    writeFile(site.computer() / "etc/passwd", "zed:x:" + number + ":" + number + "::/:/bin/sh\n");
    writeFile(site.computer() / "etc/group", "zed:x:" + number + ":\n");
    REQUIRE(installOn(site.request()).has_value());
    CHECK(ownerOf(logs) == first - 1);
    CHECK(ownerOf(log) == first - 1);
}

TEST_CASE("A log folder of somebody else's is named before the services fail at it") {
    if (geteuid() != 0)
        return leftOut("giving files to others needs root");
    const PracticeSite site;
    const fs::path logs = site.computer() / "var/log/bes-standby";
    fs::create_directories(logs);
    REQUIRE(chown(logs.c_str(), 998, 998) == 0);
    const Inspection inspection = inspect(site.request(), Passwords());
    CHECK(found(inspection, "logs.owner").severity == Severity::blocker);
    CHECK_FALSE(inspection.plan.has_value());
}
