// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include "detect/looks.hpp"
#include "unit/database/other_process.hpp"
#include "unit/detect/practice_site.hpp"

using namespace bes;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

constexpr auto content = "[Notes]\nKitType=2\nDirectory=/local/notesdata\nServerName=CN=Mail02/O=Acme\n"
                         "ServerTasks=Replica,Router , AMgr -x\n";

struct PracticeComputer {
    PracticeComputer() { request.root = root.path(); }
    void put(const std::string& inside, const std::string& text = content) const {
        writeText(root.path() / inside, text);
    }
    [[nodiscard]] Fact<std::optional<NotesIni>> look() const { return detect::lookForNotesIni(request); }
    [[nodiscard]] NotesIni found() const {
        REQUIRE(look().known());
        REQUIRE(look().value().has_value());
        return *look().value();
    }

    TemporaryFolder root;
    Request request;
};

} // namespace

TEST_CASE("notes.ini is found in the default data folder and read") {
    const PracticeComputer computer;
    computer.put("local/notesdata/notes.ini");
    const NotesIni ini = computer.found();
    CHECK(ini.path == "/local/notesdata/notes.ini");
    CHECK(ini.readable);
    CHECK(ini.writable);
    CHECK(ini.isServer);
    CHECK(ini.serverName == "CN=Mail02/O=Acme");
    CHECK(ini.dataFolder == "/local/notesdata");
    CHECK(ini.serverTasks.size() == 3);
    CHECK(ini.problem.empty());
}

TEST_CASE("Without a Domino server there is none, which is known") {
    const PracticeComputer computer;
    CHECK(computer.look() == Fact(std::optional<NotesIni>()));
    computer.put("local/share/README");
    computer.put("local/file");
    CHECK(computer.look() == Fact(std::optional<NotesIni>()));
}

TEST_CASE("Of several Domino servers setup does not pick one by itself") {
    PracticeComputer computer;
    computer.put("local/notesdata/notes.ini");
    computer.put("local/notesdata2/notes.ini");
    CHECK_FALSE(computer.look().known());
    CHECK_THAT(computer.look().reason(),
               Contains("several: /local/notesdata/notes.ini, /local/notesdata2/notes.ini"));
    computer.request.domino.notesIni = "/local/notesdata2/notes.ini";
    CHECK(computer.found().path == "/local/notesdata2/notes.ini");
}

TEST_CASE("All Domino servers of a computer are found, whichever was named") {
    PracticeComputer computer;
    CHECK(detect::lookForNotesInis(computer.request) == Fact(std::vector<NotesIni>()));
    computer.put("local/notesdata2/notes.ini", "[Notes]\nServerName=Mail12/Acme\n");
    computer.put("local/notesdata/notes.ini");
    for (const char* named : {"", "/local/notesdata2/notes.ini", "/srv/domino/notes.ini"}) {
        computer.request.domino.notesIni = named;
        const auto found = detect::lookForNotesInis(computer.request);
        REQUIRE(found.known());
        REQUIRE(found.value().size() == 2);
        CHECK(found.value()[0].path == "/local/notesdata/notes.ini");
        CHECK(found.value()[0].serverName == "CN=Mail02/O=Acme");
        CHECK(found.value()[1].path == "/local/notesdata2/notes.ini");
        CHECK(found.value()[1].serverName == "Mail12/Acme");
    }
}

TEST_CASE("A notes.ini that was named and can't be used is told with the reason") {
    PracticeComputer computer;
    computer.request.domino.notesIni = "/srv/domino/notes.ini";
    SECTION("absent") {
        CHECK_FALSE(computer.found().readable);
        CHECK_FALSE(computer.found().there);
        CHECK_THAT(computer.found().problem, Contains("No such file"));
    }
    SECTION("a folder") {
        fs::create_directories(computer.root.path() / "srv/domino/notes.ini");
        CHECK_FALSE(computer.found().readable);
        CHECK(computer.found().there);
        CHECK_FALSE(computer.found().problem.empty());
        CHECK_THAT(computer.found().remedy.text, Contains("Put the file itself there"));
    }
    SECTION("a pipe that nobody writes into") {
        fs::create_directories(computer.root.path() / "srv/domino");
        REQUIRE(::mkfifo((computer.root.path() / "srv/domino/notes.ini").c_str(), 0600) == 0);
        CHECK_FALSE(computer.found().problem.empty());
    }
    SECTION("something else") {
        computer.put("srv/domino/notes.ini", "a letter\n");
        CHECK(computer.found().readable);
        CHECK_THAT(computer.found().problem, Contains("[Notes]"));
    }
}

TEST_CASE("The notes.ini of a client is no server's") {
    const PracticeComputer computer;
    computer.put("local/notesdata/notes.ini", "[Notes]\nKitType=1\n");
    CHECK_FALSE(computer.found().isServer);
    CHECK(computer.found().serverName.empty());
}

TEST_CASE("An ordinary account sees that it can't read or write notes.ini") {
    const PracticeComputer computer;
    computer.put("local/notesdata/notes.ini");
    const fs::path file = computer.root.path() / "local/notesdata/notes.ini";
    const auto seen = [&](bool readable) {
        OtherProcess other([&] {
            if (::geteuid() == 0 && !becomeOrdinaryAccount())
                return 1;
            const auto fact = detect::lookForNotesIni(computer.request);
            const NotesIni ini = fact.value().value();
            return ini.readable == readable && !ini.writable && ini.problem.ends_with("Permission denied")
                       ? 0
                       : 2;
        });
        return other.exitCode();
    };
    fs::permissions(file, fs::perms(0444));
    fs::permissions(file.parent_path(), fs::perms(0555));
    CHECK(seen(true) == 0);
    fs::permissions(file, fs::perms(0));
    CHECK(seen(false) == 0);
    fs::permissions(file.parent_path(), fs::perms(0755));
}
