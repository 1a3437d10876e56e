// SPDX-License-Identifier: Apache-2.0
#include "host/network.hpp"

#include <catch2/catch.hpp>

#include "host/own_process.hpp"
#include "host/process.hpp"
#include "model/server.hpp"
#include "unit/host/local_sockets.hpp"

using namespace bes;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

TEST_CASE("The computer knows its name, its full name and no address that every computer has") {
    const auto computer = host::thisComputer();
    REQUIRE(computer);
    const std::string hostName = host::run({host::programFile("hostname")}, 10s)->output;
    CHECK(sameName(hostName.substr(0, hostName.find_first_of(".\r\n")), computer->name)); // of any case
    CHECK(computer->name.find('.') == std::string::npos);
    CHECK_FALSE(computer->fullyQualifiedName.empty());
    for (const std::string& address : computer->addresses) {
        CHECK_FALSE(address.starts_with("127."));
        CHECK_FALSE(address.starts_with("fe80:"));
        CHECK(address != "::1");
    }
}

TEST_CASE("Numeric addresses are their own answer, names have each address once") {
    CHECK(host::resolve("192.0.2.7", 1s) == std::vector<std::string>{"192.0.2.7"});
    CHECK(host::resolve("2001:DB8::7", 1s) == std::vector<std::string>{"2001:db8::7"});
    const auto local = host::resolve("localhost", 5s);
    REQUIRE(local);
    CHECK(std::ranges::count(*local, "127.0.0.1") == 1);
}

TEST_CASE("A name without address is a failure that names it") {
    // 300 letters: no name server is asked
    const auto resolved = host::resolve(std::string(300, 'x'), 5s);
    REQUIRE_FALSE(resolved);
    CHECK(resolved.error().id == "network.name");
    CHECK_THAT(resolved.error().what, Catch::Contains("xxx"));
}

TEST_CASE("A listening port is reachable and gets not a single byte") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const auto reachability = host::tryConnect("127.0.0.1", server.port(), 5s);
    CHECK(reachability.reachable);
    CHECK(reachability.detail == "127.0.0.1");

    CHECK(server.accept().receive() == ""); // the end, and nothing before it
}

TEST_CASE("Of several addresses, one that answers is enough") {
    const LocalSocket server(SOCK_STREAM); // on 127.0.0.1, not on ::1
    server.listen();
    CHECK(host::tryConnect("localhost", server.port(), 5s).reachable);
}

TEST_CASE("A refused connection says so") {
    const LocalSocket closed(SOCK_STREAM); // bound, so that nobody else gets the port, but not listening
    const auto reachability = host::tryConnect("127.0.0.1", closed.port(), 5s);
    CHECK_FALSE(reachability.reachable);
    CHECK_THAT(reachability.detail, Catch::StartsWith("127.0.0.1: ") && Catch::Contains("refused"));
}

TEST_CASE("A connection that nobody answers ends with the limit") {
    const BusySocket full;
    const auto begin = Clock::now();
    const auto reachability = host::tryConnect("127.0.0.1", full.port(), 300ms);
    CHECK(Clock::now() - begin < 2s);
    CHECK_FALSE(reachability.reachable);
    CHECK(reachability.detail == "127.0.0.1: no answer within 0.3 seconds");
}

TEST_CASE("A host without address is not reachable and the reason is told") {
    const auto reachability = host::tryConnect(std::string(300, 'x'), 3101, 5s);
    CHECK_FALSE(reachability.reachable);
    CHECK_THAT(reachability.detail, Catch::Contains("Can't find the address"));
}
