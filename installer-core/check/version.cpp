// SPDX-License-Identifier: Apache-2.0
#include "check/version.hpp"

#include <algorithm>
#include <utility>

namespace bes::check {
namespace {

/// Takes the first part off.
std::string_view takePart(std::string_view& version) {
    const std::string_view part = version.substr(0, version.find('.'));
    version.remove_prefix(part.size() < version.size() ? part.size() + 1 : version.size());
    return part;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes a number off, without leading zeros. Empty for 0, which is meant too where none begins here.
std::string_view takeNumber(std::string_view& text) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

std::weak_ordering compareNumbers(std::string_view& a, std::string_view& b) {
    const std::string_view x = takeNumber(a);
    const std::string_view y = takeNumber(b);
    return std::pair(x.size(), x) <=> std::pair(y.size(), y);
}

/// The number at the beginning counts first. Those within the text behind it count as numbers too: "4 MR10"
/// is newer than "4 MR9". There, a number comes before a letter.
std::weak_ordering compareParts(std::string_view a, std::string_view b) {
    if (const auto order = compareNumbers(a, b); order != 0)
        return order;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            if (const auto order = compareNumbers(a, b); order != 0)
                return order;
            continue;
        }
        if (isDigit(a.front()) != isDigit(b.front()))
            return isDigit(a.front()) ? std::weak_ordering::less : std::weak_ordering::greater;
        if (const auto order = lower(a.front()) <=> lower(b.front()); order != 0)
            return order;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() <=> b.size();
}

} // namespace

std::weak_ordering compareVersions(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty())
        if (const auto order = compareParts(takePart(a), takePart(b)); order != 0)
            return order;
    return std::weak_ordering::equivalent;
}

bool sameVersion(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && compareVersions(a, b) == 0;
}

} // namespace bes::check
