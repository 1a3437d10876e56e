// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "host/network.hpp"
#include "host/windows/sockets_library.hpp"

#include <iphlpapi.h>

#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

std::string nameIn(COMPUTER_NAME_FORMAT format) {
    DWORD size = 0;
    ::GetComputerNameExW(format, nullptr, &size);
    std::wstring name(size, L'\0');
    name.resize(::GetComputerNameExW(format, name.data(), &size) != 0 ? size : 0);
    return narrow(name);
}

/// An address that others than this computer itself can use.
bool isUsable(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto ip = ::ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr); // NOLINT
        return (ip >> 24) != 127 && (ip >> 16) != 0xa9fe;                                       // 169.254/16
    }
    if (address.sa_family != AF_INET6)
        return false;
    const in6_addr& ip = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr; // NOLINT
    return IN6_IS_ADDR_LOOPBACK(&ip) == 0 && IN6_IS_ADDR_LINKLOCAL(&ip) == 0;
}

Result<std::vector<std::string>> ownAddresses() {
    std::vector<unsigned char> buffer(std::size_t{64} << 10);
    auto* const adapters =
        reinterpret_cast<IP_ADAPTER_ADDRESSES*>(buffer.data()); // NOLINT: as the system fills it
    auto size = static_cast<ULONG>(buffer.size());
    const ULONG error = ::GetAdaptersAddresses(
        AF_UNSPEC, GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER, nullptr,
        adapters, &size);
    if (error == ERROR_NO_DATA)
        return std::vector<std::string>{};
    if (error != 0)
        return fail(ExitCode::failed, "network.addresses", "Can't list the addresses of this computer",
                    systemReason(error), "Check the network adapters (ipconfig /all)");
    std::vector<std::string> addresses;
    for (const auto* adapter = adapters; adapter != nullptr; adapter = adapter->Next)
        for (const auto* one = adapter->FirstUnicastAddress; one != nullptr; one = one->Next) {
            const SOCKET_ADDRESS& address = one->Address;
            const std::string text = isUsable(*address.lpSockaddr)
                                         ? textual(*address.lpSockaddr, address.iSockaddrLength)
                                         : std::string();
            if (!text.empty() && std::ranges::find(addresses, text) == addresses.end())
                addresses.push_back(text);
        }
    return addresses;
}

} // namespace

Result<Computer> thisComputer() {
    beginSockets();
    const std::string name = nameIn(ComputerNameDnsHostname);
    if (name.empty())
        return fail(ExitCode::failed, "network.name", "Can't determine the name of this computer",
                    systemReason(lastError()), "Check the computer's name (hostname)");
    TRY_ASSIGN(auto addresses, ownAddresses());
    const std::string whole = nameIn(ComputerNameDnsFullyQualified);
    return Computer{name.substr(0, name.find('.')), whole.empty() ? name : whole, std::move(addresses)};
}

} // namespace bes::host
