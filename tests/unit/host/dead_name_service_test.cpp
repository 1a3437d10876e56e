// SPDX-License-Identifier: Apache-2.0
#include "host/network.hpp"

#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>

#include <cstring>

#include "unit/host/child_process.hpp"
#include "unit/host/file_contents.hpp"
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
