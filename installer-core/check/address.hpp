// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bes::check {

/// An IP address by value, so that two spellings of one address are equal. An IPv4 address is held as the
/// IPv6 address that stands for it (::ffff:a.b.c.d).
class Address {
public:
    /// Empty when the text is no IP address. A zone ("%eth0") is left out.
    [[nodiscard]] static std::optional<Address> parse(std::string_view text);

    [[nodiscard]] bool isLoopback() const;
    /// Says which computer is meant: not loopback, link-local or unspecified, which every computer has.
    [[nodiscard]] bool identifiesComputer() const;

    bool operator==(const Address&) const = default;

private:
    [[nodiscard]] bool isIpv4() const;
    std::array<std::uint8_t, 16> bytes_{};
};

/// Why a computer can't be registered by this name, as the end of a sentence ("is an IP address"); empty: it
/// can. Host names are those of RFC 952 and 1123, with or without domain; "_" is taken, for Windows does.
[[nodiscard]] std::string wrongHostName(std::string_view name);

} // namespace bes::check
