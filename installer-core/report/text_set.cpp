// SPDX-License-Identifier: Apache-2.0
#include "report/text_set.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

namespace bes::report {
namespace {

std::uint32_t beginOf(std::string_view text) {
    std::uint32_t begin = 0;
    static_assert(sizeof begin >= TextSet::shortest);
    std::memcpy(&begin, text.data(), TextSet::shortest);
    return begin;
}

} // namespace

void TextSet::add(std::string_view text, std::size_t number) {
    if (text.size() < shortest || !numbers_.emplace(text, number).second)
        return;
    auto& lengths = lengths_[beginOf(text)];
    const auto place = std::ranges::lower_bound(lengths, text.size(), std::greater());
    if (place == lengths.end() || *place != text.size())
        lengths.insert(place, text.size());
}

TextSet::Match TextSet::at(std::string_view text, std::size_t place) const {
    const std::string_view rest = text.substr(place);
    if (rest.size() < shortest)
        return {};
    const auto lengths = lengths_.find(beginOf(rest));
    if (lengths == lengths_.end())
        return {};
    for (const std::size_t length : lengths->second)
        if (length <= rest.size())
            if (const auto found = numbers_.find(rest.substr(0, length)); found != numbers_.end())
                return {length, found->second};
    return {};
}

} // namespace bes::report
