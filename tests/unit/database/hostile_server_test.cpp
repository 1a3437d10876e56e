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

/// The failure's id, and behind it whether its words are fit to be shown.
std::string connectAndAsk(const DatabaseAddress& address, std::chrono::milliseconds patience) {
    auto connection =
        database::Connection::open({address, Secret("secret"), patience}, database::Access::read);
    if (connection) {
        const auto asked = database::guarded(*connection, "It can't be read",
                                             [&] { return database::expectCurrentSchema(*connection); });
        if (asked)
            return "no failure";
        connection = fail(asked.error());
    }
    return connection.error().id +
           (wrongLine(connection.error().why) ? " unfit " + connection.error().why : "");
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
