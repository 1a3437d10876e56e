// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

#include <catch2/catch.hpp>

#include "host/entry.hpp"
#include "host/surroundings.hpp"
#include "host/time_limited.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

FolderState stateOf(const fs::path& folder, const host::Root& root = host::Root()) {
    const auto state = host::folderState(root, folder);
    REQUIRE(state);
    return *state;
}

bool setFlags(const fs::path& path, int flags) {
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool set = ::ioctl(opened, FS_IOC_SETFLAGS, &flags) == 0;
    ::close(opened);
    return set;
}

} // namespace

TEST_CASE("a folder that will be made is judged by where its nearest parent is") {
    const TemporaryFolder folder;
    const fs::path point = fs::canonical(folder.path()) / "disk";
    SmallFileSystem disk(point, "size=1m,nr_inodes=20");
    FolderState state = stateOf(point / "opt" / "bes");
    CHECK(state.obstacle.empty());
    CHECK(state.leadsTo == point / "opt" / "bes");
    CHECK(state.mountPoint == point);
    CHECK(state.fileSystem == "tmpfs");
    CHECK_FALSE(state.noExec);
    REQUIRE(state.freeFiles);
    CHECK(*state.freeFiles <= 20);

    REQUIRE(::mount(nullptr, point.c_str(), nullptr, MS_REMOUNT | MS_NOEXEC, "size=1m,nr_inodes=20") == 0);
    CHECK(stateOf(point / "opt").noExec);
    fs::create_directories(point / "opt/inner");
    REQUIRE(::mount("test", (point / "opt/inner").c_str(), "tmpfs", 0, "size=1m") == 0);
    CHECK(stateOf(point / "opt").mountsInside == std::vector{point / "opt/inner"});
    CHECK(stateOf(point / "opt/inner").mountsInside.empty());
    ::umount2((point / "opt/inner").c_str(), MNT_DETACH);
    disk.makeReadOnly();
    CHECK_FALSE(stateOf(point / "opt/x").obstacle.empty());
}

TEST_CASE("what is in the way of a folder is told") {
    const TemporaryFolder folder;
    const fs::path place = fs::canonical(folder.path());
    put(place / "file", "");
    fs::create_symlink("nowhere", place / "dangling");
    fs::create_symlink("round", place / "round");
    CHECK_THAT(stateOf(place / "file/bes").obstacle, Contains("not a folder"));
    CHECK_THAT(stateOf(place / "round/bes").obstacle, Contains("round"));
    CHECK_THAT(stateOf(place / ("x" + std::string(256, 'x'))).obstacle, Contains("257"));
}

TEST_CASE("an attribute that keeps even root out is told, with how to end it") {
    if (!isRoot())
        return;
    const TemporaryFolder folder;
    const fs::path place = fs::canonical(folder.path());
    put(place / "file", "");
    for (const auto& [flag, words] : {std::pair(FS_IMMUTABLE_FL, "is immutable (lsattr shows it, chattr -i "),
                                      {FS_APPEND_FL, "is append only (lsattr shows it, chattr -a "}})
        for (const fs::path& path : {place / "file", place}) {
            CHECK(host::whyFrozen(path).empty());
            if (!setFlags(path, flag))
                return leftOut("the file system has no attributes");
            CHECK(host::whyFrozen(path) == path.string() + ' ' + words + path.string() + " removes it)");
            if (path == place)
                CHECK_THAT(stateOf(path).obstacle, Contains(words));
            setFlags(path, 0);
        }
    CHECK(host::whyFrozen(place / "nothing").empty());
}

TEST_CASE("in an image, links lead inside it") {
    const TemporaryFolder folder;
    const fs::path image = fs::canonical(folder.path());
    fs::create_directories(image / "srv/opt");
    fs::create_symlink("/srv/opt", image / "opt");
    const host::Root root(image);
    CHECK(stateOf("/opt/bes", root).leadsTo == "/srv/opt/bes");
    fs::create_symlink("/nowhere", image / "dangling");
    CHECK_THAT(stateOf("/dangling/bes", root).obstacle, Contains("has no target"));
    CHECK_THAT(stateOf("/dangling", root).obstacle, Contains("has no target"));
}

TEST_CASE("an account is told with its group, and what is in the way of making it") {
    const TemporaryFolder folder;
    const host::Root root(folder.path());
    fs::create_directories(folder.path() / "etc");
    put(folder.path() / "etc/passwd", "root:x:0:0::/root:/bin/sh\nbes:x:990:991::/:/usr/sbin/nologin\n");
    put(folder.path() / "etc/group", "root:x:0:\nother:x:5:\n");
    auto state = host::accountState(root, "bes");
    REQUIRE(state);
    CHECK(state->user == 990u);
    CHECK_FALSE(state->group);
    state = host::accountState(root, "other");
    REQUIRE(state);
    CHECK_FALSE(state->user);
    CHECK(state->group == 5u);
    CHECK(host::accountState(host::Root(), "root")->group == 0u);
}

TEST_CASE("the target that an image boots into is read from its link") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "etc/systemd/system");
    fs::create_symlink("/usr/lib/systemd/system/rescue.target",
                       folder.path() / "etc/systemd/system/default.target");
    CHECK(host::systemdState(host::Root(folder.path()))->defaultTarget == "rescue.target");
}

TEST_CASE("a look that hangs is given up") {
    const auto begun = std::chrono::steady_clock::now();
    const auto answer =
        host::timeLimited(std::chrono::milliseconds(100), "Can't look at /mnt", []() -> Result<int> {
            std::this_thread::sleep_for(std::chrono::seconds(2));
            return 1;
        });
    REQUIRE_FALSE(answer);
    CHECK(answer.error().id == "file.timeout");
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2));
    CHECK(host::timeLimited(std::chrono::seconds(20), "x", []() -> Result<int> { return 7; }) == 7);
}
