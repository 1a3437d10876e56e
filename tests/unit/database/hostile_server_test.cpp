// SPDX-License-Identifier: Apache-2.0
// A server that means harm: nothing of what it says reaches the terminal, and it can take neither much memory
// nor much time.

#include <catch2/catch.hpp>

#include "database/connection.hpp"
#include "database/schema.hpp"
#include "text/acceptable.hpp"
#include "unit/database/hostile_server.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;

namespace {

// documented: what the limits of AnswerLimit come to, with much room for a slow machine
#ifdef __SANITIZE_ADDRESS__
constexpr long mostMegabytes = 900;
#else
constexpr long mostMegabytes = 300;
#endif
constexpr double mostSeconds = 60;

std::optional<Failure> failureOf(const DatabaseAddress& address, const Secret& password,
                                 std::chrono::milliseconds patience) {
    auto connection = database::Connection::open({address, password, patience}, database::Access::read);
    if (!connection)
        return connection.error();
    const auto asked = database::guarded(*connection, "It can't be read",
                                         [&] { return database::expectCurrentSchema(*connection); });
    return asked ? std::nullopt : std::optional(asked.error());
}

/// The failure's id, and behind it whether its words are fit to be shown.
std::string connectAndAsk(const DatabaseAddress& address, std::chrono::milliseconds patience) {
    const auto failure = failureOf(address, Secret("secret"), patience);
    if (!failure)
        return "no failure";
    return failure->id + (wrongLine(failure->why) ? " unfit " + failure->why : "");
}

Measured attacked(Attack attack, std::chrono::milliseconds patience = 20s, const std::string& folder = {}) {
    const HostileServer server(attack, folder);
    return measured([&] { return connectAndAsk(server.address(), patience); });
}

void check(const Measured& seen, const std::string& id) {
    WARN(id << ": " << seen.megabytes << " MiB, " << seen.seconds << " s");
    CHECK(seen.result == id);
    CHECK(seen.errors.empty());
    CHECK(seen.megabytes < mostMegabytes);
    CHECK(seen.seconds < mostSeconds);
}

} // namespace

TEST_CASE("notices of a server during the login do not reach the terminal, and have a limit") {
    check(attacked(Attack::notices), "database.too-long");
}

TEST_CASE("one notice of a gigabyte is cut off") {
    check(attacked(Attack::longNotice), "database.too-long");
}

TEST_CASE("settings of a server without end are cut off") {
    const Measured seen = attacked(Attack::parameters, 3s);
    check(seen, seen.result == "database.connect" ? "database.connect" : "database.too-long");
}

TEST_CASE("rows without end are cut off") {
    check(attacked(Attack::rows), "database.too-long");
}

TEST_CASE("one field of a gigabyte is cut off, by TCP and by a socket of this computer") {
    check(attacked(Attack::longField), "database.too-long");
    const TemporaryFolder folder;
    check(attacked(Attack::longField, 20s, folder.path().string()), "database.too-long");
}

TEST_CASE("a server that falls silent after the login is waited for as long as is said") {
    const Measured seen = attacked(Attack::silence, 300ms);
    check(seen, "database.busy");
    CHECK(seen.seconds < 20);
}

TEST_CASE("a connection that ends in the middle of a row is lost") {
    check(attacked(Attack::brokenOffRow), "database.lost");
}

TEST_CASE("a password that a server repeats is not shown") {
    const auto attack = GENERATE(Attack::refusesAloud, Attack::tellsLater);
    const HostileServer server(attack);
    const auto failure = failureOf(server.address(), Secret("word's of mine"), 20s);
    REQUIRE(failure);
    CHECK(failure->id == "database.login");
    CHECK_THAT(failure->why, Catch::Contains("not '***' ***") && !Catch::Contains("of mine"));
}
