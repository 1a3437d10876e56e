// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "unit/host/computer_of_others.hpp"
#include "unit/left_out.hpp"

using namespace bes;
using Catch::Contains;
using host::FileOfOthers;
namespace fs = std::filesystem;

TEST_CASE("A replaced file of others keeps owner, permissions, access list and user attributes") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    REQUIRE(::chown(computer.ini.c_str(), dominoUser, strangerUser) == 0);
    REQUIRE(::chmod(computer.ini.c_str(), 0664) == 0);
    const bool attributes = ::setxattr(computer.ini.c_str(), "user.kept", "yes", 3, 0) == 0;
    // user::rw-, user:stranger:r--, group::rw-, mask::rw-, other::r--
    const unsigned char list[] = {2, 0,  0,   0,   1,   0,   6,  0, 255, 255, 255, 255, 2,   0,  4,
                                  0, 51, 239, 0,   0,   4,   0,  6, 0,   255, 255, 255, 255, 16, 0,
                                  6, 0,  255, 255, 255, 255, 32, 0, 4,   0,   255, 255, 255, 255};
    const bool lists = ::setxattr(computer.ini.c_str(), "system.posix_acl_access", list, sizeof list, 0) == 0;

    auto file = computer.open();
    REQUIRE(file);
    CHECK(file->content() == "[Notes]\n");
    CHECK(file->owner().user == dominoUser);
    REQUIRE(file->replace("new"));
    CHECK(contentOf(computer.ini) == "new");
    CHECK((entryOf(computer.ini).st_mode & 07777) == 0664);
    CHECK(entryOf(computer.ini).st_uid == dominoUser);
    CHECK(entryOf(computer.ini).st_gid == strangerUser);
    CHECK(entriesIn(computer.data) == 1);
    char value[100] = {};
    if (attributes) // not every file system has them
        CHECK(::getxattr(computer.ini.c_str(), "user.kept", value, 3) == 3);
    if (lists)
        CHECK(::getxattr(computer.ini.c_str(), "system.posix_acl_access", value, sizeof value) ==
              sizeof list);
}

TEST_CASE("Set-ID bits and attributes that give rights are not carried over") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    REQUIRE(::chmod(computer.ini.c_str(), 07755) == 0);
    const bool attributes = ::setxattr(computer.ini.c_str(), "security.practice", "yes", 3, 0) == 0 &&
                            ::setxattr(computer.ini.c_str(), "trusted.practice", "yes", 3, 0) == 0;
    auto file = computer.open();
    REQUIRE(file);
    REQUIRE(file->replace("new"));
    CHECK((entryOf(computer.ini).st_mode & 07777) == 0755);
    if (attributes) {
        CHECK(::getxattr(computer.ini.c_str(), "security.practice", nullptr, 0) < 0);
        CHECK(::getxattr(computer.ini.c_str(), "trusted.practice", nullptr, 0) < 0);
    }
}

TEST_CASE("An access list that the folder would give to new files does not come to a replaced one") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    const unsigned char list[] = {2, 0,  0,   0,   1,   0,   7,  0, 255, 255, 255, 255, 2,   0,  7,
                                  0, 51, 239, 0,   0,   4,   0,  5, 0,   255, 255, 255, 255, 16, 0,
                                  7, 0,  255, 255, 255, 255, 32, 0, 5,   0,   255, 255, 255, 255};
    if (::setxattr(computer.data.c_str(), "system.posix_acl_default", list, sizeof list, 0) != 0)
        return;
    auto file = computer.open();
    REQUIRE(file);
    REQUIRE(file->replace("new"));
    CHECK(::getxattr(computer.ini.c_str(), "system.posix_acl_access", nullptr, 0) < 0);
    CHECK((entryOf(computer.ini).st_mode & 07777) == 0644);
}

TEST_CASE("What is no plain file of the folder's owner is refused by name and left alone") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    const auto swap = [&] { fs::remove(computer.ini); };
    SECTION("a symbolic link") {
        swap();
        fs::create_symlink("/etc/victim", computer.ini);
        give(computer.ini, dominoUser);
        computer.checkRefused("symbolic link");
    }
    SECTION("a link of root's in the account's folder, which that account can move") {
        swap();
        fs::create_symlink("/etc/victim", computer.ini);
        computer.checkRefused("symbolic link");
    }
    SECTION("a second name of somebody else's file") {
        swap();
        fs::create_hard_link(computer.victim, computer.ini);
        computer.checkRefused("2 names");
    }
    SECTION("a file of a third account") {
        give(computer.ini, strangerUser);
        computer.checkRefused("with the user ID 61235, its folder to the account with the user ID 61234");
    }
    SECTION("a pipe, which does not hold setup up") {
        swap();
        REQUIRE(::mkfifo(computer.ini.c_str(), 0666) == 0);
        give(computer.ini, dominoUser);
        computer.checkRefused("a pipe");
    }
    SECTION("a device") {
        swap();
        if (::mknod(computer.ini.c_str(), S_IFCHR | 0666, makedev(1, 3)) == 0)
            computer.checkRefused("a device");
    }
    SECTION("a folder") {
        swap();
        fs::create_directory(computer.ini);
        computer.checkRefused("a folder");
    }
    SECTION("the folder is reached through the account's link") {
        fs::create_directories(computer.data / "inner");
        fs::create_symlink("..", computer.data / "inner/notesdata");
        give(computer.data / "inner", dominoUser);
        const auto file =
            FileOfOthers::open(computer.root, "/local/notesdata/inner/notesdata/notes.ini", sizeLimit);
        REQUIRE_FALSE(file);
        CHECK(file.error().id == "file.unsafe");
        CHECK_THAT(file.error().why, Contains("\"notesdata\" on the way is a symbolic link"));
    }
    SECTION("the way leads from one account's folder into another's") {
        fs::create_directories(computer.data / "inner");
        put(computer.data / "inner/notes.ini", "[Notes]\n");
        const auto file = FileOfOthers::open(computer.root, "/local/notesdata/inner/notes.ini", sizeLimit);
        REQUIRE_FALSE(file);
        CHECK(file.error().id == "file.unsafe");
        CHECK_THAT(file.error().why, Contains("\"inner\" on the way belongs to root"));
    }
}

TEST_CASE("Links that nobody but root can set are followed, inside the root") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    fs::rename(computer.folder.path() / "root/local", computer.folder.path() / "root/srv");
    fs::create_symlink("/srv", computer.folder.path() / "root/local");
    auto file = computer.open();
    REQUIRE(file);
    REQUIRE(file->replace("new"));
    CHECK(contentOf(computer.folder.path() / "root/srv/notesdata/notes.ini") == "new");
    CHECK(fs::is_symlink(computer.folder.path() / "root/local"));
    SECTION("until others can write the folder that they are in") {
        REQUIRE(::chmod(computer.root.folder().c_str(), 0777) == 0);
        CHECK_THAT(computer.open().error().why,
                   Contains("in a folder of root that other accounts can write"));
    }
    SECTION("and the file's own name can be one") {
        fs::create_symlink("srv/notesdata/notes.ini", computer.folder.path() / "root/notes.ini");
        CHECK(FileOfOthers::open(computer.root, "/notes.ini", sizeLimit)->content() == "new");
    }
    SECTION("and one that leads in a circle does not hold setup up") {
        fs::create_symlink("circle", computer.folder.path() / "root/circle");
        CHECK(FileOfOthers::open(computer.root, "/circle/notes.ini", sizeLimit).error().why ==
              "Too many levels of symbolic links");
    }
}

TEST_CASE("What is put in the place of a file after it was read is not written, and nothing else is") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    auto file = computer.open();
    REQUIRE(file);
    const auto checkFails = [&] {
        const auto written = file->replace("new");
        REQUIRE_FALSE(written);
        CHECK(written.error().id == "file.changed");
        computer.checkVictim();
        const auto left = entriesIn(computer.data);
        CHECK(left <= 1);
    };
    SECTION("a symbolic link to a set-user-ID program") {
        fs::remove(computer.ini);
        fs::create_symlink(computer.victim, computer.ini);
        checkFails();
        CHECK(fs::is_symlink(computer.ini));
    }
    SECTION("a second name of it") {
        fs::remove(computer.ini);
        fs::create_hard_link(computer.victim, computer.ini);
        checkFails();
        CHECK(contentOf(computer.ini) == "precious");
    }
    SECTION("another file") {
        fs::remove(computer.ini);
        put(computer.ini, "[Notes]\n");
        give(computer.ini, dominoUser);
        checkFails();
        CHECK(contentOf(computer.ini) == "[Notes]\n");
    }
    SECTION("nothing") {
        fs::remove(computer.ini);
        checkFails();
    }
    SECTION("the same file with another line") {
        put(computer.ini, "[Notes]\nLOG_Replication=1\n");
        checkFails();
        CHECK(contentOf(computer.ini) == "[Notes]\nLOG_Replication=1\n");
    }
}

TEST_CASE("When the folder is swapped after the file was read, nothing appears where its name leads") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    auto file = computer.open();
    REQUIRE(file);
    fs::rename(computer.data, computer.folder.path() / "root/local/moved");
    fs::create_symlink("../etc", computer.data);
    CHECK(file->replace("new")); // the file that was read, wherever it is called so
    CHECK(contentOf(computer.folder.path() / "root/local/moved/notes.ini") == "new");
    CHECK(entriesIn(computer.folder.path() / "root/etc") == 1);
    computer.checkVictim();
}

TEST_CASE("Where file and folder belong to an account, setup has the rights of that account there") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    auto file = computer.open();
    REQUIRE(file);
    REQUIRE(::chmod(computer.data.c_str(), 0555) == 0); // root could write all the same
    for (const auto& refused : {file->checkReplaceable(), file->replace("new")}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().id == "file.access");
        CHECK_THAT(refused.error().why, Contains("Permission denied to the account with the user ID 61234"));
    }
    CHECK(contentOf(computer.ini) == "[Notes]\n");
    // and afterwards root is root again
    put(computer.data / "of-root", "");
    CHECK(entryOf(computer.data / "of-root").st_uid == 0);
    CHECK_THAT(contentOf("/proc/thread-self/status"), Contains("Uid:\t0\t0\t0\t0"));
}

TEST_CASE(
    "A file of root's in an account's folder stays root's, and so does a file of an account in root's") {
    if (!isRoot())
        return;
    const DominoComputer computer;
    SECTION("of root") {
        give(computer.ini, 0);
        REQUIRE(computer.open()->replace("new"));
        CHECK(entryOf(computer.ini).st_uid == 0);
    }
    SECTION("of the account") {
        give(computer.data, 0);
        REQUIRE(computer.open()->replace("new"));
        CHECK(entryOf(computer.ini).st_uid == dominoUser);
        REQUIRE(::chmod(computer.data.c_str(), 0777) == 0);
        CHECK(computer.open().error().id == "file.unsafe");
    }
    CHECK(contentOf(computer.ini) == "new");
}

TEST_CASE("What was kept for an undo comes back with its times") {
    const TemporaryFolder folder;
    const fs::path ini = folder.path() / "notes.ini", copy = folder.path() / "kept";
    put(ini, "old");
    const timespec times[] = {{1'000'000'000, 1}, {1'000'000'000, 123'456'789}};
    REQUIRE(::utimensat(AT_FDCWD, ini.c_str(), times, 0) == 0);
    const host::Root root(folder.path());
    auto file = FileOfOthers::open(root, "notes.ini", sizeLimit);
    REQUIRE(file);
    REQUIRE(file->keepAs(copy));
    CHECK((entryOf(copy).st_mode & 07777) == 0600);
    REQUIRE(file->replace("new"));
    REQUIRE(FileOfOthers::open(root, "notes.ini", sizeLimit)->putBack(copy));
    CHECK(contentOf(ini) == "old");
    CHECK(entryOf(ini).st_mtim.tv_sec == 1'000'000'000);
    CHECK(entryOf(ini).st_mtim.tv_nsec == 123'456'789);
}

TEST_CASE("What a killed replacement left is removed, and nothing else") {
    const TemporaryFolder folder;
    put(folder.path() / "notes.ini", "old");
    put(folder.path() / ".notes.ini.bes-unfinished-abcdefghij", "half");
    put(folder.path() / ".notes.ini2.bes-unfinished-abcdefghij", "of another file");
    const host::Root root(folder.path());
    REQUIRE(host::removeUnfinishedReplacements(root, "notes.ini"));
    CHECK(entriesIn(folder.path()) == 2);
    CHECK(host::removeUnfinishedReplacements(root, "absent/notes.ini"));
    CHECK(host::removeUnfinishedReplacements(root, "notes.ini/notes.ini"));
}

TEST_CASE("A file of others that is absent is told from one that can't be read") {
    const TemporaryFolder folder;
    const host::Root root(folder.path());
    CHECK_FALSE(FileOfOthers::find(root, "absent/notes.ini", sizeLimit).value().has_value());
    CHECK(FileOfOthers::open(root, "notes.ini", sizeLimit).error().why == "No such file or directory");
    put(folder.path() / "notes.ini", std::string(sizeLimit + 1, 'x'));
    CHECK_THAT(FileOfOthers::open(root, "notes.ini", sizeLimit).error().why, Contains("1048576 bytes"));
    CHECK_FALSE(FileOfOthers::open(root, "/", sizeLimit));
    CHECK_FALSE(FileOfOthers::open(root, "..", sizeLimit));
}
