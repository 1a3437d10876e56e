// SPDX-License-Identifier: Apache-2.0
#include "database/srp_key.hpp"

#include <string_view>

#include "host/digest.hpp"

namespace bes::database {
namespace {

constexpr std::size_t fingerprintDigits = 16;
constexpr std::size_t groups = 10;
constexpr std::size_t digitsInGroup = 4;

} // namespace

std::string fingerprint(const Secret& key) {
    return key.empty() ? std::string() : host::sha256Hex(key.reveal()).substr(0, fingerprintDigits);
}

bool wellFormed(const Secret& key) {
    constexpr std::size_t period = digitsInGroup + 1;
    const std::string_view text = key.reveal();
    if (text.size() != groups * period - 1)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool expectHyphen = i % period == digitsInGroup;
        const bool digit = std::string_view("0123456789abcdefABCDEF").find(text[i]) != std::string_view::npos;
        if (expectHyphen ? text[i] != '-' : !digit)
            return false;
    }
    return true;
}

} // namespace bes::database
