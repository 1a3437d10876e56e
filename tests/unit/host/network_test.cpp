// SPDX-License-Identifier: Apache-2.0
#include "host/network.hpp"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>

#include <catch2/catch.hpp>

#include <array>
#include <cstring>
#include <tuple>

#include "host/process.hpp"
#include "unit/host/child_process.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/host/local_sockets.hpp"
#include "unit/host/private_mounts.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

void raiseLoopback() {
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    ::ioctl(socket, SIOCSIFFLAGS, &request);
    ::close(socket);
}

/// Puts this process where the only name server takes every question and never answers.
void moveBehindSilentNameServer(const std::filesystem::path& configuration) {
    makeMountsPrivate();
    if (::unshare(CLONE_NEWNET) != 0)
        throw std::runtime_error("unshare");
    raiseLoopback();
    put(configuration, "nameserver 127.0.0.1\n");
    const auto used = std::filesystem::canonical("/etc/resolv.conf");
    if (::mount(configuration.c_str(), used.c_str(), nullptr, MS_BIND, nullptr) != 0)
        throw std::runtime_error("mount");
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(53);
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("bind");
}

} // namespace

TEST_CASE("The computer knows its name, its full name and no address that every computer has") {
    const auto computer = host::thisComputer();
    REQUIRE(computer);
    const std::string hostName = host::run({"hostname"}, 10s)->output;
    CHECK(hostName.starts_with(computer->name));
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

TEST_CASE("A dead name service holds nothing up longer than the limit") {
    const TemporaryFolder folder;
    ChildProcess child([&] {
        moveBehindSilentNameServer(folder.path() / "resolv.conf");
        const auto begin = Clock::now();
        const auto resolved = host::resolve("mail01.acme.example", 300ms);
        if (resolved || resolved.error().why.find("no answer within 0.3 seconds") == std::string::npos)
            return 1;
        if (host::tryConnect("mail01.acme.example", 3101, 300ms).reachable)
            return 2;
        if (Clock::now() - begin > 2s)
            return 3;
        return host::thisComputer() && Clock::now() - begin < 6s ? 0 : 4;
    });
    CHECK(child.wait() == 0);
}

TEST_CASE("A listening port is reachable and gets not a single byte") {
    const LocalSocket server(SOCK_STREAM);
    server.listen();
    const auto reachability = host::tryConnect("127.0.0.1", server.port(), 5s);
    CHECK(reachability.reachable);
    CHECK(reachability.detail == "127.0.0.1");

    const int connection = ::accept(server.get(), nullptr, nullptr);
    REQUIRE(connection >= 0);
    std::array<char, 16> buffer{};
    CHECK(::read(connection, buffer.data(), buffer.size()) == 0); // the end, and nothing before it
    ::close(connection);
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
    CHECK(reachability.detail == "127.0.0.1: Connection refused");
}

TEST_CASE("A connection that nobody answers ends with the limit") {
    const LocalSocket full(SOCK_STREAM);
    full.listen(0);
    std::vector<int> waiting; // they fill the queue: further ones are not answered
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(full.port());
    for (int i = 0; i < 4; ++i) {
        waiting.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        std::ignore = ::connect(waiting.back(), reinterpret_cast<sockaddr*>(&address), sizeof address);
    }
    const auto begin = Clock::now();
    const auto reachability = host::tryConnect("127.0.0.1", full.port(), 300ms);
    CHECK(Clock::now() - begin < 2s);
    CHECK_FALSE(reachability.reachable);
    CHECK(reachability.detail == "127.0.0.1: no answer within 0.3 seconds");
    for (const int socket : waiting)
        ::close(socket);
}

TEST_CASE("A host without address is not reachable and the reason is told") {
    const auto reachability = host::tryConnect(std::string(300, 'x'), 3101, 5s);
    CHECK_FALSE(reachability.reachable);
    CHECK_THAT(reachability.detail, Catch::Contains("Can't find the address"));
}
