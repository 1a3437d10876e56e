// SPDX-License-Identifier: Apache-2.0
// A server that is slow, stands still, or goes away in the middle of the work: setup says so in time, and
// nothing is half-written.

#include <csignal>
#include <sstream>
#include <thread>

#include <catch2/catch.hpp>

#include "database/connection.hpp"
#include "database/pair.hpp"
#include "database/read.hpp"
#include "host/interruption.hpp"
#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::Access;
using bes::database::ConfigurationDatabase;
using bes::database::Connection;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

bes::Result<Connection> connectTo(const PracticeDatabase& practice, Access access,
                                  std::chrono::milliseconds patience) {
    return Connection::open({practice.address(), practice.password(), patience}, access);
}

bes::Result<void> reserveWith(Connection& connection) {
    return bes::database::guarded(connection, "not reserved", [&]() -> bes::Result<void> {
        bool mayBeThere = false;
        return bes::database::reservePair(connection, northPair(), "run-1", mayBeThere);
    });
}

/// To a server and its processes, a number in each line.
void signalAll(const PostgresqlServer& server, const std::string& ids, int number) {
    server.signal(number);
    std::istringstream lines(ids);
    for (pid_t id = 0; lines >> id;)
        kill(id, number);
}

constexpr auto pairs = "SELECT count(*) FROM BESPair";

} // namespace

TEST_CASE("another program that keeps what setup writes is waited for, but not for ever") {
    const PracticeDatabase practice;
    auto other = practice.raw();
    const std::string lock =
        GENERATE("SELECT pg_advisory_xact_lock(4343123)", "UPDATE ServerConfig SET SRPHost = 'x'",
                 "LOCK TABLE BESPair IN ACCESS EXCLUSIVE MODE");
    other.run("BEGIN");
    other.run(lock);
    auto connection = connectTo(practice, Access::write, 300ms);
    REQUIRE(connection);
    const auto reserved = reserveWith(*connection);
    REQUIRE_FALSE(reserved);
    CHECK(reserved.error().id == "database.busy");
    other.run("ROLLBACK");
    CHECK(practice.open().reserve(northPair(), "run-1"));
}

TEST_CASE("reading does not wait for who writes, and shows one moment") {
    const PracticeDatabase practice;
    auto other = practice.raw();
    other.run("BEGIN");
    other.run("DELETE FROM UserConfig; UPDATE ServerConfig SET ServerName = 'RENAMED' WHERE Id = 5");
    auto connection = connectTo(practice, Access::read, 2000ms);
    REQUIRE(connection);
    const soci::transaction moment(connection->sql());
    int users = 0;
    connection->sql() << "SELECT count(*) FROM UserConfig", soci::into(users);
    CHECK(users == 250);
    other.run("COMMIT");
    connection->sql() << "SELECT count(*) FROM UserConfig", soci::into(users);
    CHECK(users == 250);
}

TEST_CASE("a server that stands still is told in time") {
    PostgresqlServer server;
    const PracticeDatabase practice(server);
    auto connection = connectTo(practice, Access::write, 500ms);
    REQUIRE(connection);
    const std::string ids = practice.rows("SELECT pid FROM pg_stat_activity"); // of each connection
    signalAll(server, ids, SIGSTOP);
    const auto begin = Clock::now();
    const auto reserved = reserveWith(*connection);
    const auto opened = connectTo(practice, Access::read, 500ms);
    const auto took = Clock::now() - begin;
    signalAll(server, ids, SIGCONT);

    REQUIRE_FALSE(reserved);
    CHECK(reserved.error().id == "database.busy");
    CHECK_THAT(reserved.error().why, Catch::Contains("did not answer completely within 2.0 seconds"));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "database.connect");
    CHECK_THAT(opened.error().why, Catch::Contains("no answer within 0.5 seconds"));
    CHECK(took < 10s);
    CHECK(practice.rows(pairs) == "1\n");
}

TEST_CASE("a server that goes away in the middle leaves nothing half-written") {
    PostgresqlServer server;
    const PracticeDatabase practice(server);
    const std::string before = practice.content();
    auto connection = connectTo(practice, Access::write, 5s);
    REQUIRE(connection);
    const auto lost = bes::database::guarded(*connection, "not changed", [&]() -> bes::Result<void> {
        bes::database::WriteTransaction transaction(*connection);
        connection->sql() << "DELETE FROM UserConfig";
        SECTION("it is shut down") {
            server.stop();
        }
        SECTION("an administrator ends the connection") {
            practice.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = "
                         "'bes-standby-setup'");
        }
        transaction.commit();
        return {};
    });
    REQUIRE_FALSE(lost);
    INFO(lost.error().why);
    CHECK(lost.error().id == "database.lost");
    CHECK_THAT(lost.error().remedy, Catch::Contains("setup detects what was done"));
    server.stop();
    const auto away = ConfigurationDatabase::open(practice.address(), practice.password());
    REQUIRE_FALSE(away);
    CHECK(away.error().id == "database.connect");
    server.start();
    CHECK(practice.content() == before);
    CHECK(practice.open().reserve(northPair(), "run-1"));
}

TEST_CASE("a signal ends the wait for what another program keeps on a server") {
    const PracticeDatabase practice;
    auto other = practice.raw();
    other.run("BEGIN");
    other.run("LOCK TABLE BESPair IN ACCESS EXCLUSIVE MODE");
    OtherProcess child([&] {
        [[maybe_unused]] const auto listening = bes::host::stopOnSignals();
        auto connection = connectTo(practice, Access::write, 20s);
        if (!connection)
            return 1;
        std::thread([] {
            std::this_thread::sleep_for(200ms);
            ::kill(::getpid(), SIGTERM);
        }).detach();
        const Clock::time_point begin = Clock::now();
        const auto reserved = reserveWith(*connection);
        return !reserved && reserved.error().id == "run.cancelled" && Clock::now() - begin < 3s ? 0 : 2;
    });
    CHECK(child.exitCode() == 0);
    other.run("ROLLBACK");
}
