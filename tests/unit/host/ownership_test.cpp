// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/ownership.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

std::uint32_t ownerOf(const fs::path& path) {
    struct stat entry {};
    REQUIRE(lstat(path.c_str(), &entry) == 0);
    return entry.st_uid;
}

void make(const fs::path& path, std::uint32_t owner) {
    std::ofstream(path) << "text";
    REQUIRE(lchown(path.c_str(), owner, owner) == 0);
}

} // namespace

TEST_CASE("What belongs to one account is given to another, and nothing that a link leads to") {
    if (geteuid() != 0)
        return leftOut("giving files to others needs root");
    const TemporaryFolder work;
    const fs::path logs = work.path() / "logs";
    fs::create_directories(logs / "inner");
    make(work.path() / "outside", 4001);
    make(logs / "own", 4001);
    make(logs / "inner/own", 4001);
    make(logs / "root's", 0);
    fs::create_symlink(work.path() / "outside", logs / "link");
    REQUIRE(lchown((logs / "link").c_str(), 4001, 4001) == 0);
    fs::create_directory_symlink(work.path(), logs / "folder-link");
    fs::create_hard_link(work.path() / "outside", logs / "second-name");
    REQUIRE(chown((logs / "inner").c_str(), 4001, 4001) == 0);
    REQUIRE(chown(logs.c_str(), 4001, 4001) == 0);

    const auto owned = host::ownedBelow(logs, 4001);
    REQUIRE(owned.has_value());
    std::vector<std::string> names;
    for (const auto& entry : *owned)
        names.push_back(entry.path.string());
    std::ranges::sort(names);
    CHECK(names == std::vector<std::string>{".", "inner", "inner/own", "link", "own"});
    for (const auto& entry : *owned)
        CHECK(host::handOver(logs, entry.path, 4001, {4002, 4003}));
    CHECK(ownerOf(logs) == 4002);
    CHECK(ownerOf(logs / "inner/own") == 4002);
    CHECK(ownerOf(logs / "link") == 4002);
    CHECK(ownerOf(logs / "root's") == 0);
    CHECK(ownerOf(logs / "second-name") == 4001);
    CHECK(ownerOf(work.path() / "outside") == 4001);
}

TEST_CASE("In a container's layers every file is found, and nothing of another file system") {
    if (geteuid() != 0)
        return leftOut("mounting needs root");
    const TemporaryFolder work;
    const fs::path lower = work.path() / "lower", logs = work.path() / "logs";
    fs::create_directories(lower / "inner");
    fs::create_directories(lower / "mounted");
    make(lower / "old", 4001);
    make(lower / "inner/old", 4001);
    const Overlay overlay(lower, logs);
    make(logs / "inner/new", 4001);
    const SmallFileSystem other(logs / "mounted", "size=1m");
    make(logs / "mounted/other", 4001);

    const auto owned = host::ownedBelow(logs, 4001);
    REQUIRE(owned.has_value());
    std::set<std::string> names;
    for (const auto& entry : *owned) {
        names.insert(entry.path.string());
        CHECK(host::handOver(logs, entry.path, 4001, {4002, 4003}));
    }
    CHECK(names == std::set<std::string>{"old", "inner/old", "inner/new"});
    CHECK(ownerOf(logs / "inner/old") == 4002);
    CHECK(ownerOf(logs / "inner/new") == 4002);
    CHECK(ownerOf(logs / "mounted/other") == 4001);
}

TEST_CASE("A folder that became a link meanwhile leads nowhere") {
    if (geteuid() != 0)
        return leftOut("giving files to others needs root");
    const TemporaryFolder work;
    const fs::path logs = work.path() / "logs";
    fs::create_directories(logs);
    fs::create_directories(work.path() / "outside");
    make(work.path() / "outside/file", 4001);
    fs::create_directory_symlink(work.path() / "outside", logs / "inner");
    CHECK(host::handOver(logs, "inner/file", 4001, {4002, 4002}));
    CHECK(ownerOf(work.path() / "outside/file") == 4001);
    CHECK(host::handOver(logs, "not/there", 4001, {4002, 4002}));
}

TEST_CASE("A rename to a name that is taken does nothing and says so") {
    const TemporaryFolder work;
    std::ofstream(work.path() / "from") << "from";
    std::ofstream(work.path() / "taken") << "taken";
    CHECK(host::renameIfFree(work.path() / "from", work.path() / "taken") == false);
    CHECK(host::readFile(work.path() / "taken").value() == "taken");
    CHECK(host::renameIfFree(work.path() / "from", work.path() / "free") == true);
    CHECK_FALSE(host::renameIfFree(work.path() / "from", work.path() / "free2").has_value());
}

TEST_CASE("An entry of any kind can be looked at, and tells whether it is a mount point") {
    const TemporaryFolder work;
    CHECK_FALSE(host::entryAt(work.path() / "nothing").value().has_value());
    REQUIRE(mkfifo((work.path() / "pipe").c_str(), 0600) == 0);
    CHECK(host::entryAt(work.path() / "pipe").value()->appearance.type == EntryType::pipe);
    CHECK_FALSE(host::entryAt(work.path() / "pipe/below").value().has_value());
    fs::create_symlink("/dev/null", work.path() / "link");
    const auto link = host::entryAt(work.path() / "link").value();
    CHECK(link->link());
    CHECK(link->appearance.leadsTo == "/dev/null");
    CHECK(host::entryAt("/proc").value()->mountPoint);
    CHECK_FALSE(host::entryAt(work.path()).value()->mountPoint);
}
