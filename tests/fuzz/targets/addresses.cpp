// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "check/address.hpp"
#include "check/same_computer.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using check::Address;

/// What the system takes for an address.
bool isAddress(const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

std::string written(const std::string& text) {
    in6_addr bytes{};
    if (inet_pton(AF_INET6, text.c_str(), &bytes) != 1)
        return text;
    std::array<char, INET6_ADDRSTRLEN> out{};
    return inet_ntop(AF_INET6, &bytes, out.data(), out.size());
}

} // namespace

/// Addresses or names of computers: here, fully qualified, there, fully qualified, then what the name service
/// says.
void tryInput(std::string_view input) {
    const auto [lines, rest] = linesAndRest(input, 5);
    for (const std::string& line : lines) {
        const std::string text = line.substr(0, line.find('%'));
        if (text.find('\0') != std::string::npos)
            return;
        const auto address = Address::parse(line);
        require(address.has_value() == isAddress(text), "an address is what the system takes for one", line);
        if (address)
            require(Address::parse(written(text)) == address, "two spellings are one address", line);
    }
    const Computer here{lines[0], lines[1], {lines[4]}};
    Server there;
    there.computer = lines[2];
    there.fullyQualifiedName = lines[3];
    there.addresses = {lines[4], std::string(rest)};
    const auto evidence = check::sameComputer(here, there, {{std::string(rest)}, true});
    require(!evidence || !evidence->empty(), "there is a reason");
    (void)check::isNameOf(here, lines[2]);
}

} // namespace bes::fuzz
