// SPDX-License-Identifier: Apache-2.0
#include "journal/state_folder.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include <catch2/catch.hpp>

#include "host/run_lock.hpp"
#include "journal/journal.hpp"
#include "unit/left_out.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using journal::Journal;
namespace fs = std::filesystem;

namespace {

constexpr const char* onlyRoot = "only root has to doubt what others could have written";

constexpr uid_t stranger = 65534;

/// Until destroyed.
class Umask {
public:
    explicit Umask(mode_t mask) : before_(::umask(mask)) {}
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask() { ::umask(before_); }

private:
    mode_t before_;
};

/// The root folder of a computer.
class PracticeRoot {
public:
    PracticeRoot() { fs::permissions(folder_.path(), fs::perms(0755)); }
    [[nodiscard]] host::Root root() const { return host::Root(folder_.path()); }
    [[nodiscard]] fs::path state() const { return root()(journal::stateFolder()); }
    [[nodiscard]] static unsigned mode(const fs::path& path) {
        return static_cast<unsigned>(fs::status(path).permissions());
    }
    void makeJournal() const { REQUIRE(Journal::open(root())); }

private:
    TemporaryFolder folder_;
};

void expectRefused(const PracticeRoot& computer, const std::string& why) {
    for (const bool reading : {true, false}) {
        INFO((reading ? "reading" : "writing"));
        const Failure failure =
            reading ? Journal::openExisting(computer.root()).error() : Journal::open(computer.root()).error();
        CHECK(failure.id == "state.others-write");
        CHECK_THAT(failure.why, Catch::Contains(why));
        CHECK_FALSE(failure.remedy.empty());
    }
}

} // namespace

TEST_CASE("Folder and files of the state are their owner's alone, whatever the umask") {
    for (const mode_t mask : {0000U, 0022U, 0077U, 0777U}) {
        const PracticeRoot computer;
        const Umask set(mask);
        computer.makeJournal();
        CHECK(PracticeRoot::mode(computer.state()) == 0700);
        CHECK(PracticeRoot::mode(computer.state() / "setup.db") == 0600);
        CHECK(PracticeRoot::mode(computer.state().parent_path()) == 0755);
    }
}

TEST_CASE("A state folder of the version before is set right without a word") {
    const PracticeRoot computer;
    computer.makeJournal();
    fs::permissions(computer.state(), fs::perms(0755));
    fs::permissions(computer.state() / "setup.db", fs::perms(0644));
    std::ofstream(computer.state() / "lock") << "left by a run that was killed";
    CHECK(Journal::openExisting(computer.root()));
    CHECK(PracticeRoot::mode(computer.state()) == 0755); // looking changes nothing
    computer.makeJournal();
    CHECK(PracticeRoot::mode(computer.state()) == 0700);
    CHECK(PracticeRoot::mode(computer.state() / "setup.db") == 0600);
    CHECK(PracticeRoot::mode(computer.state() / "lock") == 0600);
}

TEST_CASE("Root does not believe a journal in a folder that others can write") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeRoot computer;
    computer.makeJournal();
    fs::permissions(computer.state(), fs::perms(0777));
    expectRefused(computer, computer.state().string() + " is writable by everybody (mode 0777)");
    fs::permissions(computer.state(), fs::perms(0700));
    fs::permissions(computer.state().parent_path(), fs::perms(0777));
    expectRefused(computer, computer.state().parent_path().string() + " is writable by everybody");
}

TEST_CASE("Root does not believe a journal that belongs to somebody else, or a link") {
    if (!isRoot(onlyRoot))
        return;
    const std::array<const char*, 2> names{"setup.db", "setup.db-journal"};
    for (const std::string name : names) {
        const PracticeRoot computer;
        computer.makeJournal();
        std::ofstream(computer.state() / name, std::ios::app).flush();
        REQUIRE(::chown((computer.state() / name).c_str(), stranger, stranger) == 0);
        expectRefused(computer, name + " belongs to ");
    }
    const PracticeRoot computer;
    computer.makeJournal();
    fs::rename(computer.state() / "setup.db", computer.state() / "other.db");
    fs::create_symlink("other.db", computer.state() / "setup.db");
    expectRefused(computer, "setup.db is a symbolic link");
}

TEST_CASE("Root works in no image that belongs to somebody else") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeRoot computer;
    REQUIRE(::chown(computer.root().folder().c_str(), stranger, stranger) == 0);
    expectRefused(computer, computer.root().folder().string() + " belongs to ");
    CHECK_FALSE(fs::exists(computer.state()));
}

TEST_CASE("An ordinary person works in a folder of his own, others are told that only its owner may look") {
    if (!isRoot(onlyRoot))
        return;
    const PracticeRoot computer;
    computer.makeJournal();
    const auto asStranger = [](auto work) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(::setgid(stranger) == 0 && ::setuid(stranger) == 0 && work() ? 0 : 1);
        int status = 0;
        ::waitpid(child, &status, 0);
        return status == 0;
    };
    CHECK(asStranger([&] { return Journal::openExisting(computer.root()).error().id == "state.private"; }));
    const PracticeRoot own;
    REQUIRE(::chown(own.root().folder().c_str(), stranger, stranger) == 0);
    CHECK(asStranger([&] { return Journal::open(own.root()) && Journal::openExisting(own.root()); }));
    CHECK(PracticeRoot::mode(own.state()) == 0700);
}

TEST_CASE("What stands in the place of the state folder is neither followed nor changed") {
    for (const std::string what : {"link", "dangling link", "file"}) {
        INFO(what);
        const PracticeRoot computer;
        const fs::path others = computer.root().folder() / "others";
        fs::create_directories(computer.state().parent_path());
        if (what == "link")
            fs::create_directory(others);
        if (what == "file")
            std::ofstream(computer.state()) << "mine";
        else
            fs::create_symlink(others, computer.state());
        for (const Failure& failure :
             {Journal::openExisting(computer.root()).error(), Journal::open(computer.root()).error()}) {
            CHECK(failure.id == "state.folder");
            CHECK_THAT(failure.why, Catch::Contains(computer.state().string() + " is a ") &&
                                        Catch::Contains("must be a folder"));
        }
        CHECK(fs::exists(others) == (what == "link"));
        if (what == "link") {
            CHECK(PracticeRoot::mode(others) == 0755);
            CHECK(fs::is_empty(others));
        }
    }
}

TEST_CASE("What somebody put beside the journal keeps its mode") {
    const PracticeRoot computer;
    computer.makeJournal();
    std::ofstream(computer.state() / "notes") << "mine";
    fs::permissions(computer.state() / "notes", fs::perms(0640));
    computer.makeJournal();
    CHECK(PracticeRoot::mode(computer.state() / "notes") == 0640);
}

TEST_CASE(
    "What stands in the place of a file of setup and is none is named, with what is lost by removing it") {
    for (const std::string name : {"setup.db", "setup.db-journal", "lock"})
        for (const bool pipe : {true, false}) {
            INFO(name << (pipe ? " is a pipe" : " is a folder"));
            const PracticeRoot computer;
            fs::create_directories(computer.state());
            const fs::path path = computer.state() / name;
            REQUIRE((pipe ? ::mkfifo(path.c_str(), 0600) : ::mkdir(path.c_str(), 0755)) == 0);
            for (const Failure& failure :
                 {Journal::openExisting(computer.root()).error(), Journal::open(computer.root()).error()}) {
                CHECK(failure.code == ExitCode::blocked);
                CHECK_THAT(failure.why,
                           Catch::StartsWith(path.string() + (pipe ? " is a pipe" : " is a folder")));
                CHECK_THAT(failure.remedy,
                           Catch::Contains(name == "setup.db" ? "from a backup" : "remove " + path.string()));
            }
            CHECK_FALSE(host::RunLock::holder(path));
        }
}
