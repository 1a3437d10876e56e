// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "apply/apply.hpp"
#include "host/safe_path.hpp"
#include "unit/core/interrupted_install.hpp"
#include "unit/core/tree.hpp"
#include "unit/left_out.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

constexpr uid_t domino = 61234; // an account that nobody has
constexpr auto formerPlace = "/local/notesdata/.replaced-by-bes-standby-setup";

void give(const fs::path& path, uid_t user = domino) {
    REQUIRE(::lchown(path.c_str(), user, user) == 0);
}

/// Domino's data folder and notes.ini belong to an account of its own, which wants a program of its own to
/// run as root.
struct HostileSite : PracticeSite {
    HostileSite() {
        writeFile(ini, "#!/bin/sh\n" + readFile(ini));
        fs::permissions(ini, fs::perms(0755));
        writeFile(program, "precious");
        REQUIRE(::chmod(program.c_str(), 04755) == 0);
        fs::create_directories(generators);
        give(data);
        give(ini);
    }
    void checkOutside() const {
        CHECK(fs::is_empty(generators));
        CHECK(readFile(program) == "precious");
        struct stat entry {};
        REQUIRE(::stat(program.c_str(), &entry) == 0);
        CHECK((entry.st_mode & 07777) == 04755);
        CHECK(entry.st_uid == 0);
        CHECK(entry.st_nlink == 1);
    }
    void link(const fs::path& name, const fs::path& target) const {
        fs::remove_all(name);
        fs::create_symlink(target, name);
        give(name);
    }
    /// As if the run were of the version that kept notes.ini beside itself.
    void makeOfFormerVersion() const {
        changeJournal("UPDATE run SET plan = replace(plan, '/var/lib/bes-standby-setup/kept', '" +
                      std::string(formerPlace) + "')");
        changeJournal("DELETE FROM effect WHERE path LIKE '/var/lib/bes-standby-setup/kept%'");
        changeJournal("INSERT INTO effect SELECT run, step, 90, 2, '" + std::string(formerPlace) +
                      "', 'content' FROM effect WHERE path LIKE '%/notes.ini'");
        fs::remove_all(computer() / "var/lib/bes-standby-setup/kept");
    }

    fs::path data = computer() / "local/notesdata", ini = data / "notes.ini",
             program = computer() / "usr/bin/program",
             generators = computer() / "usr/lib/systemd/system-generators",
             former = computer() / fs::path(formerPlace).relative_path();
};

Result<apply::Undone> undoOn(const PracticeSite& site) {
    Progress silent;
    return apply::undoInterruptedRun(site.request(), {Secret(), silent, {}});
}

} // namespace

TEST_CASE("A link that Domino's account puts where notes.ini was kept leads setup nowhere") {
    if (!isRoot())
        return;
    const HostileSite site;
    site.link(site.former, site.generators);
    const auto outcome = installOn(site.request());
    if (!outcome)
        FAIL(outcome.error().what << ": " << outcome.error().why);
    site.checkOutside();
    CHECK(readFile(site.ini).find(",BES") != std::string::npos);
    CHECK(fs::is_symlink(site.former)); // it is the account's own
    CHECK_FALSE(fs::exists(site.computer() / "var/lib/bes-standby-setup/kept"));
}

TEST_CASE("What Domino's account puts in the place of notes.ini during a run is not written through") {
    if (!isRoot())
        return;
    const int kind = GENERATE(0, 1, 2);
    CAPTURE(kind);
    const HostileSite site;
    AtEachStep swap([&](std::size_t index) {
        if (index != 9) // adds the task
            return;
        if (kind == 0) {
            site.link(site.ini, site.program);
        } else if (kind == 1) {
            fs::remove(site.ini);
            fs::create_hard_link(site.program, site.ini);
        } else {
            fs::rename(site.data, site.data.parent_path() / "aside");
            site.link(site.data, site.program.parent_path());
            fs::create_symlink("program", site.program.parent_path() / "notes.ini"); // of root even
        }
    });
    const auto outcome = install(site.request(), {Passwords(), swap, {}});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().what.find("domino.task") != std::string::npos);
    CHECK_FALSE(outcome.error().remedy.empty());
    fs::remove(site.ini);
    fs::remove(site.program.parent_path() / "notes.ini");
    site.checkOutside();
}

TEST_CASE("A run of the version that kept notes.ini in Domino's folder is undone without what stands there") {
    if (!isRoot())
        return;
    const HostileSite site;
    const std::string before = readFile(site.ini);
    installAndDieAt(stepsOfInstall - 1, site.request());
    REQUIRE(readFile(site.ini).find(",BES") != std::string::npos);
    site.makeOfFormerVersion();
    SECTION("as that version left it") {
        writeFile(site.former / "notes.ini", before);
        fs::permissions(site.former, fs::perms(0700));
    }
    SECTION("a link in its place") {
        writeFile(site.generators.parent_path() / "notes.ini", "[Notes]\nServerTasks=Evil\n");
        site.link(site.former, site.generators.parent_path());
    }
    SECTION("a folder of the account's with a link in it") {
        fs::create_directory(site.former);
        give(site.former);
        site.link(site.former / "notes.ini", site.program);
    }
    const auto undone = undoOn(site);
    if (!undone)
        FAIL(undone.error().what << ": " << undone.error().why);
    CHECK(readFile(site.ini) == before);
    CHECK((!fs::exists(fs::symlink_status(site.former)) || fs::is_symlink(site.former)));
    site.checkOutside();
}

TEST_CASE("An undo that finds a link in the place of notes.ini says so, and ends when that is mended") {
    if (!isRoot())
        return;
    const HostileSite site;
    const std::string before = readFile(site.ini);
    installAndDieAt(stepsOfInstall - 1, site.request());
    fs::rename(site.ini, site.data / "aside");
    site.link(site.ini, site.program);
    const auto undone = undoOn(site);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ExitCode::undoIncomplete);
    CHECK(undone.error().why.find("symbolic link") != std::string::npos);
    site.checkOutside();

    fs::rename(site.data / "aside", site.ini);
    REQUIRE(undoOn(site));
    CHECK(readFile(site.ini) == before);
    CHECK_FALSE(fs::exists(site.computer() / "var/lib/bes-standby-setup/kept"));
}
