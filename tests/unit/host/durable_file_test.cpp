// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdlib>

#include "host/files.hpp"
#include "host/process.hpp"
#include "unit/host/child_process.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

struct stat entryOf(const fs::path& path) {
    struct stat entry {};
    REQUIRE(::stat(path.c_str(), &entry) == 0);
    return entry;
}

} // namespace

TEST_CASE("A durably written file has content and mode, and nothing is left beside it") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    const mode_t before = ::umask(077);
    REQUIRE(host::writeDurably(file, "first", 0644));
    REQUIRE(host::writeDurably(file, "second", 0755));
    ::umask(before);
    CHECK(contentOf(file) == "second");
    CHECK((entryOf(file).st_mode & 07777) == 0755);
    CHECK(entriesIn(folder.path()) == 1);
}

TEST_CASE("The old file keeps its bytes: a second name of it is not written through") {
    const TemporaryFolder folder;
    put(folder.path() / "file", "old");
    fs::create_hard_link(folder.path() / "file", folder.path() / "kept");
    REQUIRE(host::writeDurably(folder.path() / "file", "new", 0644));
    CHECK(contentOf(folder.path() / "kept") == "old");
}

TEST_CASE("A rewritten file keeps owner, mode and extended attributes") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "notes.ini";
    put(file, "old");
    const bool root = ::geteuid() == 0;
    if (root)
        REQUIRE(::chown(file.c_str(), 1234, 4321) == 0);
    REQUIRE(::chmod(file.c_str(), 0664) == 0);
    const bool attributes = ::setxattr(file.c_str(), "user.kept", "yes", 3, 0) == 0;

    REQUIRE(host::writeDurably(file, "new", 0600, host::Keep::ownerAndMode));
    CHECK(contentOf(file) == "new");
    CHECK((entryOf(file).st_mode & 07777) == 0664);
    if (root) {
        CHECK(entryOf(file).st_uid == 1234);
        CHECK(entryOf(file).st_gid == 4321);
    }
    if (attributes) { // not every file system has them
        char value[4] = {};
        CHECK(::getxattr(file.c_str(), "user.kept", value, 3) == 3);
    }
}

TEST_CASE("A new file of a rewriting caller gets the mode that was given") {
    const TemporaryFolder folder;
    REQUIRE(host::writeDurably(folder.path() / "file", "", 0600, host::Keep::ownerAndMode));
    CHECK((entryOf(folder.path() / "file").st_mode & 07777) == 0600);
}

TEST_CASE("An administrator's symbolic link stays, what it leads to is rewritten") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "elsewhere");
    put(folder.path() / "elsewhere" / "notes.ini", "old");
    fs::create_symlink("elsewhere/notes.ini", folder.path() / "notes.ini");
    REQUIRE(host::writeDurably(folder.path() / "notes.ini", "new", 0600, host::Keep::ownerAndMode));
    CHECK(fs::is_symlink(folder.path() / "notes.ini"));
    CHECK(contentOf(folder.path() / "elsewhere" / "notes.ini") == "new");
}

TEST_CASE("A file of our own replaces a symbolic link and leaves alone what that led to") {
    const TemporaryFolder folder;
    put(folder.path() / "other", "precious");
    fs::create_symlink("other", folder.path() / "bes.service"); // a masked unit is a link to /dev/null
    REQUIRE(host::writeDurably(folder.path() / "bes.service", "new", 0644));
    CHECK_FALSE(fs::is_symlink(folder.path() / "bes.service"));
    CHECK(contentOf(folder.path() / "other") == "precious");
}

TEST_CASE("A folder is not replaced by a file") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "inner");
    CHECK(host::writeDurably(folder.path() / "inner", "", 0644).error().why == "Is a directory");
    CHECK(entriesIn(folder.path()) == 1);
}

TEST_CASE("On a full disk the old file stays whole and the numbers are told") {
    const TemporaryFolder folder;
    const SmallFileSystem small(folder.path() / "small", "size=1m");
    const fs::path file = folder.path() / "small" / "file";
    REQUIRE(host::writeDurably(file, "old", 0644));

    const auto written = host::writeDurably(file, std::string(2u << 20, 'x'), 0644);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ExitCode::diskSpace);
    CHECK(written.error().id == "file.no-space");
    CHECK_THAT(written.error().why, Catch::Contains("No space left on device: needs 2.0 MiB"));
    CHECK_THAT(written.error().why, Catch::Contains("KiB free"));
    CHECK(contentOf(file) == "old");
    CHECK(entriesIn(folder.path() / "small") == 1);
}

TEST_CASE("A disk without inodes is told from one without bytes") {
    const TemporaryFolder folder;
    const SmallFileSystem small(folder.path() / "small", "size=1m,nr_inodes=2");
    put(folder.path() / "small" / "last", "");
    const auto written = host::writeDurably(folder.path() / "small" / "file", "x", 0644);
    REQUIRE_FALSE(written);
    CHECK_THAT(written.error().why, Catch::Contains("no free inode"));
}

TEST_CASE("Writes one file", "[.traced]") { // run by the next test
    REQUIRE(host::writeDurably(std::getenv("BES_TEST_FILE"), "content", 0644));
}

TEST_CASE("The content is on the disk before the name changes, and the name before the caller goes on") {
    const TemporaryFolder folder;
    const std::string file = folder.path() / "file", log = folder.path() / "log";
    // the leak check can't be traced
    const auto traced =
        host::run({"env", "BES_TEST_FILE=" + file, "ASAN_OPTIONS=detect_leaks=0", "strace", "-y", "-e",
                   "trace=write,fsync,renameat", "-o", log, fs::read_symlink("/proc/self/exe"), "[.traced]"},
                  std::chrono::seconds(30));
    REQUIRE(traced);
    REQUIRE(traced->exitCode == 0);
    const std::string calls = contentOf(log);
    const auto written = calls.find("unfinished"), synced = calls.find("fsync("),
               renamed = calls.find("renameat("), folderSynced = calls.find("fsync(", renamed);
    REQUIRE(folderSynced != std::string::npos);
    CHECK(written < synced);
    CHECK(synced < renamed);
    CHECK_THAT(calls.substr(synced, renamed - synced), Catch::Contains("unfinished"));
    CHECK_THAT(calls.substr(folderSynced),
               Catch::Contains("<" + fs::canonical(folder.path()).string() + ">"));
}

TEST_CASE("What a killed write left is found and removed, and nothing else") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    put(file, "old");
    put(folder.path() / ".file2.bes-unfinished-AAAAAA", "of another file");
    ChildProcess writer([&] {
        const rlimit limit{1000, 1000}; // the kernel kills at the 1001st byte
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_DFL);
        return host::writeDurably(file, std::string(5000, 'x'), 0644) ? 0 : 1;
    });
    REQUIRE(writer.wait() == 128 + SIGXFSZ);
    REQUIRE(entriesIn(folder.path()) == 3);

    REQUIRE(host::removeUnfinishedWrites(file));
    CHECK(entriesIn(folder.path()) == 2);
    CHECK(contentOf(file) == "old");
    CHECK(host::removeUnfinishedWrites(folder.path() / "absent" / "file"));
}

TEST_CASE("Folders and file systems can be brought to the disk, absent ones can't") {
    const TemporaryFolder folder;
    CHECK(host::syncFolder(folder.path()));
    CHECK(host::syncFileSystem(folder.path()));
    CHECK_FALSE(host::syncFolder(folder.path() / "absent"));
    CHECK_FALSE(host::syncFileSystem(folder.path() / "absent"));
}
