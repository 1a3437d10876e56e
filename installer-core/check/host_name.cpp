// SPDX-License-Identifier: Apache-2.0
#include "check/host_name.hpp"

#include <algorithm>
#include <cctype>

#include "check/address.hpp"
#include "model/server.hpp"

namespace bes::check {
namespace {

constexpr std::size_t longestName = 253;
constexpr std::size_t longestLabel = 63;

bool isDigit(unsigned char c) {
    return std::isdigit(c) != 0;
}

std::string wrongLabel(std::string_view label) {
    if (label.empty())
        return "has an empty part between dots";
    if (label.size() > longestLabel)
        return "has a part of " + std::to_string(label.size()) + " characters; at most 63 are allowed";
    if (std::ranges::any_of(label, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return "has letters that host names can't have; use the form of the name service (xn--...)";
    if (std::ranges::any_of(label,
                            [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }))
        return "has characters other than letters, digits, '-' and '.'";
    if (label.front() == '-' || label.back() == '-')
        return "has a part that begins or ends with '-'";
    return {};
}

} // namespace

std::string wrongHostName(std::string_view name) {
    if (name.empty() || name == "(none)")
        return "is not a name";
    if (Address::parse(name))
        return "is an IP address, not a name";
    if (name.size() > longestName)
        return "has " + std::to_string(name.size()) + " characters; at most 253 are allowed";
    const std::string_view first = name.substr(0, name.find('.'));
    if (sameName(first, "localhost") || sameName(name, "ip6-localhost") || sameName(name, "ip6-loopback"))
        return "means the local computer on every computer";
    for (std::string_view left = name;;) {
        const std::size_t dot = left.find('.');
        if (std::string wrong = wrongLabel(left.substr(0, dot)); !wrong.empty())
            return wrong;
        if (dot == left.npos)
            break;
        left.remove_prefix(dot + 1);
    }
    if (std::ranges::all_of(name.substr(name.rfind('.') + 1), isDigit))
        return "ends like an IP address, with a part that has digits only";
    if (std::ranges::all_of(first, isDigit))
        return "begins with a part that has digits only, which programs read as an address";
    return {};
}

} // namespace bes::check
