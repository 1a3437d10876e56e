// SPDX-License-Identifier: Apache-2.0
#include "host/files.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

#include "host/windows/handle.hpp"
#include "unit/host/deep_folder.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/found.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

/// As a program holds a file that it reads and lets nobody change.
host::Handle hold(const fs::path& path, DWORD sharing = FILE_SHARE_READ) {
    host::Handle opened(
        ::CreateFileW(path.c_str(), GENERIC_READ, sharing, nullptr, OPEN_EXISTING, 0, nullptr));
    REQUIRE(opened.open());
    return opened;
}

} // namespace

TEST_CASE("Status tells files and folders apart, and what is not there") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "12345");
    const auto file = found(host::status(folder.path() / "file"));
    CHECK(file.type == FileType::regular);
    CHECK(file.size == 5);
    CHECK(file.user == 0);  // this test is an administrator's
    CHECK(file.group == 0); // whatever group the system gives to new files
    CHECK(found(host::status(folder.path())).type == FileType::folder);
    CHECK(host::status(folder.path() / "absent") == std::nullopt);
}

TEST_CASE("Reading gives every byte, as many as are allowed") {
    const TemporaryFolder folder;
    const std::string content("a\0b\r\n\x1a", 6);
    put(folder.path() / "file", content);
    CHECK(host::readFile(folder.path() / "file") == content);
    CHECK(host::readFile(folder.path() / "file", 6) == content);
    CHECK(host::readFile(folder.path() / "file", 5).error().id == "file.read");
    CHECK(host::readFile(folder.path() / "absent").error().id == "file.read");
}

TEST_CASE("A file is written whole, under names of any language, on long paths too") {
    const TemporaryFolder folder;
    const fs::path place = GENERATE(true, false) ? deepFolder(folder.path()) : folder.path();
    const fs::path file = place / fs::path(u8"Würfel-猫.ini");
    REQUIRE(host::writeDurably(file, "first\n", 0644));
    CHECK(host::readFile(file) == "first\n");
    REQUIRE(host::writeDurably(file, "second\r\n", 0644, host::Keep::ownerAndMode));
    CHECK(host::readFile(file) == "second\r\n");
    REQUIRE(host::removeUnfinishedWrites(file));
    CHECK(host::readFile(file) == "second\r\n");
    REQUIRE(host::removeTree(place));
    CHECK(host::status(place) == std::nullopt);
}

TEST_CASE("A kept file has a second name until the first is replaced") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file", kept = folder.path() / "kept",
                   fresh = folder.path() / "new";
    put(file, "old");
    put(fresh, "new");
    REQUIRE(host::keepAs(file, kept));
    REQUIRE(host::keepAs(file, kept)); // an interrupted run did it already
    REQUIRE(host::rename(fresh, file));
    CHECK(contentOf(file) == "new");
    CHECK(contentOf(kept) == "old");
    CHECK_FALSE(fs::exists(fresh));
    CHECK_FALSE(host::keepAs(file, kept));
}

TEST_CASE("A file that a program has open and lets be renamed gives way to a new one") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "program.exe", fresh = folder.path() / "new";
    put(file, "old");
    put(fresh, "new");
    host::Handle user = hold(file, FILE_SHARE_READ | FILE_SHARE_DELETE);
    REQUIRE(host::rename(fresh, file));
    CHECK(contentOf(file) == "new");
    user.close();
    CHECK(entriesIn(folder.path()) <= 2); // what was open goes at once, or when the computer starts again
}

TEST_CASE("A file that nobody may rename is a failure, and stays") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file", fresh = folder.path() / "new";
    put(file, "old");
    put(fresh, "new");
    const host::Handle user = hold(file);
    const auto renamed = host::rename(fresh, file);
    REQUIRE_FALSE(renamed);
    CHECK_FALSE(renamed.error().why.empty());
    CHECK_FALSE(renamed.error().remedy.empty());
    CHECK(contentOf(file) == "old");
    CHECK(contentOf(fresh) == "new");
}

TEST_CASE("A file that is only read gives way like another, and goes with its folder") {
    const TemporaryFolder folder;
    const fs::path inside = folder.path() / "folder";
    fs::create_directory(inside);
    put(inside / "file", "old");
    REQUIRE(::SetFileAttributesW((inside / "file").c_str(), FILE_ATTRIBUTE_READONLY) != 0);
    REQUIRE(host::writeDurably(inside / "file", "new", 0644));
    CHECK(contentOf(inside / "file") == "new");
    REQUIRE(::SetFileAttributesW((inside / "file").c_str(), FILE_ATTRIBUTE_READONLY) != 0);
    CHECK(host::removeTree(inside));
    CHECK_FALSE(fs::exists(inside));
}

TEST_CASE("A name that is taken is left alone where that is wanted") {
    const TemporaryFolder folder;
    put(folder.path() / "a", "a");
    put(folder.path() / "b", "b");
    CHECK(host::renameIfFree(folder.path() / "a", folder.path() / "b") == false);
    CHECK(host::renameIfFree(folder.path() / "a", folder.path() / "c") == true);
    CHECK(contentOf(folder.path() / "b") == "b");
    CHECK(contentOf(folder.path() / "c") == "a");
}

TEST_CASE("Removing what is not there is a success, removing a folder as a file is not") {
    const TemporaryFolder folder;
    CHECK(host::removeFile(folder.path() / "absent"));
    CHECK(host::removeEmptyFolder(folder.path() / "absent"));
    CHECK(host::removeTree(folder.path() / "absent"));
    CHECK_FALSE(host::removeFile(folder.path()));
    put(folder.path() / "file", "");
    CHECK(host::removeEmptyFolder(folder.path())); // not empty: it stays
    CHECK(fs::exists(folder.path() / "file"));
    CHECK(host::removeFile(folder.path() / "file"));
}

TEST_CASE("Folders are made with those above them, and written to the disk") {
    const TemporaryFolder folder;
    REQUIRE(host::makeFolders(folder.path() / "a/b/c", 0700));
    CHECK(fs::is_directory(folder.path() / "a/b/c"));
    CHECK(host::makeFolders(folder.path() / "a/b/c", 0700));
    put(folder.path() / "a/b/c/file", "x");
    CHECK(host::syncFolder(folder.path() / "a/b/c"));
    CHECK(host::syncFileSystem(folder.path() / "a"));
    put(folder.path() / "file", "");
    CHECK_FALSE(host::makeFolder(folder.path() / "file", 0755));
}
