// SPDX-License-Identifier: Apache-2.0
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "host/linux/name_service.hpp"
#include "host/linux/system_failure.hpp"
#include "host/network.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

constexpr std::chrono::seconds nameServiceLimit{3};

struct FreeInterfaces {
    void operator()(ifaddrs* list) const { ::freeifaddrs(list); }
};

/// Length of an IP address; 0 for what is none or is the same on every computer.
unsigned usableLength(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto ip = ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr);
        const bool loopback = (ip >> 24) == 127;
        const bool linkLocal = (ip >> 16) == 0xa9fe; // 169.254/16
        return loopback || linkLocal ? 0 : sizeof(sockaddr_in);
    }
    if (address.sa_family == AF_INET6) {
        const in6_addr& ip = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
        return IN6_IS_ADDR_LOOPBACK(&ip) || IN6_IS_ADDR_LINKLOCAL(&ip) ? 0 : sizeof(sockaddr_in6);
    }
    return 0;
}

Result<std::vector<std::string>> ownAddresses() {
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0)
        return fail(ExitCode::failed, "network.addresses", "Can't list the addresses of this computer",
                    systemReason(errno), "Check the network interfaces (ip address)");
    const std::unique_ptr<ifaddrs, FreeInterfaces> interfaces(list);
    std::vector<std::string> addresses;
    for (const ifaddrs* entry = list; entry != nullptr; entry = entry->ifa_next) {
        if (entry->ifa_addr == nullptr || (entry->ifa_flags & IFF_LOOPBACK) != 0)
            continue;
        const unsigned length = usableLength(*entry->ifa_addr);
        const std::string address = length == 0 ? "" : textual(*entry->ifa_addr, length);
        if (!address.empty() && std::ranges::find(addresses, address) == addresses.end())
            addresses.push_back(address);
    }
    return addresses;
}

/// As `hostname --fqdn` finds it; the bare name where no domain is known.
std::string fullyQualified(const std::string& hostName) {
    if (hostName.find('.') != std::string::npos)
        return hostName;
    const std::string canonical = askNameService(hostName, nameServiceLimit).canonicalName;
    // a hosts file that has the name on the line of localhost says nothing about the domain
    const bool useful = canonical.find('.') != std::string::npos && !canonical.starts_with("localhost");
    return useful ? canonical : hostName;
}

} // namespace

Result<Computer> thisComputer() {
    std::array<char, 256> hostName{};
    if (::gethostname(hostName.data(), hostName.size() - 1) != 0)
        return fail(ExitCode::failed, "network.name", "Can't determine the name of this computer",
                    systemReason(errno), "Set the host name (hostnamectl hostname)");
    TRY_ASSIGN(auto addresses, ownAddresses());
    const std::string name = hostName.data();
    return Computer{name.substr(0, name.find('.')), fullyQualified(name), std::move(addresses)};
}

} // namespace bes::host
