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

TEST_CASE("A port is free when nobody listens, whatever connections use it") {
    std::uint16_t port = 0;
    {
        const LocalSocket server(SOCK_STREAM);
        port = server.port();
        CHECK(portHolder(Protocol::tcp, port) == std::nullopt); // bound, not listening
        server.listen();
        CHECK(portHolder(Protocol::tcp, port) != std::nullopt);
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
