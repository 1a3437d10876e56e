// SPDX-License-Identifier: Apache-2.0
#include "host/sockets.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bes::host {
namespace {

/// Bytes that the system keeps for the library; its default goes up to some megabytes.
constexpr int receiveBuffer = 256 << 10;

/// TCP_INFO; false where the socket is none of TCP.
bool readTcpInfo(int socket, tcp_info& info) {
    socklen_t size = sizeof info;
    return ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0;
}

/// Of this process, in bytes; 0 where the system does not tell.
std::uint64_t residentMemory() {
    std::ifstream pages("/proc/self/statm"); // size, resident, …
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    if (!(pages >> size >> resident))
        return 0;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

SocketWatch::SocketWatch(int socket) : socket_(::fcntl(socket, F_DUPFD_CLOEXEC, 3)) {
    if (socket_ < 0)
        throw std::system_error(errno, std::generic_category(), "fcntl");
    tcp_info info{};
    isTcp_ = readTcpInfo(socket_, info);
    if (isTcp_)
        (void)::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    begin_ = counter();
}

SocketWatch::~SocketWatch() {
    ::close(socket_);
}

std::uint64_t SocketWatch::counter() const {
    if (!isTcp_)
        return residentMemory();
    tcp_info info{};
    return readTcpInfo(socket_, info) ? info.tcpi_bytes_received : 0;
}

std::uint64_t SocketWatch::received() const {
    return std::max(counter(), begin_) - begin_;
}

void SocketWatch::cut() const {
    ::shutdown(socket_, SHUT_RDWR);
}

} // namespace bes::host
