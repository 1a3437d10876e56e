// SPDX-License-Identifier: Apache-2.0
// Each thing that can be wrong with a database is told apart, and opening never makes or changes a file.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "database/connection.hpp"
#include "database/schema.hpp"
#include "host/interruption.hpp"
#include "text/path_text.hpp"
#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/left_out.hpp"

using bes::database::ConfigurationDatabase;

namespace {

bes::DatabaseAddress at(const std::filesystem::path& location) {
    bes::DatabaseAddress address;
    address.location = location.string();
    return address;
}

bes::Failure openFailure(const bes::DatabaseAddress& address) {
    const auto opened = ConfigurationDatabase::open(address, bes::Secret());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == bes::ExitCode::database);
    CHECK_FALSE(opened.error().remedy.empty());
    return opened.error();
}

void writeText(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

void worksAs(const std::filesystem::path& name) {
    const TemporaryFolder folder;
    const auto file = folder.path() / name;
    INFO(bes::utf8(file));
    REQUIRE(ConfigurationDatabase::create(at(file), bes::Secret()));
    CHECK(std::filesystem::file_size(file) > 0);
    CHECK(ConfigurationDatabase::open(at(file), bes::Secret()));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

} // namespace

TEST_CASE("a path where nothing is, is told and stays so") {
    const TemporaryFolder folder;
    const auto failure = openFailure(at(folder.path() / "nothing.db"));
    CHECK(failure.id == "database.connect");
    CHECK(failure.why == (folder.path() / "nothing.db").string() + " does not exist");
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(openFailure(at(folder.path() / "no-folder" / "nothing.db")).id == "database.connect");
    CHECK_FALSE(ConfigurationDatabase::upgrade(at(folder.path() / "nothing.db"), bes::Secret()));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a device is no database") {
    CHECK_THAT(openFailure(at("/dev/null")).why, Catch::EndsWith("is not a regular file"));
}

TEST_CASE("a folder and no path at all are told") {
    const TemporaryFolder folder;
    CHECK_THAT(openFailure(at(folder.path())).why, Catch::EndsWith("is a folder"));
    CHECK(openFailure(at("")).why == "no database file is given");
}

TEST_CASE("a file that is no database is told in the system's words") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "letter.txt";
    writeText(file, std::string(5000, 'x'));
    const auto failure = openFailure(at(file));
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Catch::EndsWith("file is not a database"));
}

TEST_CASE("an empty file is told, with the way to make a database") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "empty.db";
    writeText(file, "");
    const auto failure = openFailure(at(file));
    CHECK(failure.id == "database.schema");
    CHECK_THAT(failure.why, Catch::EndsWith("is empty"));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("database create"));
    CHECK(std::filesystem::file_size(file) == 0);
}

TEST_CASE("another program's database is told and left alone") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "other.db";
    const std::string tables =
        GENERATE("CREATE TABLE ServerConfig (Id INTEGER)", "CREATE TABLE SchemaVersion (Version INTEGER)");
    RawSqlite(file).run(tables);
    const auto failure = openFailure(at(file));
    CHECK(failure.id == "database.schema");
    CHECK_THAT(failure.why, Catch::Contains("is not a BlackBerry Configuration Database"));
    const auto upgraded = ConfigurationDatabase::upgrade(at(file), bes::Secret());
    REQUIRE_FALSE(upgraded);
    CHECK(upgraded.error().id == "database.schema");
    CHECK(RawSqlite(file).rows("SELECT sql FROM sqlite_schema") == tables + "\n");
}

TEST_CASE("a file that this account may not read is told with the system's reason") {
    if (geteuid() != 0) {
        leftOut("only root can become another account");
        return;
    }
    const PracticeDatabase practice;
    OtherProcess reader([&] {
        if (!becomeOrdinaryAccount())
            return 10;
        const auto opened = ConfigurationDatabase::open(practice.address(), bes::Secret());
        return !opened && opened.error().id == "database.connect" &&
                       opened.error().why.find("ermission denied") != std::string::npos
                   ? 0
                   : 11;
    });
    CHECK(reader.exitCode() == 0);
}

TEST_CASE("a damaged database is told") {
    const PracticeDatabase practice;
    const auto size = std::filesystem::file_size(practice.file());
    {
        std::fstream file(practice.file(), std::ios::binary | std::ios::in | std::ios::out);
        for (std::uintmax_t page = 1; page < size / 4096; ++page) {
            file.seekp(static_cast<std::streamoff>(page * 4096));
            file << std::string(4096, '\x5a');
        }
    }
    auto database = ConfigurationDatabase::open(practice.address(), bes::Secret());
    const bes::Failure failure = database ? database->read().error() : database.error();
    CHECK(failure.id == "database.damaged");
    CHECK_THAT(failure.why, Catch::Contains("malformed"));
}

TEST_CASE("a database that another program keeps locked is told, after some patience") {
    using namespace std::chrono_literals;
    const PracticeDatabase practice;
    RawSqlite other(practice.file());
    other.run("BEGIN EXCLUSIVE");
    const auto access = GENERATE(bes::database::Access::read, bes::database::Access::write);
    const auto looked = [&]() -> bes::Result<void> {
        auto connection = bes::database::Connection::open({practice.address(), bes::Secret(), 100ms}, access);
        if (!connection)
            return bes::fail(connection.error());
        return bes::database::guarded(*connection, "looking failed",
                                      [&] { return bes::database::expectCurrentSchema(*connection); });
    }();
    REQUIRE_FALSE(looked);
    CHECK(looked.error().id == "database.busy");
    CHECK_THAT(looked.error().why, Catch::Contains("database is locked"));
}

TEST_CASE("a signal ends the wait for a lock, and none that begins afterwards") {
    const PracticeDatabase practice;
    OtherProcess child([&] {
        using namespace std::chrono_literals;
        using Clock = std::chrono::steady_clock;
        RawSqlite other(practice.file());
        other.run("BEGIN EXCLUSIVE");
        const auto access = bes::database::Access::write;
        const auto idAfter = [&](std::chrono::milliseconds patience) -> std::string {
            auto connection =
                bes::database::Connection::open({practice.address(), bes::Secret(), patience}, access);
            if (!connection)
                return connection.error().id;
            const auto looked = bes::database::guarded(
                *connection, "", [&] { return bes::database::expectCurrentSchema(*connection); });
            return looked ? "" : looked.error().id;
        };
        [[maybe_unused]] const auto listening = bes::host::stopOnSignals();
        std::thread([] {
            std::this_thread::sleep_for(200ms);
            ::kill(::getpid(), SIGTERM);
        }).detach();
        const auto begin = Clock::now();
        if (idAfter(20s) != "run.cancelled" || Clock::now() - begin > 2s)
            return 1;
        const auto again = Clock::now();
        return idAfter(300ms) == "database.busy" && Clock::now() - again >= 300ms ? 0 : 2;
    });
    CHECK(child.exitCode() == 0);
}

TEST_CASE("setup waits for another program's short lock") {
    const PracticeDatabase practice;
    const std::string lock = GENERATE("BEGIN EXCLUSIVE", "BEGIN IMMEDIATE");
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    CHECK(bes::database::usualPatience >= std::chrono::seconds(10));
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    OtherProcess other([&] {
        RawSqlite database(practice.file());
        database.run(lock);
        (void)!write(ready[1], "x", 1);
        usleep(300000);
        database.run("COMMIT");
        return 0;
    });
    char locked = 0;
    REQUIRE(read(ready[0], &locked, 1) == 1);
    CHECK(practice.open().release("BES-NORTH", "run-1")); // reads before it writes
    CHECK(other.exitCode() == 0);
    close(ready[0]);
    close(ready[1]);
}

TEST_CASE("a backend that setup does not know is told") {
    bes::DatabaseAddress address = at("x");
    address.backend = "oracle";
    const auto failure = openFailure(address);
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Catch::Contains("oracle"));
}

TEST_CASE("paths with blanks, equals signs and letters of other languages work") {
    for (const char* name : {"a b  c.db", "db=x readonly=true.db", "Zürich – 東京.db"})
        worksAs(bes::pathOf(name));
}

TEST_CASE("a path that looks like a URI of SQLite's works") {
    worksAs("file:x?mode=ro");
}

TEST_CASE("a path with a quotation mark is refused instead of being cut off there") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a\"b.db";
    CHECK(openFailure(at(file)).id == "database.connect");
    CHECK_FALSE(ConfigurationDatabase::create(at(file), bes::Secret()));
    CHECK(std::filesystem::is_empty(folder.path()));
}
