// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>
#include <thread>

#include "host/network.hpp"
#include "unit/host/child_process.hpp"
#include "unit/host/found.hpp"
#include "unit/host/local_sockets.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::portHolder;

namespace {

/// Name of the program that runs this test, as the system has it.
std::string ownProgram() {
    return std::filesystem::read_symlink("/proc/self/exe").filename();
}

} // namespace

TEST_CASE("Who listens on a TCP port is named, over IPv4 and IPv6") {
    const int family = GENERATE(AF_INET, AF_INET6);
    const LocalSocket server(SOCK_STREAM, family);
    server.listen();
    const auto holder = found(portHolder(Protocol::tcp, server.port()));
    CHECK(holder.process == ::getpid());
    CHECK(holder.program == ownProgram());
    CHECK(portHolder(Protocol::udp, server.port()) == std::nullopt);
}

TEST_CASE("Who has a UDP port is named") {
    const LocalSocket socket(SOCK_DGRAM);
    CHECK(found(portHolder(Protocol::udp, socket.port())).process == ::getpid());
    CHECK(portHolder(Protocol::tcp, socket.port()) == std::nullopt);
}

TEST_CASE("A TCP port that is bound is taken though nobody listens, and free afterwards") {
    const int family = GENERATE(AF_INET, AF_INET6);
    std::uint16_t port = 0;
    {
        const LocalSocket server(SOCK_STREAM, family);
        port = server.port();
        CHECK(found(portHolder(Protocol::tcp, port)) == PortHolder{}); // the system does not tell whose it is
        server.listen();
        CHECK(found(portHolder(Protocol::tcp, port)).process == ::getpid());
    }
    CHECK(portHolder(Protocol::tcp, port) == std::nullopt);
}

TEST_CASE("A port from which somebody connects can't be listened on, and is named") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const LocalSocket client(SOCK_STREAM);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(server.port());
    REQUIRE(::connect(client.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    CHECK(found(portHolder(Protocol::tcp, client.port())).process == ::getpid());
}

TEST_CASE("Connections of a server that ended keep nobody from its port") {
    std::uint16_t port = 0;
    {
        const LocalSocket server(SOCK_STREAM);
        port = server.port();
        const int yes = 1;
        ::setsockopt(server.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes); // as servers do
        server.listen();
        const LocalSocket client(SOCK_STREAM);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        REQUIRE(::connect(client.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        ::close(::accept(server.get(), nullptr, nullptr)); // who closes first keeps the port waiting
    }
    CHECK(portHolder(Protocol::tcp, port) == std::nullopt);
}

TEST_CASE("A port that parent and child share is the parent's") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const ChildProcess child([] {
        ::pause();
        return 0;
    });
    CHECK(found(portHolder(Protocol::tcp, server.port())).process == ::getpid());
}

TEST_CASE("A program's name is told in full, though the kernel keeps only 15 letters of it") {
    const TemporaryFolder folder;
    const std::string program = folder.path() / "a-daemon-with-a-long-name";
    std::filesystem::copy_file("/bin/sleep", program);
    const auto server = std::make_unique<LocalSocket>(SOCK_STREAM);
    server->listen();
    const std::uint16_t port = server->port();
    const ChildProcess child([&] {
        ::fcntl(server->get(), F_SETFD, 0); // the daemon inherits the port
        return ::execl(program.c_str(), program.c_str(), "60", nullptr);
    });
    while (std::filesystem::read_symlink("/proc/" + std::to_string(child.id()) + "/exe") != program)
        std::this_thread::sleep_for(5ms);
    ::close(server->get()); // only the daemon has it now
    const auto holder = found(portHolder(Protocol::tcp, port));
    CHECK(holder.process == child.id());
    CHECK(holder.program == "a-daemon-with-a-long-name");
}
