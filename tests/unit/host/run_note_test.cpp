// SPDX-License-Identifier: Apache-2.0
#include "host/run_note.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include <catch2/catch.hpp>

#include "unit/host/child_process.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

const host::LockHolder self{::getpid(), "2026-11-28T10:00:00Z", "bes-standby-setup install", "alice"};

} // namespace

TEST_CASE("Everybody is told of a run that is under way, until it ends") {
    const TemporaryFolder folder;
    const fs::path note = folder.path() / "note";
    CHECK_FALSE(host::notedRun(note));
    const mode_t before = ::umask(0077);
    host::noteRun(note, self);
    ::umask(before);
    CHECK(fs::status(note).permissions() == fs::perms(0644));
    CHECK(host::notedRun(note) == self);
    host::removeNote(note);
    CHECK_FALSE(host::notedRun(note));
}

TEST_CASE("The lock makes the note and takes it away") {
    const TemporaryFolder folder;
    const fs::path note = folder.path() / "note";
    {
        const auto lock = host::RunLock::acquire(folder.path() / "lock", note);
        REQUIRE(lock);
        CHECK(fs::status(folder.path() / "lock").permissions() == fs::perms(0600));
        REQUIRE(host::notedRun(note));
        CHECK(host::notedRun(note) == host::RunLock::holder(folder.path() / "lock"));
    }
    CHECK_FALSE(fs::exists(note));
}

TEST_CASE("A note whose process is gone, or whose number another one has now, says nothing") {
    const TemporaryFolder folder;
    const fs::path note = folder.path() / "note";
    {
        ChildProcess process([] { return ::pause(); });
        host::noteRun(note, {process.id(), self.since, self.program, self.account});
        CHECK(host::notedRun(note));
        process.kill(SIGKILL);
        CHECK_FALSE(host::notedRun(note));
    }
    put(note, std::to_string(::getpid()) + "\n2026\nsetup\n1\n");
    CHECK_FALSE(host::notedRun(note));
}

TEST_CASE("A note that others could have written is not believed") {
    if (::geteuid() != 0)
        return leftOut("only root can make files of others");
    const TemporaryFolder folder;
    const fs::path note = folder.path() / "note";
    host::noteRun(note, self);
    REQUIRE(::chown(note.c_str(), 65534, 65534) == 0);
    CHECK_FALSE(host::notedRun(note));
}

TEST_CASE("What stands in the place of the note and is no file is left alone") {
    const TemporaryFolder folder;
    const fs::path note = folder.path() / "note";
    fs::create_symlink("elsewhere", note);
    host::noteRun(note, self);
    host::removeNote(note);
    CHECK(fs::read_symlink(note) == "elsewhere");
}
