// SPDX-License-Identifier: Apache-2.0
#include "host/tcp_connection.hpp"

#include <catch2/catch.hpp>

#include <thread>

#include "unit/host/local_sockets.hpp"

using namespace bes;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using host::askByDatagram;
using host::TcpConnection;
using host::Unanswered;
using Clock = std::chrono::steady_clock;

namespace {

const std::vector<std::string> here{"127.0.0.1"};

TcpConnection connected(const LocalSocket& server, std::chrono::milliseconds limit = 20s) {
    auto connection = TcpConnection::open(here, server.port(), Clock::now() + limit);
    REQUIRE(connection);
    return std::move(*connection);
}

/// All that comes until the other side ends the connection.
std::string everything(const TestSocket& socket) {
    std::string all;
    for (auto part = socket.receive(); part && !part->empty(); part = socket.receive())
        all += *part;
    return all;
}

/// Answers one datagram with its own text in brackets.
void answerOnce(const LocalSocket& server) {
    std::array<char, 64> question{};
    sockaddr_storage from{};
    socklen_t length = sizeof from;
    const auto size = ::recvfrom(server.get(), question.data(), question.size(), 0,
                                 reinterpret_cast<sockaddr*>(&from), &length);
    const std::string answer = "<" + std::string(question.data(), static_cast<std::size_t>(size)) + ">";
    ::sendto(server.get(), answer.data(), static_cast<int>(answer.size()), 0,
             reinterpret_cast<const sockaddr*>(&from), length);
}

} // namespace

TEST_CASE("What is sent over a connection arrives whole, and so does the answer") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const std::string question(3 << 20, 'q'); // more than the system takes in at once
    std::string arrived;
    std::thread other([&] {
        const TestSocket client = server.accept();
        client.send("first");
        std::this_thread::sleep_for(20ms);
        client.send(", second");
        arrived = everything(client);
    });
    {
        const TcpConnection connection = connected(server);
        CHECK(connection.receive(9) == "first, se");
        CHECK(connection.receive(4) == "cond");
        CHECK(connection.send(question));
        CHECK_FALSE(connection.late());
    }
    other.join();
    CHECK(arrived == question);
}

TEST_CASE("An answer that the other side breaks off is none") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const TcpConnection connection = connected(server);
    server.accept().send("half");
    CHECK(connection.receive(8) == std::nullopt);
    CHECK_FALSE(connection.late());
}

TEST_CASE("Nothing is sent for ever to a server that has closed the connection") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const TcpConnection connection = connected(server);
    (void)server.accept();
    const std::string much(1 << 20, 'x');
    bool taken = true;
    for (int i = 0; i < 100 && taken; ++i)
        taken = connection.send(much);
    CHECK_FALSE(taken);
    CHECK_FALSE(connection.late());
}

TEST_CASE("Neither sending nor receiving goes on after the deadline") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const auto begin = Clock::now();
    const TcpConnection connection = connected(server, 1s);
    const TestSocket silent = server.accept(); // it reads nothing and says nothing
    CHECK(connection.receive(1) == std::nullopt);
    CHECK(connection.late());
    CHECK_FALSE(connection.send(std::string(64 << 20, 'x')));
    CHECK(Clock::now() - begin < 5s);
}

TEST_CASE("A server that takes nothing more holds nothing up longer than the deadline") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const auto begin = Clock::now();
    const TcpConnection connection = connected(server, 1s);
    const TestSocket full = server.accept();
    CHECK_FALSE(connection.send(std::string(64 << 20, 'x')));
    CHECK(connection.late());
    CHECK(Clock::now() - begin < 5s);
}

TEST_CASE("A connection that can't be made says what came of each address") {
    const LocalSocket closed(SOCK_STREAM); // bound, so that nobody else gets the port, but not listening
    const auto connection =
        TcpConnection::open({"127.0.0.1", "mail01", "::1"}, closed.port(), Clock::now() + 20s);
    REQUIRE_FALSE(connection);
    CHECK(connection.error().id == "network.connect");
    CHECK_THAT(connection.error().why, Contains("127.0.0.1: ") && Contains("refused"));
    CHECK_THAT(connection.error().why, Contains("; mail01: ") && Contains("; ::1: "));
}

TEST_CASE("A silent address does not hold up a connection to one that answers") {
    const BusySocket silent;
    const LocalSocket server(SOCK_STREAM, AF_INET6, silent.port());
    server.listen();
    const auto connection = TcpConnection::open({"127.0.0.1", "::1"}, server.port(), Clock::now() + 5s);
    CHECK(connection);
}

TEST_CASE("A question by datagram gets the first answer of any address") {
    const LocalSocket server(SOCK_DGRAM);
    std::thread other([&] { answerOnce(server); });
    CHECK(askByDatagram({"192.0.2.7", "mail01", "127.0.0.1"}, server.port(), "\4", 20s) == "<\4>");
    other.join();
}

TEST_CASE("A question where nobody listens ends at once") {
    std::uint16_t port = 0;
    {
        const LocalSocket gone(SOCK_DGRAM);
        port = gone.port();
    }
    const auto begin = Clock::now();
    const auto answer = askByDatagram(here, port, "?", 20s);
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Unanswered::nobodyListens);
    CHECK(Clock::now() - begin < 10s);
    CHECK(askByDatagram({}, port, "?", 20s).error() == Unanswered::nobodyListens);
}

TEST_CASE("A question that nobody answers ends with the limit") {
    const LocalSocket silent(SOCK_DGRAM);
    const auto begin = Clock::now();
    const auto answer = askByDatagram(here, silent.port(), "?", 300ms);
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Unanswered::late);
    CHECK(Clock::now() - begin >= 300ms);
    CHECK(Clock::now() - begin < 5s);
}

TEST_CASE("The connections that were made since the last look are found by the port of the other side") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const LocalSocket before(SOCK_STREAM);
    REQUIRE(before.connect(server.port()));
    host::OpenConnections connections;
    CHECK(connections.newOnes(server.port()).empty());
    const LocalSocket later(SOCK_STREAM);
    REQUIRE(later.connect(server.port()));
    CHECK(connections.newOnes(server.port()) == std::vector<int>{static_cast<int>(later.get())});
    CHECK(connections.newOnes(server.port()).empty());
}
