// SPDX-License-Identifier: Apache-2.0
#include "host/domino_installations.hpp"

#include <unistd.h>

#include <fstream>

#include <catch2/catch.hpp>

#include "unit/temporary_folder.hpp"

using namespace bes;
using host::findDominoInstallations;
using host::Root;

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "[Notes]\n";
}

/// Below a folder, as the installer of Domino lays it out.
struct Computer {
    TemporaryFolder folder;
    Root root{folder.path()};

    void hasProgram(const std::string& lotus, const fs::path& latest = "90010") const {
        const fs::path notes = root(lotus) / "notes";
        write(notes / "90010" / "linux" / "libnotes.so");
        fs::create_symlink(latest, notes / "latest");
    }
    void hasData(const std::string& name) const { write(root("/local") / name / "notes.ini"); }
};

} // namespace

TEST_CASE("a Domino server is found where its installer puts it") {
    const Computer computer;
    computer.hasProgram("/opt/ibm/domino");
    computer.hasData("notesdata");
    const auto found = findDominoInstallations(computer.root);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    const host::DominoInstallation& domino = found->front();
    CHECK(domino.library == computer.root("/opt/ibm/domino/notes/90010/linux/libnotes.so"));
    CHECK(domino.programFolder == computer.root("/opt/ibm/domino/notes/90010/linux"));
    CHECK(domino.installFolder == computer.root("/opt/ibm/domino"));
    CHECK(domino.notesIni == computer.root("/local/notesdata/notes.ini"));
    CHECK(domino.dataFolder == computer.root("/local/notesdata"));
}

TEST_CASE("an absolute link in the image of a computer stays in the image") {
    const Computer computer;
    computer.hasProgram("/opt/hcl/domino", "/opt/hcl/domino/notes/90010");
    computer.hasData("notesdata");
    const auto found = findDominoInstallations(computer.root);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().library == computer.root("/opt/hcl/domino/notes/90010/linux/libnotes.so"));
}

TEST_CASE("the newest of several releases is used") {
    const Computer computer;
    computer.hasProgram("/opt/ibm/domino");
    computer.hasProgram("/opt/hcl/domino");
    computer.hasData("notesdata");
    const auto found = findDominoInstallations(computer.root);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().installFolder == computer.root("/opt/hcl/domino"));
}

TEST_CASE("every partition is found, the usual data folder first") {
    const Computer computer;
    computer.hasProgram("/opt/ibm/lotus");
    computer.hasData("partition2");
    computer.hasData("notesdata");
    computer.hasData("partition1");
    const auto found = findDominoInstallations(computer.root);
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK((*found)[0].dataFolder == computer.root("/local/notesdata"));
    CHECK((*found)[1].dataFolder == computer.root("/local/partition1"));
    CHECK((*found)[2].dataFolder == computer.root("/local/partition2"));
}

TEST_CASE("a computer without Domino, or with half of it, has no Domino server") {
    const Computer computer;
    CHECK(findDominoInstallations(computer.root)->empty());
    computer.hasData("notesdata");
    CHECK(findDominoInstallations(computer.root)->empty());
    const Computer other;
    other.hasProgram("/opt/ibm/domino");
    CHECK(findDominoInstallations(other.root)->empty());
}

TEST_CASE("what is named is used, and what is not there is told") {
    const Computer computer;
    computer.hasData("notesdata");
    const fs::path program = computer.folder.path() / "elsewhere";
    const fs::path ini = computer.folder.path() / "my data" / "notes.ini";
    CHECK(findDominoInstallations(computer.root, {program, std::nullopt}).error().id ==
          "domino.installation");
    write(program / "libnotes.so");
    CHECK(findDominoInstallations(computer.root, {program, ini}).error().id == "domino.installation");
    write(ini);
    const auto found = findDominoInstallations(computer.root, {program / "", ini});
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().programFolder == program);
    CHECK(found->front().notesIni == ini);
}

TEST_CASE("a notes.ini by which somebody could choose another account is refused") {
    const Computer computer;
    computer.hasProgram("/opt/ibm/domino");
    const fs::path ini = computer.root("/local/notesdata/notes.ini");
    fs::create_directories(ini.parent_path());
    if (::geteuid() != 0)
        return; // one's own account is all that one can choose
    const auto refused = [&] {
        const auto found = findDominoInstallations(computer.root);
        return !found && found.error().id == "file.unsafe";
    };
    SECTION("a link") {
        write(computer.root("/etc/hostname"));
        fs::create_symlink("/etc/hostname", ini); // of root
        CHECK_FALSE(refused());
        REQUIRE(::lchown(ini.c_str(), 65534, 65534) == 0);
        CHECK(refused());
    }
    SECTION("a second name of a file of root's") {
        write(computer.root("/etc/hostname"));
        fs::create_hard_link(computer.root("/etc/hostname"), ini);
        CHECK(refused());
    }
    SECTION("a file of a third account") {
        write(ini);
        REQUIRE(::chown(ini.parent_path().c_str(), 65534, 65534) == 0);
        CHECK_FALSE(refused());
        REQUIRE(::chown(ini.c_str(), 1234, 1234) == 0);
        CHECK(refused());
    }
}
