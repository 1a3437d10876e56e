// SPDX-License-Identifier: Apache-2.0
#include "host/accounts.hpp"
#include "host/surroundings.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "unit/host/file_contents.hpp"
#include "unit/host/found.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using host::createAccount;
using host::findAccount;
using host::removeAccount;
namespace fs = std::filesystem;

namespace {

constexpr const char* passwd = "root:x:0:0:root:/root:/bin/bash\n"
                               "messagebus:x:999:998::/nonexistent:/usr/sbin/nologin\n"
                               "anna:x:1000:1000:Anna,,,:/home/anna:/bin/bash\n";
constexpr const char* group = "root:x:0:\n"
                              "messagebus:x:998:\n"
                              "anna:x:1000:\n";
constexpr const char* shadow = "root:*:19000:0:99999:7:::\n";
constexpr const char* gshadow = "root:*::\n";

/// An image with account files.
class Image {
public:
    Image() {
        fs::create_directory(etc());
        put(etc() / "passwd", passwd);
        put(etc() / "group", group);
        put(etc() / "shadow", shadow);
        put(etc() / "gshadow", gshadow);
        fs::permissions(etc() / "shadow", fs::perms(0640));
    }
    [[nodiscard]] fs::path etc() const { return folder_.path() / "etc"; }
    [[nodiscard]] host::Root root() const { return host::Root(folder_.path()); }

private:
    TemporaryFolder folder_;
};

} // namespace

TEST_CASE("An account is found in the root's own files, not in those of this computer") {
    const Image image;
    const auto anna = found(findAccount(image.root(), "anna"));
    CHECK(anna.user == 1000);
    CHECK(anna.group == 1000);
    CHECK(findAccount(image.root(), "daemon") == std::nullopt);
    CHECK(found(findAccount(host::Root(), "root")).user == 0);
    CHECK(findAccount(host::Root(), "bes-no-such-account") == std::nullopt);
}

TEST_CASE("In an image, the account is new in all four files, locked, with free ids") {
    const Image image;
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    CHECK(contentOf(image.etc() / "passwd") ==
          std::string(passwd) + "bes:x:997:997::/opt/bes-standby:/usr/sbin/nologin\n");
    CHECK(contentOf(image.etc() / "group") == std::string(group) + "bes:x:997:\n");
    CHECK_THAT(contentOf(image.etc() / "shadow"), Catch::StartsWith(std::string(shadow) + "bes:!*:"));
    CHECK(contentOf(image.etc() / "gshadow") == std::string(gshadow) + "bes:!::\n");
    CHECK((fs::status(image.etc() / "shadow").permissions() & fs::perms::mask) == fs::perms(0640));
    CHECK(found(findAccount(image.root(), "bes")).user == 997);
}

TEST_CASE("Creating an account again, or one that is there, changes nothing") {
    const Image image;
    REQUIRE(createAccount(image.root(), "anna", "/opt/bes-standby"));
    CHECK(contentOf(image.etc() / "passwd") == passwd);
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    const std::string after = contentOf(image.etc() / "passwd");
    REQUIRE(createAccount(image.root(), "bes", "/elsewhere"));
    CHECK(contentOf(image.etc() / "passwd") == after);
}

TEST_CASE("An account that was made half-way is removed completely") {
    const Image image;
    put(image.etc() / "passwd", std::string(passwd) + "bes:x:997:997::/opt/bes-standby:/usr/sbin/nologin\n");
    put(image.etc() / "shadow", std::string(shadow) + "bes:!*:20000::::::\n");
    REQUIRE(removeAccount(image.root(), "bes"));
    CHECK(contentOf(image.etc() / "passwd") == passwd);
    CHECK(contentOf(image.etc() / "shadow") == shadow);
    CHECK(contentOf(image.etc() / "group") == group);
}

TEST_CASE("What a killed run left beside the account files goes with the account, made or not") {
    const Image image;
    if (GENERATE(false, true))
        REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    put(image.etc() / ".passwd.bes-unfinished-aB3xYz", "half of");
    put(image.etc() / ".gshadow.bes-unfinished-aB3xYz", "");
    REQUIRE(removeAccount(image.root(), "bes"));
    CHECK_FALSE(fs::exists(image.etc() / ".passwd.bes-unfinished-aB3xYz"));
    CHECK_FALSE(fs::exists(image.etc() / ".gshadow.bes-unfinished-aB3xYz"));
    CHECK(contentOf(image.etc() / "passwd") == passwd);
}

TEST_CASE("A group that was there without an account is neither taken over nor removed") {
    const Image image;
    const std::string groups = std::string(group) + "bes:x:500:\n";
    put(image.etc() / "group", groups);
    const auto created = createAccount(image.root(), "bes", "/opt/bes-standby");
    REQUIRE_FALSE(created);
    CHECK(created.error().id == "account.create");
    CHECK_THAT(created.error().command, Catch::Contains("--gid bes"));
    REQUIRE(removeAccount(image.root(), "bes")); // as undoing does
    CHECK(contentOf(image.etc() / "group") == groups);
    CHECK(contentOf(image.etc() / "passwd") == passwd);
}

TEST_CASE("A line of an account that does not exist is neither taken over nor removed") {
    const Image image;
    const std::string leftover = GENERATE("shadow", "gshadow");
    const std::string before = contentOf(image.etc() / leftover) + "bes:!*:19000::::::\n";
    put(image.etc() / leftover, before);
    const auto created = createAccount(image.root(), "bes", "/opt/bes-standby");
    REQUIRE_FALSE(created);
    CHECK_THAT(created.error().why, Catch::Contains("etc/" + leftover + " has a line of bes"));
    CHECK(contentOf(image.etc() / "passwd") == passwd);
    REQUIRE(removeAccount(image.root(), "bes")); // as undoing does
    CHECK(contentOf(image.etc() / leftover) == before);
    const auto state = accountState(image.root(), "bes");
    REQUIRE((state && state->obstacles.size() == 1));
    CHECK_THAT(state->obstacles.front(), Catch::Contains("has a line of bes"));
}

TEST_CASE("Removing the account gives the same bytes as before, whatever was there") {
    const Image image;
    const std::string end = GENERATE("", "\n", "+::::::\n", "\n\n# by hand: x");
    const std::string before = std::string(passwd) + "zoe:x:1001:1001::/home/zoe:/bin/sh" + end;
    put(image.etc() / "passwd", before);
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    CHECK(contentOf(image.etc() / "passwd") != before);
    REQUIRE(removeAccount(image.root(), "bes"));
    REQUIRE(removeAccount(image.root(), "bes"));
    CHECK(contentOf(image.etc() / "passwd") == before);
    CHECK(contentOf(image.etc() / "group") == group);
    CHECK(contentOf(image.etc() / "shadow") == shadow);
    CHECK(contentOf(image.etc() / "gshadow") == gshadow);
}

TEST_CASE("An account comes before the lines that include other name services") {
    const Image image;
    put(image.etc() / "passwd", std::string(passwd) + "+::::::\n");
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    CHECK_THAT(contentOf(image.etc() / "passwd"), Catch::EndsWith("nologin\n+::::::\n"));
}

TEST_CASE("In an empty practice folder the account files are made, and go with the account") {
    const TemporaryFolder folder;
    const host::Root root(folder.path());
    REQUIRE(createAccount(root, "bes", "/opt/bes-standby"));
    CHECK(contentOf(folder.path() / "etc/passwd") == "bes:!*:999:999::/opt/bes-standby:/usr/sbin/nologin\n");
    CHECK(contentOf(folder.path() / "etc/group") == "bes:x:999:\n");
    CHECK_FALSE(fs::exists(folder.path() / "etc/shadow"));
    REQUIRE(removeAccount(root, "bes"));
    CHECK(entriesIn(folder.path()) == 0);
    CHECK(removeAccount(root, "bes"));
}

TEST_CASE("A group that others have come to use stays when the account goes") {
    const Image image;
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    const std::string members = GENERATE("anna", "");
    put(image.etc() / "group", std::string(group) + "bes:x:997:" + members + "\n");
    if (members.empty()) // primary group of another account
        put(image.etc() / "passwd",
            contentOf(image.etc() / "passwd") + "zoe:x:1001:997::/home/zoe:/bin/sh\n");
    REQUIRE(removeAccount(image.root(), "bes"));
    CHECK(findAccount(image.root(), "bes") == std::nullopt);
    CHECK_THAT(contentOf(image.etc() / "group"), Catch::Contains("bes:x:997:"));
}

TEST_CASE("A number that is somebody's primary group is not free, although no group has it") {
    const Image image;
    const std::string notes = std::string(passwd) + "notes:x:1001:997::/local/notesdata:/bin/sh\n";
    put(image.etc() / "passwd", notes);
    REQUIRE(createAccount(image.root(), "bes", "/opt/bes-standby"));
    CHECK(found(findAccount(image.root(), "bes")).group == 996);
    REQUIRE(removeAccount(image.root(), "bes"));
    CHECK(contentOf(image.etc() / "passwd") == notes);
    CHECK(contentOf(image.etc() / "group") == group);
}

TEST_CASE("An account file that is a link out of the image is not touched") {
    const TemporaryFolder outside;
    put(outside.path() / "passwd", passwd);
    const TemporaryFolder image;
    const bool wholeFolder = GENERATE(true, false);
    if (wholeFolder) {
        fs::create_directory_symlink(outside.path(), image.path() / "etc");
    } else {
        fs::create_directory(image.path() / "etc");
        fs::create_symlink(outside.path() / "passwd", image.path() / "etc/passwd");
    }
    const auto created = createAccount(host::Root(image.path()), "bes", "/opt/bes-standby");
    REQUIRE_FALSE(created);
    CHECK(created.error().id == "account.create");
    if (!wholeFolder) // the folder's link leads to a place in the image, where nothing is
        CHECK_THAT(created.error().why, Catch::Contains("symbolic link"));
    CHECK(contentOf(outside.path() / "passwd") == passwd);
}

TEST_CASE("Names that would break an account file are refused") {
    const Image image;
    for (const char* name : {"", "Bes", "b:0:0", "b\nroot2::0:0::/:/bin/sh", "9bes", "-r", "b b",
                             "a234567890123456789012345678901x"})
        CHECK(createAccount(image.root(), name, "/opt").error().id == "account.create");
    CHECK(createAccount(image.root(), "bes", "/opt:/bin/sh").error().id == "account.create");
    CHECK(contentOf(image.etc() / "passwd") == passwd);
}

TEST_CASE("When every system id is taken, that is said") {
    const Image image;
    std::string full = passwd;
    for (int id = 100; id < 1000; ++id)
        full += "u" + std::to_string(id) + ":x:" + std::to_string(id) + ":65534::/:/usr/sbin/nologin\n";
    put(image.etc() / "passwd", full);
    CHECK_THAT(createAccount(image.root(), "bes", "/opt").error().why, Catch::Contains("taken"));
}
