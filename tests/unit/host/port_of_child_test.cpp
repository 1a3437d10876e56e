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
