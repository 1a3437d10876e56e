// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <thread>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "stand_in_process.hpp"

using Catch::Matchers::Contains;
using notes::Functions;
using notes::HandleSlot;

namespace {

constexpr const char* primary = "CN=Mail01/O=Acme";

notes::Handle pingForList(const Functions& api) {
    HandleSlot list;
    (void)api.NSPingServer(primary, nullptr, &list.handle);
    return list.handle;
}

// Ends in the stand-in's panic.
void requirePanic(const Outcome& outcome, const std::string& what) {
    CHECK(outcome.signal == SIGABRT);
    CHECK_THAT(outcome.panic(), Contains(what));
}

} // namespace

TEST_CASE("every function can be bound; two builds lack one each") {
    const StandIn standIn;
    const auto missing = [](Functions& api) {
        std::vector<std::string> names;
        notes::forEachFunction(api, [&](const char* name, notes::Need, auto& pointer) {
            if (pointer == nullptr)
                names.emplace_back(name);
        });
        return join(names);
    };
    CHECK(standIn.load(missing).answer.empty());
    CHECK(standIn.load(missing, "without-latency").answer == "NSFGetServerLatency");
    CHECK(standIn.load(missing, "without-ping").answer == "NSPingServer");
}

TEST_CASE("no call is allowed before the runtime is initialised or after its end") {
    const StandIn standIn;
    const std::string report = standIn.folder() / "notes-stand-in.report";
    requirePanic(standIn.load([&](Functions& api) {
        ::setenv("NOTES_STAND_IN_REPORT", report.c_str(), 1);
        pingForList(api);
        return "";
    }),
                 "NSPingServer: called before NotesInitExtended");
    requirePanic(standIn.run([](Functions& api) {
        api.NotesTerm();
        pingForList(api);
        return "";
    }),
                 "NSPingServer: called after NotesTerm");
    requirePanic(standIn.run([&](Functions& api) { return hex(standIn.initialise(api)); }), "only once");
}

TEST_CASE("memory is locked, unlocked and freed once each") {
    const StandIn standIn;
    const auto misuse = [&](auto body) {
        return standIn.run([body](Functions& api) {
            body(api, pingForList(api));
            return "";
        });
    };
    requirePanic(misuse([](Functions& api, notes::Handle list) {
                     (void)api.OSMemFree(list);
                     (void)api.OSMemFree(list);
                 }),
                 "is no memory any more");
    requirePanic(misuse([](Functions& api, notes::Handle list) {
                     (void)api.OSMemFree(list);
                     (void)api.OSLockObject(list);
                 }),
                 "OSLockObject: handle 3 is no memory any more");
    requirePanic(misuse([](Functions& api, notes::Handle) { (void)api.OSLockObject(0); }),
                 "handle 0 is no memory");
    requirePanic(misuse([](Functions& api, notes::Handle list) { (void)api.OSUnlockObject(list); }),
                 "is not locked");
    requirePanic(misuse([](Functions& api, notes::Handle list) {
                     (void)api.OSLockObject(list);
                     (void)api.OSMemFree(list);
                 }),
                 "still locked");
    requirePanic(misuse([](Functions& api, notes::Handle list) { (void)api.NSFDbClose(list); }),
                 "is no database");
}

TEST_CASE("what was not given back is told at the end") {
    const StandIn standIn;
    const Outcome outcome = standIn.run([](Functions& api) {
        pingForList(api);
        (void)openDatabase(api, primary, "cldbdir.nsf");
        return "";
    });
    CHECK(outcome.signal == 0);
    CHECK(outcome.leaks() ==
          std::vector<std::string>{"memory of NSPingServer",
                                   "database of NSFDbOpen of CN=Mail01/O=Acme cldbdir.nsf"});
    CHECK_FALSE(outcome.wasRight());
}

TEST_CASE("a process that ends without NotesTerm is told") {
    const StandIn standIn;
    const Outcome outcome = standIn.load([&](Functions& api) { return hex(standIn.initialise(api)); });
    REQUIRE_FALSE(outcome.report.empty());
    CHECK(outcome.report.back().at("event") == "exit without NotesTerm");
}

TEST_CASE("each thread initialises for itself and keeps its databases to itself") {
    const StandIn standIn;
    requirePanic(standIn.run([](Functions& api) {
        std::thread([&] { pingForList(api); }).join();
        return "";
    }),
                 "a thread without NotesInitThread");
    requirePanic(standIn.run([](Functions& api) {
        const notes::DatabaseHandle database = openDatabase(api, primary, "cldbdir.nsf");
        std::thread([&] {
            (void)api.NotesInitThread();
            (void)api.NSFDbClose(database);
        }).join();
        return "";
    }),
                 "belongs to another thread");
    CHECK(standIn
              .run([](Functions& api) {
                  std::thread([&] {
                      (void)api.NotesInitThread();
                      (void)takeList(api, pingForList(api));
                      api.NotesTermThread();
                  }).join();
                  return "";
              })
              .wasRight());
}

TEST_CASE("a command that changes a server is not for the checks") {
    const StandIn standIn;
    requirePanic(standIn.run([](Functions& api) {
        HandleSlot text;
        return hex(api.NSFRemoteConsole(primary, "tell clrepl quit", &text.handle));
    }),
                 "changes the server");
}

TEST_CASE("handles are written eight bytes wide") {
    const StandIn standIn;
    const Outcome outcome = standIn.run([](Functions& api) {
        HandleSlot list;
        list.unused = 0xFFFFFFFF;
        (void)api.NSPingServer(primary, nullptr, &list.handle);
        (void)takeList(api, list.handle);
        return std::to_string(list.unused);
    });
    CHECK(outcome.answer == "0");
}

TEST_CASE("notes.ini has to be there and to belong to the account") {
    const StandIn standIn;
    std::filesystem::rename(standIn.folder() / "notes.ini", standIn.folder() / "other.ini");
    CHECK(standIn.run([](Functions&) { return ""; }).answer == "init 0x1A5");
    std::filesystem::rename(standIn.folder() / "other.ini", standIn.folder() / "notes.ini");
    if (::geteuid() != 0)
        return;
    REQUIRE(::chown((standIn.folder() / "notes.ini").c_str(), 4711, static_cast<gid_t>(-1)) == 0);
    CHECK(standIn.run([](Functions&) { return ""; }).answer == "init 0x102");
}

TEST_CASE("what the runtime misses around itself is told") {
    const StandIn standIn;
    const Outcome outcome = standIn.load([&](Functions& api) {
        ::unsetenv("LD_LIBRARY_PATH");
        (void)::chdir("/");
        (void)standIn.initialise(api);
        api.NotesTerm();
        return "";
    });
    std::vector<std::string> warnings;
    for (const nlohmann::json& line : outcome.report) {
        if (line.at("event") == "warning")
            warnings.push_back(line.at("what"));
    }
    CHECK(join(warnings) == "the program directory is not in LD_LIBRARY_PATH|"
                            "the current directory is not the data directory");
}
