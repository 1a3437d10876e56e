// SPDX-License-Identifier: Apache-2.0
#include "host/run_lock.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "host/own_process.hpp"
#include "host/run_note.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/windows/hidden_test.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::RunLock;
namespace fs = std::filesystem;

namespace {

fs::path beside(fs::path file, const char* ending) {
    file += ending;
    return file;
}

/// Another process that has got the lock and keeps it.
class OtherRun {
public:
    explicit OtherRun(const fs::path& file) : process_(L"[.holds-lock]", file) {
        for (int i = 0; i < 2000 && !fs::exists(beside(file, ".taken")); ++i)
            std::this_thread::sleep_for(10ms);
        REQUIRE(fs::exists(beside(file, ".taken")));
    }
    HiddenTest& process() { return process_; }

private:
    HiddenTest process_;
};

} // namespace

TEST_CASE("Holds a lock", "[.holds-lock]") { // run by others
    const fs::path file = HiddenTest::place();
    const auto lock = RunLock::acquire(file, beside(file, ".note"));
    REQUIRE(lock);
    put(beside(file, ".taken"), "");
    std::this_thread::sleep_for(1h);
}

TEST_CASE("Takes a lock again and again", "[.contends]") { // run by the last test
    const fs::path file = HiddenTest::place(), inside = beside(file, ".inside");
    for (int taken = 0; taken < 100;) {
        const auto lock = RunLock::acquire(file);
        if (!lock)
            continue;
        REQUIRE(fs::create_directory(inside)); // else somebody else is in there
        fs::remove(inside);
        ++taken;
    }
}

TEST_CASE("A lock has one holder, who is named, and is free when it is let go") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    {
        const auto lock = RunLock::acquire(file);
        REQUIRE(lock);
        CHECK(RunLock::isHeldHere(file));
        const auto second = RunLock::acquire(file);
        REQUIRE_FALSE(second);
        CHECK(second.error().id == "run.busy");
        const auto holder = RunLock::holder(file);
        REQUIRE(holder);
        CHECK(holder->process == static_cast<int>(::GetCurrentProcessId()));
    }
    CHECK(RunLock::holder(file) == std::nullopt);
    CHECK(RunLock::acquire(file));
}

TEST_CASE("A second run is refused and told who holds the lock, since when") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    CHECK_FALSE(RunLock::holder(file));
    OtherRun other(file);
    const auto lock = RunLock::acquire(file);
    REQUIRE_FALSE(lock);
    CHECK(lock.error().code == ExitCode::busy);
    CHECK(lock.error().id == "run.busy");
    CHECK_THAT(lock.error().why, Catch::Contains("process " + std::to_string(other.process().id())) &&
                                     Catch::Contains("test-host") && Catch::Contains("since 20"));
    const auto holder = RunLock::holder(file);
    REQUIRE(holder);
    CHECK(holder->process == other.process().id());
    CHECK_THAT(describe(*holder), Catch::EndsWith(", started by " + host::personsAccount()));
}

TEST_CASE("The lock of a run that was ended is free at once") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    OtherRun other(file);
    other.process().kill();
    CHECK_FALSE(RunLock::holder(file));
    CHECK(RunLock::acquire(file));
}

TEST_CASE("A note tells of a run to who may not see its lock, as long as it runs") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock", note = beside(file, ".note");
    CHECK_FALSE(host::notedRun(note));
    OtherRun other(file);
    const auto noted = host::notedRun(note);
    REQUIRE(noted);
    CHECK(noted == RunLock::holder(file));
    other.process().kill();
    CHECK_FALSE(host::notedRun(note));
    {
        const auto lock = RunLock::acquire(file, note);
        REQUIRE(lock);
        CHECK(host::notedRun(note)->process == static_cast<int>(::GetCurrentProcessId()));
    }
    CHECK_FALSE(fs::exists(note));
    put(note,
        std::to_string(::GetCurrentProcessId()) + "\n2026\nsetup\n1\n"); // the number of another one now
    CHECK_FALSE(host::notedRun(note));
}

TEST_CASE("A run that has ended leaves no lock file") {
    const TemporaryFolder folder;
    {
        auto lock = RunLock::acquire(folder.path() / "lock");
        REQUIRE(lock);
        const RunLock moved = std::move(*lock);
        CHECK(fs::exists(folder.path() / "lock"));
    }
    CHECK(entriesIn(folder.path()) == 0);
}

TEST_CASE("A lock in a folder that is not there is a failure with the system's reason") {
    const TemporaryFolder folder;
    const auto lock = RunLock::acquire(folder.path() / "absent" / "lock");
    REQUIRE_FALSE(lock);
    CHECK(lock.error().id == "file.write");
    CHECK_FALSE(lock.error().why.empty());
}

TEST_CASE("A lock is never had by two, however fast they come and go") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    HiddenTest first(L"[.contends]", file), second(L"[.contends]", file), third(L"[.contends]", file);
    CHECK(first.wait() == 0);
    CHECK(second.wait() == 0);
    CHECK(third.wait() == 0);
}
