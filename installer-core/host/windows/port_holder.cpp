// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <vector>

#include "host/network.hpp"
#include "host/windows/sockets_library.hpp"

#include <iphlpapi.h>

#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

using Table = std::vector<unsigned char>;

template<class Read>
Table read(Read call) {
    Table table(std::size_t{64} << 10);
    for (int tries = 0; tries < 8; ++tries) { // it may grow between two calls
        auto size = static_cast<DWORD>(table.size());
        const DWORD error = call(table.data(), &size);
        if (error == NO_ERROR)
            return table;
        if (error != ERROR_INSUFFICIENT_BUFFER)
            break;
        table.resize(size + 4096);
    }
    return {};
}

/// 0 where the system tells of none: a connection that ended.
template<class Layout>
std::optional<DWORD> processIn(const Table& bytes, std::uint16_t port) {
    std::optional<DWORD> found;
    if (bytes.size() < sizeof(Layout))
        return found;
    const auto& table = *reinterpret_cast<const Layout*>(bytes.data()); // NOLINT: as the system fills it
    for (DWORD i = 0; i < table.dwNumEntries && found.value_or(0) == 0; ++i)
        if (::ntohs(static_cast<u_short>(table.table[i].dwLocalPort)) == port)
            found = table.table[i].dwOwningPid;
    return found;
}

std::optional<DWORD> processWithTcp(std::uint16_t port, TCP_TABLE_CLASS wanted) {
    const auto tcp = [wanted](ULONG family) {
        return read(
            [=](void* to, DWORD* size) { return ::GetExtendedTcpTable(to, size, FALSE, family, wanted, 0); });
    };
    const auto found = processIn<MIB_TCPTABLE_OWNER_PID>(tcp(AF_INET), port);
    return found ? found : processIn<MIB_TCP6TABLE_OWNER_PID>(tcp(AF_INET6), port);
}

std::optional<DWORD> processWithUdp(std::uint16_t port) {
    const auto udp = [](ULONG family) {
        return read([=](void* to, DWORD* size) {
            return ::GetExtendedUdpTable(to, size, FALSE, family, UDP_TABLE_OWNER_PID, 0);
        });
    };
    const auto found = processIn<MIB_UDPTABLE_OWNER_PID>(udp(AF_INET), port);
    return found ? found : processIn<MIB_UDP6TABLE_OWNER_PID>(udp(AF_INET6), port);
}

std::string programOf(DWORD process) {
    const Handle opened(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
    std::wstring path(32768, L'\0');
    auto size = static_cast<DWORD>(path.size());
    if (!opened.open() || ::QueryFullProcessImageNameW(opened.get(), 0, path.data(), &size) == 0)
        return {};
    path.resize(size);
    return utf8(std::filesystem::path(path).filename());
}

/// Binds for a moment, never listens: nobody can connect.
bool isBindable(int family, std::uint16_t port) {
    const Socket socket(::socket(family, SOCK_STREAM, IPPROTO_TCP));
    const auto address = numericAddress(family == AF_INET ? "0.0.0.0" : "::", port);
    if (!socket.open() || address.empty())
        return true; // a system without that family
    const int yes = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char*>(&yes),
                 sizeof yes); // NOLINT
    if (family == AF_INET6)
        ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, reinterpret_cast<const char*>(&yes),
                     sizeof yes); // NOLINT
    const int bound =
        ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address.front().address), // NOLINT
               address.front().length);
    // reserved ranges are refused with WSAEACCES: nobody holds such a port, but no service gets it either
    return bound == 0 || ::WSAGetLastError() != WSAEADDRINUSE;
}

} // namespace

Result<std::optional<PortHolder>> portHolder(Protocol protocol, std::uint16_t port) {
    beginSockets();
    auto process =
        protocol == Protocol::udp ? processWithUdp(port) : processWithTcp(port, TCP_TABLE_OWNER_PID_LISTENER);
    if (!process) {
        if (protocol == Protocol::udp || (isBindable(AF_INET, port) && isBindable(AF_INET6, port)))
            return std::nullopt;
        process = processWithTcp(port, TCP_TABLE_OWNER_PID_ALL); // somebody connects from it
    }
    const DWORD holder = process.value_or(0);
    return PortHolder{static_cast<int>(holder), holder == 0 ? "" : programOf(holder)};
}

} // namespace bes::host
