// SPDX-License-Identifier: Apache-2.0
#include <sys/mount.h>

#include <catch2/catch.hpp>

#include "host/files.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

TEST_CASE("Free space is that of the file system on which the nearest existing folder is") {
    const TemporaryFolder folder;
    const fs::path point = fs::canonical(folder.path()) / "small disk"; // mountinfo writes the blank as \040
    const SmallFileSystem small(point, "size=1m");
    const auto empty = host::space(point / "opt" / "bes-standby");
    REQUIRE(empty);
    CHECK(empty->mountPoint == point);
    CHECK(empty->available == 1u << 20);

    put(point / "file", std::string(512u << 10, 'x'));
    CHECK(host::space(point)->available == 512u << 10);
    CHECK(host::space(folder.path())->mountPoint != point);
}

TEST_CASE("Two mounts of one file system are one, for they share its free space") {
    const TemporaryFolder folder;
    const fs::path first = fs::canonical(folder.path()) / "first", second = first.string() + "-and-again";
    const SmallFileSystem small(first, "size=1m");
    fs::create_directory(second);
    REQUIRE(::mount(first.c_str(), second.c_str(), nullptr, MS_BIND, nullptr) == 0);
    CHECK(host::space(second)->mountPoint == first);
    ::umount2(second.c_str(), MNT_DETACH);
}
