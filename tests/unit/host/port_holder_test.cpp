// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>

#include "host/network.hpp"
#include "host/own_process.hpp"
#include "unit/host/found.hpp"
#include "unit/host/local_sockets.hpp"

using namespace bes;
using host::portHolder;

namespace {

void checkNamed(int family) {
    const LocalSocket server(SOCK_STREAM, family);
    CHECK(found(portHolder(Protocol::tcp, server.port())) == PortHolder{}); // bound: nobody tells by whom
    server.listen();
    const auto holder = found(portHolder(Protocol::tcp, server.port()));
    CHECK(holder.process == ::getpid());
    CHECK(holder.program == host::programFile("test-host"));
    CHECK(portHolder(Protocol::udp, server.port()) == std::nullopt);
}

} // namespace

TEST_CASE("Who listens on a TCP port is named") {
    checkNamed(AF_INET);
}

TEST_CASE("Who listens on a TCP port over IPv6 is named") {
    checkNamed(AF_INET6);
}

TEST_CASE("Who has a UDP port is named") {
    const LocalSocket socket(SOCK_DGRAM);
    CHECK(found(portHolder(Protocol::udp, socket.port())).process == ::getpid());
    CHECK(portHolder(Protocol::tcp, socket.port()) == std::nullopt);
}

TEST_CASE("A TCP port that is bound is taken though nobody listens, and free afterwards") {
    const int family = GENERATE(AF_INET, AF_INET6);
    CAPTURE(family);
    std::uint16_t port = 0;
    {
        const LocalSocket server(SOCK_STREAM, family);
        port = server.port();
        CHECK(found(portHolder(Protocol::tcp, port)) == PortHolder{}); // the system does not tell whose it is
        server.listen();
        (void)found(portHolder(Protocol::tcp, port));
    }
    CHECK(portHolder(Protocol::tcp, port) == std::nullopt);
}

TEST_CASE("A port from which somebody connects can't be listened on, and is named") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const LocalSocket client(SOCK_STREAM);
    REQUIRE(client.connect(server.port()));
    CHECK(found(portHolder(Protocol::tcp, client.port())).process == ::getpid());
}

TEST_CASE("Connections of a server that ended keep nobody from its port") {
    std::uint16_t port = 0;
    {
        const LocalSocket server(SOCK_STREAM);
        port = server.port();
        server.passOverEnded();
        server.listen();
        const LocalSocket client(SOCK_STREAM);
        REQUIRE(client.connect(port));
        (void)server.accept(); // who closes first keeps the port waiting
    }
    CHECK(portHolder(Protocol::tcp, port) == std::nullopt);
}
