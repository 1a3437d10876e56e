// SPDX-License-Identifier: Apache-2.0
#include "check/same_computer.hpp"

#include <algorithm>
#include <string_view>

#include "check/address.hpp"

namespace bes::check {
namespace {

std::string_view withoutFinalDot(std::string_view name) {
    return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

/// A computer's names, taken apart. An address in place of a name gives none.
struct Names {
    std::string_view shortName;
    std::string_view fullName; ///< empty without a domain
};

Names namesOf(std::string_view computer, std::string_view fullyQualified) {
    Names names;
    for (const std::string_view name : {withoutFinalDot(computer), withoutFinalDot(fullyQualified)}) {
        if (name.empty() || Address::parse(name))
            continue;
        const std::size_t dot = name.find('.');
        if (names.shortName.empty())
            names.shortName = name.substr(0, dot);
        if (dot != name.npos)
            names.fullName = name;
    }
    return names;
}

std::vector<Address> identifying(const std::vector<std::string>& texts) {
    std::vector<Address> addresses;
    for (const std::string& text : texts)
        if (const auto address = Address::parse(text); address && address->identifiesComputer())
            addresses.push_back(*address);
    return addresses;
}

std::optional<std::string> sharedAddress(const std::vector<std::string>& here,
                                         const std::vector<std::string>& there) {
    const std::vector<Address> own = identifying(here);
    const auto shared = std::ranges::find_if(there, [&](const std::string& text) {
        const auto address = Address::parse(text);
        return address && std::ranges::count(own, *address) > 0;
    });
    return shared == there.end() ? std::nullopt : std::optional(*shared);
}

/// Every address under which the server may be known, its computer's name included where that is one.
std::vector<std::string> registeredAddresses(const Server& server) {
    std::vector<std::string> addresses = server.addresses;
    addresses.push_back(server.computer);
    addresses.push_back(server.fullyQualifiedName);
    return addresses;
}

std::optional<std::string> sameByAddress(const Computer& here, const Server& server,
                                         const ResolvedAddresses& resolved) {
    if (const auto shared = sharedAddress(here.addresses, registeredAddresses(server)))
        return "the registered address " + *shared + " is an address of this computer";
    if (const auto shared = sharedAddress(here.addresses, resolved.addresses))
        return "the name service returns " + *shared + ", an address of this computer";
    for (const std::string& text : resolved.addresses)
        if (const auto address = Address::parse(text); resolved.askedHere && address && address->isLoopback())
            return "the name service returns " + text + ", which is this computer itself";
    return std::nullopt;
}

} // namespace

std::optional<std::string> sameComputer(const Computer& here, const Server& server,
                                        const ResolvedAddresses& resolved) {
    const Names own = namesOf(here.name, here.fullyQualifiedName);
    const Names other = namesOf(server.computer, server.fullyQualifiedName);
    if (!own.fullName.empty() && sameName(own.fullName, other.fullName))
        return "both are called " + std::string(own.fullName);
    if (auto byAddress = sameByAddress(here, server, resolved))
        return byAddress;
    if (own.shortName.empty() || !sameName(own.shortName, other.shortName))
        return std::nullopt;

    // Two domains may each have a computer of that name. Only addresses can tell, and these did not match.
    const bool otherDomain = !own.fullName.empty() && !other.fullName.empty();
    const bool addressesDiffer =
        !identifying(here.addresses).empty() &&
        (!identifying(registeredAddresses(server)).empty() || !identifying(resolved.addresses).empty());
    if (otherDomain && addressesDiffer)
        return std::nullopt;
    std::string evidence = "both have the computer name " + std::string(own.shortName);
    if (otherDomain)
        evidence += " (in the domains of " + std::string(own.fullName) + " and " +
                    std::string(other.fullName) + "), and no address tells them apart";
    return evidence;
}

bool isNameOf(const Computer& here, const std::string& hostName) {
    Server server;
    server.computer = hostName;
    return sameComputer(here, server, {}).has_value();
}

} // namespace bes::check
