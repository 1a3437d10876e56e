// SPDX-License-Identifier: Apache-2.0
#include "host/windows/sockets_library.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <system_error>

#include <psapi.h>

#include "host/sockets.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

/// Bytes that the system keeps for the library; its default goes up to some megabytes.
constexpr int receiveBuffer = 256 << 10;

std::uint64_t residentMemory() {
    PROCESS_MEMORY_COUNTERS counters{};
    return ::GetProcessMemoryInfo(::GetCurrentProcess(), &counters, sizeof counters) != 0
               ? counters.WorkingSetSize
               : 0;
}

SOCKET duplicate(SOCKET socket) {
    WSAPROTOCOL_INFOW description{};
    if (::WSADuplicateSocketW(socket, ::GetCurrentProcessId(), &description) != 0)
        return INVALID_SOCKET;
    return ::WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &description, 0, 0);
}

} // namespace

void beginSockets() {
    static const bool begun = [] {
        WSADATA about{};
        return ::WSAStartup(MAKEWORD(2, 2), &about) == 0;
    }();
    (void)begun;
}

bool Socket::dontWait() const {
    u_long yes = 1;
    return ::ioctlsocket(socket_, static_cast<long>(FIONBIO), &yes) == 0;
}

std::string textual(const sockaddr& address, int length) {
    std::array<wchar_t, NI_MAXHOST> text{};
    return ::GetNameInfoW(&address, length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0
               ? narrow(text.data())
               : std::string();
}

std::vector<NumericAddress> numericAddress(const std::string& text, std::uint16_t port) {
    beginSockets();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* list = nullptr;
    if (::getaddrinfo(text.c_str(), std::to_string(port).c_str(), &hints, &list) != 0)
        return {};
    NumericAddress found;
    found.length = static_cast<int>(list->ai_addrlen);
    std::copy_n(reinterpret_cast<const char*>(list->ai_addr),
                list->ai_addrlen,                         // NOLINT: how addresses are kept
                reinterpret_cast<char*>(&found.address)); // NOLINT
    ::freeaddrinfo(list);
    return {found};
}

bool waitFor(int socket, Readiness readiness, std::chrono::milliseconds limit) {
    const SOCKET watched = socketOfNumber(socket);
    const auto left = std::max<std::chrono::milliseconds::rep>(limit.count(), 0);
    timeval time{static_cast<long>(left / 1000), static_cast<long>(left % 1000 * 1000)};
    fd_set ready{1, {watched}}, failed{1, {watched}};
    // a connection that failed is told of in the third set only
    return ::select(0, readiness == Readiness::read ? &ready : nullptr,
                    readiness == Readiness::write ? &ready : nullptr, &failed, &time) != 0;
}

SocketWatch::SocketWatch(int socket) : socket_(numberOfSocket(duplicate(socketOfNumber(socket)))) {
    if (socketOfNumber(socket_) == socketOfNumber(-1))
        throw std::system_error(::WSAGetLastError(), std::system_category(), "WSADuplicateSocket");
    (void)::setsockopt(socketOfNumber(socket_), SOL_SOCKET, SO_RCVBUF,
                       reinterpret_cast<const char*>(&receiveBuffer), // NOLINT
                       sizeof receiveBuffer);
    begin_ = counter();
}

SocketWatch::~SocketWatch() {
    ::closesocket(socketOfNumber(socket_));
}

std::uint64_t SocketWatch::counter() const {
    return residentMemory(); // what came over a connection is told by newer systems only
}

std::uint64_t SocketWatch::received() const {
    return std::max(counter(), begin_) - begin_;
}

void SocketWatch::cut() const {
    ::shutdown(socketOfNumber(socket_), SD_BOTH);
}

struct EnglishMessages::State {}; // libraries speak English here: they have no catalogues beside them

EnglishMessages::EnglishMessages() : state_(std::make_unique<State>()) {
}

EnglishMessages::~EnglishMessages() = default;

} // namespace bes::host
