// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <algorithm>
#include <vector>

namespace stand_in {
namespace {

std::vector<std::string> split(std::string_view name) {
    std::vector<std::string> parts;
    for (std::size_t slash = 0; slash != std::string_view::npos;) {
        slash = name.find('/');
        parts.emplace_back(name.substr(0, slash));
        name.remove_prefix(slash == std::string_view::npos ? name.size() : slash + 1);
    }
    return parts;
}

std::string join(const std::vector<std::string>& parts) {
    std::string name;
    for (const std::string& part : parts)
        name += (name.empty() ? "" : "/") + part;
    return name;
}

bool hasKey(std::string_view part) {
    return part.find('=') != std::string_view::npos;
}

std::string keyOfPart(std::size_t index, const std::vector<std::string>& parts) {
    const bool withCountry = parts.size() >= 3 && parts.back().size() == 2;
    const std::size_t organisation = parts.size() - (withCountry ? 2 : 1);
    if (index == 0)
        return "CN=";
    return index < organisation ? "OU=" : index == organisation ? "O=" : "C=";
}

// Case changes in the lead byte 0xC3 of UTF-8, U+00C0–U+00DE and U+00E0–U+00FE, without × and ÷.
bool isLatinLetter(unsigned char continuation) {
    const unsigned char lower = continuation | 0x20;
    return lower >= 0xA0 && lower <= 0xBE && lower != 0xB7;
}

std::string changeCase(std::string_view text, char first, char last, bool up) {
    std::string changed(text);
    for (std::size_t i = 0; i < changed.size(); ++i) {
        const bool afterLead = i > 0 && text[i - 1] == '\xC3';
        if ((changed[i] >= first && changed[i] <= last) ||
            (afterLead && isLatinLetter(static_cast<unsigned char>(changed[i]))))
            changed[i] = static_cast<char>(up ? changed[i] & ~0x20 : changed[i] | 0x20);
    }
    return changed;
}

} // namespace

std::string toUpper(std::string_view text) {
    return changeCase(text, 'a', 'z', true);
}

std::string toLower(std::string_view text) {
    return changeCase(text, 'A', 'Z', false);
}

std::string canonical(std::string_view name, std::string_view like) {
    if (name.find('/') == std::string_view::npos)
        return std::string(name);
    std::string completed(name);
    if (name.ends_with('/')) {
        const std::string rest = abbreviated(like);
        completed += rest.substr(std::min(rest.size(), rest.find('/') + 1));
    }
    std::vector<std::string> parts = split(completed);
    if (std::any_of(parts.begin(), parts.end(), hasKey))
        return completed;
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].insert(0, keyOfPart(i, parts));
    return join(parts);
}

std::string abbreviated(std::string_view name) {
    std::vector<std::string> parts = split(name);
    for (std::string& part : parts)
        part.erase(0, hasKey(part) ? part.find('=') + 1 : 0);
    return join(parts);
}

bool sameName(std::string_view left, std::string_view right) {
    return toLower(canonical(left)) == toLower(canonical(right));
}

} // namespace stand_in
