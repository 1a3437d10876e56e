// SPDX-License-Identifier: Apache-2.0
// Setup edits one line of a file that belongs to somebody else.

#include <catch2/catch.hpp>

#include "domino/notes_ini.hpp"

using namespace bes::domino;
using Tasks = std::vector<std::string>;

namespace {

/// A file as a Domino server on Windows has it, with the bytes of letters outside of ASCII.
const std::string windowsFile =
    "[Notes]\r\n"
    "KitType=2\r\n"
    "Directory=C:\\Lotus\\Domino\\data\r\n"
    "ServerTasks=Replica,Router,Update,AMgr,Adminp,Sched,CalConn,RnRMgr,Cldbdir,Clrepl\r\n"
    "ServerTasksAt1=Catalog,Design\r\n"
    "AdminName=M\x81ller\xFF\r\n";

std::string added(const std::string& content) {
    const auto result = addServerTask(content, "BES");
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("values are found by key in any case and without the blanks around them") {
    CHECK(notesIniValue(windowsFile, "kittype") == "2");
    CHECK(notesIniValue(windowsFile, "DIRECTORY") == "C:\\Lotus\\Domino\\data");
    CHECK(notesIniValue("[Notes]\n Server Name = CN=Mail01/O=Acme \t\n", "server name") ==
          "CN=Mail01/O=Acme");
    CHECK(notesIniValue("[Notes]\nServerName=", "ServerName") == "");
    CHECK(notesIniValue(windowsFile, "ServerName") == std::nullopt);
    CHECK(notesIniValue(windowsFile, "Server") == std::nullopt);
}

TEST_CASE("of several lines with one key the first counts") {
    CHECK(notesIniValue("[Notes]\nDomain=A\ndomain=B\n", "Domain") == "A");
}

TEST_CASE("only the section [Notes] counts") {
    const std::string content = "Domain=Before\n[notes]\nKitType=2\n[Other]\nDomain=After\nServerTasks=BES\n";
    CHECK(notesIniValue(content, "KitType") == "2");
    CHECK(notesIniValue(content, "Domain") == std::nullopt);
    CHECK_FALSE(hasServerTask(content, "BES"));
    CHECK(added(content) ==
          "Domain=Before\n[notes]\nKitType=2\nServerTasks=BES\n[Other]\nDomain=After\nServerTasks=BES\n");
    CHECK(removeServerTask(added(content), "BES") == content);
}

TEST_CASE("server tasks are listed with their arguments, without empty entries") {
    CHECK(serverTasks("[Notes]\nservertasks= Replica , Router,, AMgr -x 2 ,\n") ==
          Tasks{"Replica", "Router", "AMgr -x 2"});
    CHECK(serverTasks("[Notes]\nServerTasks=\n").empty());
    CHECK(serverTasks("[Notes]\n").empty());
    CHECK(serverTasks("").empty());
}

TEST_CASE("a task is known by its first word in any case") {
    CHECK(hasServerTask("[Notes]\nServerTasks=Router, bes -debug\n", "BES"));
    CHECK_FALSE(hasServerTask("[Notes]\nServerTasks=BESX,Router BES\n", "BES"));
    CHECK_FALSE(hasServerTask("[Notes]\nServerTasksAt5=BES\n", "BES"));
}

TEST_CASE("adding appends the task to ServerTasks and changes no other byte") {
    CHECK(added(windowsFile) ==
          "[Notes]\r\n"
          "KitType=2\r\n"
          "Directory=C:\\Lotus\\Domino\\data\r\n"
          "ServerTasks=Replica,Router,Update,AMgr,Adminp,Sched,CalConn,RnRMgr,Cldbdir,Clrepl,BES\r\n"
          "ServerTasksAt1=Catalog,Design\r\n"
          "AdminName=M\x81ller\xFF\r\n");
}

TEST_CASE("adding and taking away again gives the bytes before") {
    const auto [before, after] = GENERATE(table<std::string, std::string>({
        {"[Notes]\nServerTasks=Router\n", "[Notes]\nServerTasks=Router,BES\n"},
        {"[Notes]\nServerTasks=Router", "[Notes]\nServerTasks=Router,BES"},
        {"[Notes]\nServerTasks=Router, \t\n", "[Notes]\nServerTasks=Router,BES, \t\n"},
        {"[Notes]\nServerTasks=Router -v 3  \r\n", "[Notes]\nServerTasks=Router -v 3,BES  \r\n"},
        {"[Notes]\nSERVERTASKS = Router, AMgr\n", "[Notes]\nSERVERTASKS = Router, AMgr,BES\n"},
        {"[Notes]\nServerTasks=\n", "[Notes]\nServerTasks= BES\n"},
        {"[Notes]\nServerTasks= ,\n", "[Notes]\nServerTasks= BES ,\n"},
        {"[Notes]\nKitType=2\n", "[Notes]\nKitType=2\nServerTasks=BES\n"},
        {"[Notes]\r\nKitType=2\r\n", "[Notes]\r\nKitType=2\r\nServerTasks=BES\r\n"},
        {"[Notes]\r\nKitType=2", "[Notes]\r\nKitType=2\r\nServerTasks=BES"},
        {"[Notes]\nKitType=2", "[Notes]\nKitType=2\nServerTasks=BES"},
        {"[Notes]\nKitType=2\r", "[Notes]\nKitType=2\r\nServerTasks=BES"},
        {"[Notes]", "[Notes]\r\nServerTasks=BES"},
        {"[Notes]\r", "[Notes]\r\r\nServerTasks=BES"},
        {"[Notes]\nServerTasks=A\nServerTasks=B\n", "[Notes]\nServerTasks=A,BES\nServerTasks=B\n"},
    }));
    CHECK(added(before) == after);
    CHECK(removeServerTask(after, "BES") == before);
}

TEST_CASE("adding what is there changes nothing") {
    const std::string content =
        GENERATE("[Notes]\nServerTasks=Router,BES\n", "[Notes]\nServerTasks=bes -x,Router\n");
    CHECK(added(content) == content);
}

TEST_CASE("taking away keeps the other entries as they are written") {
    CHECK(removeServerTask("[Notes]\nServerTasks=Replica, BES, Router\n", "BES") ==
          "[Notes]\nServerTasks=Replica, Router\n");
    CHECK(removeServerTask("[Notes]\nServerTasks=bes, Router\n", "BES") == "[Notes]\nServerTasks=Router\n");
    CHECK(removeServerTask("[Notes]\nServerTasks=BES -x 1,Router,BES\n", "BES") ==
          "[Notes]\nServerTasks=Router\n");
    CHECK(removeServerTask("[Notes]\nServerTasks=BES\nKitType=2\n", "BES") ==
          "[Notes]\nServerTasks=\nKitType=2\n");
    CHECK(removeServerTask("[Notes]\nServerTasks=Router\n", "BES") == "[Notes]\nServerTasks=Router\n");
    CHECK(removeServerTask("no notes.ini", "BES") == "no notes.ini");
}

TEST_CASE("a file without [Notes] is no notes.ini and is not edited") {
    const std::string content =
        GENERATE(as<std::string>(), "", "ServerTasks=Router\n", "[Other]\nServerTasks=Router\n",
                 std::string("[\0N\0o\0t\0e\0s\0]\0", 14));
    const auto result = addServerTask(content, "BES");
    REQUIRE_FALSE(result);
    CHECK(result.error().id == "domino.notes-ini");
    CHECK(result.error().code == bes::ExitCode::domino);
}

TEST_CASE("What keeps the line [Notes] from being found is named, with what mends it") {
    const auto [content, why, remedy] = GENERATE(table<std::string, std::string, std::string>(
        {{std::string("\xff\xfe[\0N\0", 6), "UTF-16", "iconv"},
         {std::string("\xfe\xff\0[\0N", 6), "UTF-16", "iconv"},
         {"\xef\xbb\xbf[Notes]\r\nDirectory=/local\r\n", "byte order mark", "without that mark"},
         {"[Notes]\rDirectory=/local\r", "carriage return only", "tr "},
         {"Directory=/local\n", "no line [Notes]", "Enter the path"}}));
    const auto refused = addServerTask(content, "BES");
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().why, Catch::Contains(why));
    CHECK_THAT(refused.error().remedy, Catch::Contains(remedy));
}
