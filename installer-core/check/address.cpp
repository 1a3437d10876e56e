// SPDX-License-Identifier: Apache-2.0
#include "check/address.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "model/server.hpp"

namespace bes::check {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Of no more digits than it needs: what other programs take for octal, or for no address, is none here
/// either.
std::optional<unsigned> number(std::string_view text, int base, unsigned largest) {
    const std::size_t most = base == 10 ? 3 : 4;
    if (text.size() > most || (base == 10 && text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size() || value > largest)
        return std::nullopt;
    return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::optional<Bytes> parseIpv4(std::string_view text) {
    const auto parts = split(text, '.');
    if (parts.size() != 4)
        return std::nullopt;
    Bytes bytes;
    for (const std::string_view part : parts) {
        const auto value = number(part, 10, 0xff);
        if (!value)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*value));
    }
    return bytes;
}

/// One side of "::": groups with ':' between them. The last one of the address may be an IPv4 address.
std::optional<Bytes> parseGroups(std::string_view text, bool isEnd) {
    Bytes bytes;
    if (text.empty())
        return bytes;
    const auto groups = split(text, ':');
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (isEnd && i + 1 == groups.size() && groups[i].find('.') != std::string_view::npos) {
            const auto tail = parseIpv4(groups[i]);
            if (!tail)
                return std::nullopt;
            bytes.insert(bytes.end(), tail->begin(), tail->end());
            continue;
        }
        const auto value = number(groups[i], 16, 0xffff);
        if (!value)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*value >> 8));
        bytes.push_back(static_cast<std::uint8_t>(*value & 0xff));
    }
    return bytes;
}

std::optional<Bytes> parseIpv6(std::string_view text) {
    const std::size_t gap = text.find("::");
    auto head = parseGroups(text.substr(0, gap), gap == text.npos);
    const auto tail = gap == text.npos ? Bytes{} : parseGroups(text.substr(gap + 2), true);
    if (!head || !tail || head->size() + tail->size() > (gap == text.npos ? 16u : 14u))
        return std::nullopt;
    if (gap != text.npos)
        head->resize(16 - tail->size());
    head->insert(head->end(), tail->begin(), tail->end());
    return head->size() == 16 ? head : std::nullopt;
}

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
        return "has characters other than letters, digits, '-', '_' and '.'";
    if (label.front() == '-' || label.back() == '-')
        return "has a part that begins or ends with '-'";
    return {};
}

} // namespace

std::optional<Address> Address::parse(std::string_view text) {
    text = text.substr(0, text.find('%'));
    auto bytes = parseIpv4(text);
    if (bytes) {
        Bytes mapped(10, 0);
        mapped.insert(mapped.end(), {0xff, 0xff});
        mapped.insert(mapped.end(), bytes->begin(), bytes->end());
        bytes = std::move(mapped);
    } else {
        bytes = parseIpv6(text);
    }
    if (!bytes)
        return std::nullopt;
    Address address;
    std::ranges::copy(*bytes, address.bytes_.begin());
    return address;
}

bool Address::isIpv4() const {
    return std::all_of(bytes_.begin(), bytes_.begin() + 10, [](auto byte) { return byte == 0; }) &&
           bytes_[10] == 0xff && bytes_[11] == 0xff;
}

bool Address::isLoopback() const {
    if (isIpv4())
        return bytes_[12] == 127;
    return std::all_of(bytes_.begin(), bytes_.end() - 1, [](auto byte) { return byte == 0; }) &&
           bytes_[15] == 1;
}

bool Address::identifiesComputer() const {
    const bool linkLocal =
        isIpv4() ? bytes_[12] == 169 && bytes_[13] == 254 : bytes_[0] == 0xfe && (bytes_[1] & 0xc0) == 0x80;
    const auto* const firstHostByte = isIpv4() ? bytes_.begin() + 12 : bytes_.begin();
    const bool unspecified = std::all_of(firstHostByte, bytes_.end(), [](auto byte) { return byte == 0; });
    return !isLoopback() && !linkLocal && !unspecified;
}

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
