// SPDX-License-Identifier: Apache-2.0
#include "host/run_lock.hpp"

#include <signal.h>

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "host/own_process.hpp"
#include "unit/host/child_process.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::RunLock;
namespace fs = std::filesystem;

namespace {

/// Another process that has got the lock and keeps it.
class OtherRun {
public:
    explicit OtherRun(const fs::path& file)
        : process_([&] {
              const auto lock = RunLock::acquire(file);
              put(file.string() + ".taken", "");
              ::pause();
              return lock ? 0 : 1;
          }) {
        while (!fs::exists(file.string() + ".taken"))
            std::this_thread::sleep_for(5ms);
    }
    ChildProcess& process() { return process_; }

private:
    ChildProcess process_;
};

} // namespace

TEST_CASE("The person who started a run is who logged in, where the system keeps that") {
    ChildProcess process([] {
        constexpr std::uint32_t nobody = 0xffffffff, daemon = 1;
        std::ofstream("/proc/self/loginuid") << daemon << std::flush; // needs root
        std::uint32_t kept = nobody;
        std::ifstream("/proc/self/loginuid") >> kept;
        const std::string expected = host::accountName(kept == nobody ? ::getuid() : kept);
        return host::personsAccount() == expected ? 0 : 1;
    });
    CHECK(process.wait() == 0);
}

TEST_CASE("A second run is refused and told who holds the lock, since when") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    OtherRun other(file);
    const auto lock = RunLock::acquire(file);
    REQUIRE_FALSE(lock);
    CHECK(lock.error().code == ExitCode::busy);
    CHECK(lock.error().id == "run.busy");
    CHECK_THAT(lock.error().why, Catch::Contains("process " + std::to_string(other.process().id())));
    CHECK_THAT(lock.error().why, Catch::Contains("test-host"));
    CHECK_THAT(lock.error().why, Catch::Contains("since 20"));
}

TEST_CASE("Who looks is told who holds the lock, and takes it from nobody") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    CHECK_FALSE(RunLock::holder(file));
    CHECK_FALSE(fs::exists(file));
    OtherRun other(file);
    const auto holder = RunLock::holder(file);
    REQUIRE(holder);
    CHECK(holder->process == other.process().id());
    CHECK_THAT(describe(*holder), Catch::Contains("test-host") && Catch::Contains("since 20"));
    CHECK_THAT(describe(*holder), Catch::EndsWith(", started by " + host::personsAccount()));
    other.process().kill(SIGKILL);
    CHECK_FALSE(RunLock::holder(file));

    std::atomic<bool> ended = false;
    std::thread looks([&] {
        while (!ended)
            (void)RunLock::holder(file);
    });
    for (int i = 0; i < 200; ++i)
        CHECK(RunLock::acquire(file));
    ended = true;
    looks.join();
}

TEST_CASE("The lock of a killed run is free at once") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    OtherRun other(file);
    other.process().kill(SIGKILL);
    REQUIRE(fs::exists(file)); // nobody could tidy up
    CHECK(RunLock::acquire(file));
}

TEST_CASE("Within one process, too, a lock is had once") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    {
        const auto lock = RunLock::acquire(file);
        REQUIRE(lock);
        CHECK_FALSE(RunLock::acquire(file));
    }
    CHECK(RunLock::acquire(file));
}

TEST_CASE("A run that has ended leaves no lock file") {
    const TemporaryFolder folder;
    {
        auto lock = RunLock::acquire(folder.path() / "lock");
        const RunLock moved = std::move(*lock);
        CHECK(fs::exists(folder.path() / "lock"));
    }
    CHECK(entriesIn(folder.path()) == 0);
}

TEST_CASE("A lock is never had by two, however fast they come and go") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock", inside = folder.path() / "inside";
    const auto contend = [&] {
        int taken = 0;
        while (taken < 300) {
            const auto lock = RunLock::acquire(file);
            if (!lock)
                continue;
            if (!fs::create_directory(inside))
                return 1; // somebody else is in there
            fs::remove(inside);
            ++taken;
        }
        return 0;
    };
    ChildProcess first(contend), second(contend), third(contend);
    CHECK(first.wait() == 0);
    CHECK(second.wait() == 0);
    CHECK(third.wait() == 0);
}

TEST_CASE("A lock in a folder that is not there is a failure with the system's reason") {
    const TemporaryFolder folder;
    const auto lock = RunLock::acquire(folder.path() / "absent" / "lock");
    REQUIRE_FALSE(lock);
    CHECK(lock.error().why == "No such file or directory");
}
