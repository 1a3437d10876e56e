// SPDX-License-Identifier: Apache-2.0
#include "host/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "unit/host/file_contents.hpp"
#include "unit/host/found.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

/// Permission bits that the process's umask does not touch.
void chmodTo(const fs::path& path, unsigned mode) {
    REQUIRE(::chmod(path.c_str(), mode) == 0);
}

} // namespace

TEST_CASE("Status tells files, folders and symbolic links apart and does not follow links") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "12345");
    chmodTo(folder.path() / "file", 0640);
    fs::create_symlink("nowhere", folder.path() / "link");

    const auto file = found(host::status(folder.path() / "file"));
    CHECK(file.type == FileType::regular);
    CHECK(file.mode == 0640);
    CHECK(file.size == 5);
    CHECK(found(host::status(folder.path())).type == FileType::folder);
    CHECK(found(host::status(folder.path() / "link")).type == FileType::symbolicLink);
    CHECK(found(host::status(folder.path() / "link")).leadsTo == "nowhere");
    CHECK(host::status(folder.path() / "absent") == std::nullopt);
}

TEST_CASE("Devices, sockets and pipes are refused, never taken for files") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(host::status(folder.path() / "pipe").error().id == "file.read");
    CHECK(host::status("/dev/null").error().id == "file.read");
}

TEST_CASE("A path through a file is no absent file but a failure") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "");
    const auto found = host::status(folder.path() / "file" / "below");
    REQUIRE_FALSE(found);
    CHECK(found.error().why == "Not a directory");
    CHECK_THAT(found.error().remedy, Catch::Contains("file"));
}

TEST_CASE("Reading gives every byte, also of files that have no size") {
    const TemporaryFolder folder;
    const std::string content("a\0b\r\n", 5);
    put(folder.path() / "file", content);
    CHECK(host::readFile(folder.path() / "file") == content);
    CHECK_THAT(host::readFile("/proc/self/status").value(), Catch::Contains("Pid:"));
}

TEST_CASE("A file that is longer than allowed is refused") {
    const TemporaryFolder folder;
    put(folder.path() / "file", std::string(1001, 'x'));
    CHECK(host::readFile(folder.path() / "file", 1001).value().size() == 1001);
    CHECK_THAT(host::readFile(folder.path() / "file", 1000).error().why, Catch::Contains("1000 bytes"));
}

TEST_CASE("A failure to read carries path, the system's reason and a remedy") {
    const auto read = host::readFile("/nonexistent/file");
    REQUIRE_FALSE(read);
    CHECK(read.error().id == "file.read");
    CHECK(read.error().what == "Can't read /nonexistent/file");
    CHECK(read.error().why == "No such file or directory");
    CHECK_FALSE(read.error().remedy.empty());
}

TEST_CASE("A pipe that nobody writes to does not hold reading up") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(host::readFile(folder.path() / "pipe") == "");
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

    const auto other = host::keepAs(file, kept);
    REQUIRE_FALSE(other);
    CHECK(other.error().why == "File exists");
}

TEST_CASE("A kept symbolic link is a symbolic link") {
    const TemporaryFolder folder;
    fs::create_symlink("target", folder.path() / "link");
    REQUIRE(host::keepAs(folder.path() / "link", folder.path() / "kept"));
    CHECK(fs::read_symlink(folder.path() / "kept") == "target");
}

TEST_CASE("Removing what is not there is a success, removing a folder as a file is not") {
    const TemporaryFolder folder;
    CHECK(host::removeFile(folder.path() / "absent"));
    CHECK(host::removeEmptyFolder(folder.path() / "absent"));
    CHECK(host::removeTree(folder.path() / "absent"));
    CHECK_FALSE(host::removeFile(folder.path()));
}

TEST_CASE("A folder with something in it stays when only empty ones are to go") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "full" / "inner");
    REQUIRE(host::removeEmptyFolder(folder.path() / "full"));
    CHECK(fs::exists(folder.path() / "full" / "inner"));
    REQUIRE(host::removeEmptyFolder(folder.path() / "full" / "inner"));
    REQUIRE(host::removeEmptyFolder(folder.path() / "full"));
    CHECK_FALSE(fs::exists(folder.path() / "full"));
}

TEST_CASE("Removing a tree leaves alone what symbolic links in it lead to") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "tree" / "inner");
    fs::create_directories(folder.path() / "elsewhere");
    put(folder.path() / "elsewhere" / "precious", "");
    fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "tree" / "inner" / "link");
    REQUIRE(host::removeTree(folder.path() / "tree"));
    CHECK_FALSE(fs::exists(folder.path() / "tree"));
    CHECK(fs::exists(folder.path() / "elsewhere" / "precious"));
    CHECK_THROWS_AS(host::removeTree("/"), std::logic_error);
}

TEST_CASE("A new folder has exactly the mode that was asked for, one that was there keeps its own") {
    const TemporaryFolder folder;
    const mode_t before = ::umask(077);
    REQUIRE(host::makeFolder(folder.path() / "new", 02775));
    ::umask(before);
    CHECK(found(host::status(folder.path() / "new")).mode == 02775);
    REQUIRE(host::makeFolder(folder.path() / "new", 0700));
    CHECK(found(host::status(folder.path() / "new")).mode == 02775);
}

TEST_CASE("A file where a folder is wanted is a failure") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "");
    const auto made = host::makeFolder(folder.path() / "file", 0755);
    REQUIRE_FALSE(made);
    CHECK(made.error().why == "Not a directory");
}

TEST_CASE("Renaming into another file system is a failure that says so") {
    const TemporaryFolder folder;
    const SmallFileSystem other(folder.path() / "other", "size=1m");
    put(folder.path() / "file", "");
    const auto renamed = host::rename(folder.path() / "file", folder.path() / "other" / "file");
    REQUIRE_FALSE(renamed);
    CHECK_THAT(renamed.error().remedy, Catch::Contains("same file system"));
    CHECK(fs::exists(folder.path() / "file"));
}

TEST_CASE("A read-only file system is told from missing rights") {
    const TemporaryFolder folder;
    SmallFileSystem other(folder.path() / "other", "size=1m");
    other.makeReadOnly();
    const auto writable = host::checkWritable(folder.path() / "other" / "a" / "b");
    REQUIRE_FALSE(writable);
    CHECK(writable.error().id == "file.write");
    CHECK(writable.error().why == "Read-only file system");
    CHECK_THAT(writable.error().remedy, Catch::Contains("read-write"));
}

TEST_CASE("What is absent is writable where its nearest folder is") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "");
    CHECK(host::checkWritable(folder.path()));
    CHECK(host::checkWritable(folder.path() / "file"));
    CHECK(host::checkWritable(folder.path() / "a" / "b" / "c"));
    CHECK(host::checkWritable(folder.path() / "file" / "below").error().why == "Not a directory");
    CHECK(host::checkReadable(folder.path() / "file"));
    CHECK_FALSE(host::checkReadable(folder.path() / "absent"));
}
