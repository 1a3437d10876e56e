// SPDX-License-Identifier: Apache-2.0
/// The program of every component in the practice media: opens its ports on 127.0.0.1, tells systemd that it
/// is ready, leaves a line in the log folder, and stops on SIGTERM.

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "configuration.hpp"

namespace practice {
namespace {

[[noreturn]] void throwSystemError(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// SIGTERM and SIGINT as a descriptor that becomes readable.
int openStopSignal() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int descriptor = signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor < 0)
        throwSystemError("signalfd");
    return descriptor;
}

int openPort(const Port& port) {
    const std::string label = (port.udp ? "udp " : "tcp ") + std::to_string(port.number);
    const int descriptor = socket(AF_INET, (port.udp ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        throwSystemError(label);
    const int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port.number);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throwSystemError(label);
    if (!port.udp && listen(descriptor, SOMAXCONN) != 0)
        throwSystemError(label);
    std::cout << "listening on " << label << std::endl;
    return descriptor;
}

/// The protocol of sd_notify(3).
void tellSystemd(const std::string& state) {
    const char* path = std::getenv("NOTIFY_SOCKET");
    if (path == nullptr)
        return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t length = std::strlen(path);
    if (length >= sizeof address.sun_path)
        throw std::runtime_error("NOTIFY_SOCKET is too long");
    std::memcpy(address.sun_path, path, length);
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0';
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
    if (descriptor < 0 || sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL,
                                 reinterpret_cast<const sockaddr*>(&address), size) < 0)
        throwSystemError("NOTIFY_SOCKET");
    close(descriptor);
}

/// Evidence of a start that does not depend on systemd's journal.
void recordStart(const Configuration& configuration) {
    if (configuration.logFolder.empty())
        return;
    const auto path = configuration.logFolder / (configuration.name + ".started");
    std::ofstream file(path, std::ios::app);
    file << "started as process " << getpid() << '\n' << std::flush;
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
}

/// Takes and drops what comes in, until the stop signal.
void serve(int stopSignal, const std::vector<int>& ports, const std::vector<Port>& kinds) {
    std::vector<pollfd> waiting{{.fd = stopSignal, .events = POLLIN, .revents = 0}};
    for (const int port : ports)
        waiting.push_back({.fd = port, .events = POLLIN, .revents = 0});
    while (true) {
        if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
            throwSystemError("poll");
        if ((waiting[0].revents & POLLIN) != 0)
            return;
        for (std::size_t i = 0; i < ports.size(); ++i) {
            if ((waiting[i + 1].revents & POLLIN) == 0)
                continue;
            char dropped = 0;
            if (kinds[i].udp)
                static_cast<void>(recv(ports[i], &dropped, sizeof dropped, MSG_DONTWAIT));
            else if (const int connection = accept4(ports[i], nullptr, nullptr, SOCK_CLOEXEC);
                     connection >= 0)
                close(connection);
        }
    }
}

void run(const std::filesystem::path& program, const std::filesystem::path& standbyIni) {
    const Configuration configuration = readConfiguration(program, standbyIni);
    const int stopSignal = openStopSignal();
    recordStart(configuration);
    if (configuration.behaviour == Behaviour::failAtStart)
        throw std::runtime_error(configuration.name + " was told to fail at its start");

    std::vector<int> ports;
    ports.reserve(configuration.ports.size());
    for (const Port& port : configuration.ports)
        ports.push_back(openPort(port));
    if (configuration.behaviour != Behaviour::hangBeforeReady) {
        tellSystemd("READY=1\nSTATUS=Practice service, does nothing.");
        std::cout << configuration.name << " is ready" << std::endl;
    }
    if (configuration.behaviour == Behaviour::endWhenReady)
        throw std::runtime_error(configuration.name + " was told to end as soon as it is ready");
    serve(stopSignal, ports, configuration.ports);
    tellSystemd("STOPPING=1");
    std::cout << configuration.name << " stops" << std::endl;
}

} // namespace
} // namespace practice

int main(int argc, char** argv) {
    try {
        if (argc != 3 || std::string(argv[1]) != "--configuration")
            throw std::runtime_error("usage: PROGRAM --configuration FILE");
        practice::run(std::filesystem::absolute(argv[0]), argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
