// SPDX-License-Identifier: Apache-2.0
// A connection may end at any statement, before or after it was done: then everything is done or nothing, and
// the same work once more ends well.

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "unit/database/practice_database.hpp"

using bes::Result;
using bes::database::ConfigurationDatabase;

namespace {

struct Work {
    std::string name;
    std::function<void(ConfigurationDatabase&)> prepare;
    std::function<Result<void>(ConfigurationDatabase&)> act;
};

void need(const Result<void>& done) {
    if (!done)
        throw std::runtime_error(done.error().why);
}

void reserve(ConfigurationDatabase& database) {
    need(database.reserve(northPair(), "run-1"));
}

void install(ConfigurationDatabase& database) {
    reserve(database);
    need(database.registerStandby(northStandby(), "run-1"));
}

std::vector<Work> works() {
    const auto nothing = [](ConfigurationDatabase&) {};
    return {
        {"reserve", nothing, [](auto& database) { return database.reserve(northPair(), "run-1"); }},
        {"take over", reserve,
         [](auto& database) {
             auto pair = northPair();
             pair.replaces = "run-1";
             return database.reserve(pair, "run-2");
         }},
        {"release", reserve, [](auto& database) { return database.release("BES-NORTH", "run-1"); }},
        {"release a reservation", reserve,
         [](auto& database) { return database.releaseReservation("BES-NORTH"); }},
        {"register", reserve,
         [](auto& database) { return database.registerStandby(northStandby(), "run-1"); }},
        {"unregister", install,
         [](auto& database) { return database.unregisterStandby("BES-NORTH-standby", "run-1"); }},
        {"refresh", install,
         [](auto& database) {
             auto standby = northStandby();
             standby.components = {"policy"};
             return database.refreshStandby(standby).map([](bool) {});
         }},
        {"remove", install,
         [](auto& database) { return database.removePair("BES-NORTH", "BES-NORTH-standby"); }},
    };
}

/// All rows but for ids and times, which differ from one time to the next.
std::string rowsOf(const PracticeDatabase& practice) {
    return practice.rows(
        "SELECT ServerName, MachineName, Role, SRPIdentifier, SRPAuthenticationKey FROM ServerConfig ORDER "
        "BY "
        "1; "
        "SELECT ServerName, Address FROM ServerAddress JOIN ServerConfig ON Id = ServerConfigId ORDER BY 1, "
        "2; "
        "SELECT ServerName, Component FROM ServerComponent JOIN ServerConfig ON Id = ServerConfigId ORDER BY "
        "1, 2; "
        "SELECT PrimaryId, StandbyName, StandbyComputer, State, RunId FROM BESPair ORDER BY 1; "
        "SELECT count(*) FROM UserConfig");
}

/// The file behind the server as it was, as often as it is wanted.
class Beginning {
public:
    explicit Beginning(const PracticeDatabase& practice) : file_(practice.server().database()) {
        std::filesystem::copy_file(file_, kept());
    }
    void comeBack() const {
        std::filesystem::copy_file(kept(), file_, std::filesystem::copy_options::overwrite_existing);
    }

private:
    [[nodiscard]] std::filesystem::path kept() const { return file_.string() + ".kept"; }
    std::filesystem::path file_;
};

/// How many logins and statements have come so far: those of several lines go on after a tabulator.
long statementsOf(const PracticeDatabase& practice) {
    const std::string log = practice.server().log();
    long count = 0;
    for (std::size_t i = 0; i < log.size(); ++i)
        count += (i == 0 || log[i - 1] == '\n') && log[i] != '\t';
    return count;
}

} // namespace

TEST_CASE("a connection that ends at any statement leaves everything or nothing, and once more ends well") {
    const Work work = GENERATE(from_range(works()));
    const std::string when = GENERATE("before", "after");
    const PracticeDatabase practice;
    auto database = practice.open();
    work.prepare(database);
    const Beginning beginning(practice);
    const std::string before = rowsOf(practice);
    const long first = statementsOf(practice);
    need(work.act(database));
    const long statements = statementsOf(practice) - first;
    const std::string after = rowsOf(practice);
    REQUIRE(before != after);

    for (long cut = 0; cut < statements; ++cut) {
        INFO(work.name << ", cut " << when << " statement " << cut + 1 << " of " << statements);
        beginning.comeBack();
        practice.server().follow(
            fmt::format(R"([{{"at": "", "skip": {}, "times": 1, "cut": "{}"}}])", cut, when));
        const auto done = work.act(database);
        practice.server().follow("[]");
        const std::string now = rowsOf(practice);
        CHECK((now == before || now == after));
        if (done)
            CHECK(now == after);
        else
            CHECK(done.error().id.starts_with("database."));
        CHECK(work.act(database));
        CHECK(rowsOf(practice) == after);
    }
}
