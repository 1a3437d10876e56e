// SPDX-License-Identifier: Apache-2.0
#include "host/linux/account_obstacles.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "host/surroundings.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

/// The account files of a computer.
class Etc {
public:
    Etc() {
        fs::create_directory(path());
        put(path() / "passwd", "root:x:0:0:root:/root:/bin/bash\n");
        put(path() / "group", "root:x:0:\n");
        put(path() / "shadow", "root:*:19000:0:99999:7:::\n");
        put(path() / "gshadow", "root:*::\n");
    }
    [[nodiscard]] fs::path path() const { return folder_.path() / "etc"; }
    [[nodiscard]] host::Root root() const { return host::Root(folder_.path()); }
    void expect(const std::string& file, const std::string& words) const {
        INFO(file);
        const auto obstacles = host::obstaclesForUseradd(path());
        REQUIRE(obstacles.size() == 1);
        CHECK_THAT(obstacles.front(), Catch::StartsWith((path() / file).string()) && Catch::Contains(words));
    }

private:
    TemporaryFolder folder_;
};

std::vector<std::string> obstaclesInImage(const Etc& etc) {
    const auto state = host::accountState(etc.root(), "bes");
    REQUIRE(state);
    return state->obstacles;
}

constexpr const char* deadProcess = "999999999"; // more than the kernel gives

} // namespace

TEST_CASE("Where nothing stands in useradd's way, nothing is told") {
    const Etc etc;
    CHECK(host::obstaclesForUseradd(etc.path()).empty());
    CHECK(obstaclesInImage(etc).empty());
    fs::remove(etc.path() / "gshadow");
    fs::remove(etc.path() / "shadow");
    put(etc.path() / "passwd-", "the one before");
    put(etc.path() / "passwd+", "left by one that was killed");
    CHECK(host::obstaclesForUseradd(etc.path()).empty());
}

TEST_CASE("useradd takes away the lock of a process that is gone, and no other") {
    const Etc etc;
    for (const std::string file : {"passwd.lock", "group.lock", "shadow.lock", "gshadow.lock"}) {
        const fs::path lock = etc.path() / file;
        put(lock, deadProcess);
        CHECK(host::obstaclesForUseradd(etc.path()).empty());
        put(lock, deadProcess + std::string(1, '\0'));
        CHECK(host::obstaclesForUseradd(etc.path()).empty());
        put(lock, deadProcess + std::string("\n"));
        etc.expect(file, "does not name a process");
        put(lock, "");
        etc.expect(file, "does not name a process");
        put(lock, "unknown");
        etc.expect(file, "does not name a process");
        put(lock, std::to_string(::getpid()));
        etc.expect(file, "process " + std::to_string(::getpid()) + " is changing accounts");
        fs::remove(lock);
        fs::create_directory(lock);
        etc.expect(file, "is a folder");
        fs::remove(lock);
        fs::create_symlink("nowhere", lock);
        etc.expect(file, "without a target");
        fs::remove(lock);
        REQUIRE(::mkfifo(lock.c_str(), 0600) == 0);
        etc.expect(file, "is a pipe");
        fs::remove(lock);
    }
    fs::create_directory(etc.path() / ".pwd.lock");
    etc.expect(".pwd.lock", "is not a file");
}

TEST_CASE("What useradd has to write anew must be a file") {
    const Etc etc;
    for (const std::string file : {"passwd", "group", "shadow", "gshadow"})
        for (const std::string end : {"", "-", "+"}) {
            const fs::path path = etc.path() / (file + end);
            const fs::path before = etc.path() / "before";
            if (end.empty())
                fs::rename(path, before);
            const auto expectEverywhere = [&](const std::string& words) {
                etc.expect(file + end, words);
                if (end.empty() && file != "passwd" && file != "group") // those can't be read at all then
                    CHECK_THAT(obstaclesInImage(etc).front(), Catch::Contains(words));
            };
            fs::create_directory(path);
            expectEverywhere("is a folder");
            fs::remove(path);
            REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
            expectEverywhere("is a pipe");
            fs::remove(path);
            fs::create_symlink("before", path);
            expectEverywhere("is a symbolic link");
            fs::remove(path);
            if (end.empty())
                fs::rename(before, path);
        }
}

TEST_CASE("Numbers for an account of the system and its group are looked for where login.defs has them") {
    const Etc etc;
    CHECK(host::takenNumbers(etc.path()).empty());
    put(etc.path() / "login.defs",
        "SYS_UID_MIN 500\nSYS_UID_MAX 400 # no range\n#SYS_GID_MIN 900\nSYS_GID_MIN 300\n"
        "SYS_GID_MAX 200\nSYS_GID_MAX 0x1f4\n");
    const auto taken = host::takenNumbers(etc.path());
    REQUIRE(taken.size() == 1);
    CHECK_THAT(taken.front(),
               Catch::Contains("account") && Catch::Contains("SYS_UID_MIN 500, SYS_UID_MAX 400"));
}

TEST_CASE("Where every number is taken, that is told of accounts and of groups") {
    const Etc etc;
    for (const std::string file : {"passwd", "group"}) {
        const std::string before = contentOf(etc.path() / file);
        std::string lines = before;
        for (int i = 100; i <= 999; ++i)
            lines += "s" + std::to_string(i) + ":x:" + std::to_string(i) + ":" + std::to_string(i) +
                     "::/:/bin/false\n";
        put(etc.path() / file, lines);
        const auto taken = host::takenNumbers(etc.path());
        REQUIRE(taken.size() == 1);
        CHECK_THAT(taken.front(), Catch::Contains(file == "passwd" ? "account" : "group"));
        const auto inImage = obstaclesInImage(etc);
        REQUIRE(inImage.size() == 1);
        CHECK_THAT(inImage.front(), Catch::Contains("no number from 100 to 999"));
        put(etc.path() / file, before);
    }
}
