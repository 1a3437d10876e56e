// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#ifndef _WIN32
#include <sys/stat.h>
#endif

#include "detect/looks.hpp"
#include "unit/database/other_process.hpp"
#include "unit/detect/practice_domino.hpp"
#include "unit/detect/practice_site.hpp"

using namespace bes;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

constexpr auto content = "[Notes]\nKitType=2\nDirectory=/local/notesdata\nServerName=CN=Mail02/O=Acme\n"
                         "ServerTasks=Replica,Router , AMgr -x\n";

struct PracticeComputer : ComputerWithDomino {
    void addServer(const std::string& server, const std::string& text = content) const {
        ComputerWithDomino::addServer(server, text);
    }
    [[nodiscard]] Fact<std::optional<NotesIni>> look() const { return detect::lookForNotesIni(request()); }
    [[nodiscard]] NotesIni found() const {
        REQUIRE(look().known());
        REQUIRE(look().value().has_value());
        return *look().value();
    }
};

} // namespace

TEST_CASE("notes.ini is found where Domino servers have it and read") {
    const PracticeComputer computer;
    computer.addServer("notesdata");
    const NotesIni ini = computer.found();
    CHECK(ini.path == computer.notesIni("notesdata"));
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
    computer.addLeftovers();
    CHECK(computer.look() == Fact(std::optional<NotesIni>()));
}

TEST_CASE("Of several Domino servers setup does not pick one by itself") {
    PracticeComputer computer;
    computer.addServer("notesdata");
    computer.addServer("notesdata2");
    CHECK_FALSE(computer.look().known());
    CHECK_THAT(computer.look().reason(), Contains("several: " + utf8(computer.notesIni("notesdata")) + ", " +
                                                  utf8(computer.notesIni("notesdata2"))));
    computer.name(computer.notesIni("notesdata2"));
    CHECK(computer.found().path == computer.notesIni("notesdata2"));
}

TEST_CASE("All Domino servers of a computer are found, whichever was named") {
    PracticeComputer computer;
    CHECK(detect::lookForNotesInis(computer.request()) == Fact(std::vector<NotesIni>()));
    computer.addServer("notesdata2", "[Notes]\nServerName=Mail12/Acme\n");
    computer.addServer("notesdata");
    for (const fs::path& named : {fs::path(), computer.notesIni("notesdata2"), computer.elsewhere()}) {
        computer.name(named);
        const auto found = detect::lookForNotesInis(computer.request());
        REQUIRE(found.known());
        REQUIRE(found.value().size() == 2);
        CHECK(found.value()[0].path == computer.notesIni("notesdata"));
        CHECK(found.value()[0].serverName == "CN=Mail02/O=Acme");
        CHECK(found.value()[1].path == computer.notesIni("notesdata2"));
        CHECK(found.value()[1].serverName == "Mail12/Acme");
    }
}

TEST_CASE("A notes.ini that was named and can't be used is told with the reason") {
    PracticeComputer computer;
    computer.name(computer.elsewhere());
    const fs::path place = computer.now(computer.elsewhere());
    SECTION("absent") {
        CHECK_FALSE(computer.found().readable);
        CHECK_FALSE(computer.found().there);
        CHECK_THAT(computer.found().problem, Contains("No such file"));
    }
    SECTION("a folder") {
        fs::create_directories(place);
        CHECK_FALSE(computer.found().readable);
        CHECK(computer.found().there);
        CHECK_FALSE(computer.found().problem.empty());
        CHECK_THAT(computer.found().remedy.text, Contains("Put the file itself there"));
    }
#ifndef _WIN32 // where pipes are in no folder
    SECTION("a pipe that nobody writes into") {
        fs::create_directories(place.parent_path());
        REQUIRE(::mkfifo(place.c_str(), 0600) == 0);
        CHECK_FALSE(computer.found().problem.empty());
    }
#endif
    SECTION("something else") {
        writeText(place, "a letter\n");
        CHECK(computer.found().readable);
        CHECK_THAT(computer.found().problem, Contains("[Notes]"));
    }
}

TEST_CASE("The notes.ini of a client is no server's") {
    const PracticeComputer computer;
    computer.addServer("notesdata", "[Notes]\nKitType=1\n");
    CHECK_FALSE(computer.found().isServer);
    CHECK(computer.found().serverName.empty());
}

TEST_CASE("An ordinary account sees that it can't read or write notes.ini") {
    const PracticeComputer computer;
    computer.addServer("notesdata");
    const fs::path file = computer.now(computer.notesIni("notesdata"));
    const auto seen = [&](bool readable) {
        OtherProcess other([&] {
            if (::geteuid() == 0 && !becomeOrdinaryAccount())
                return 1;
            const auto fact = detect::lookForNotesIni(computer.request());
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
