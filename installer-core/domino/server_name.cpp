// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"

#include <algorithm>
#include <cctype>

namespace bes::domino {
namespace {

struct Part {
    std::string label; ///< upper case; empty in an abbreviated name
    std::string value;
};

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isLetter(char c) {
    return upper(c) >= 'A' && upper(c) <= 'Z';
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Part partOf(std::string_view text) {
    const auto equals = text.find('=');
    const std::string_view label =
        equals == std::string_view::npos ? std::string_view() : trimmed(text.substr(0, equals));
    if (label.empty() || !std::ranges::all_of(label, isLetter))
        return {"", std::string(text)};
    Part part{std::string(label), std::string(trimmed(text.substr(equals + 1)))};
    std::ranges::transform(part.label, part.label.begin(), upper);
    return part;
}

/// Empty parts, as a "/" at the end makes one, don't count.
std::vector<Part> split(std::string_view name) {
    std::vector<Part> parts;
    while (!name.empty()) {
        const auto slash = std::min(name.find('/'), name.size());
        if (const std::string_view text = trimmed(name.substr(0, slash)); !text.empty())
            parts.push_back(partOf(text));
        name.remove_prefix(std::min(slash + 1, name.size()));
    }
    return parts;
}

bool isLabelled(const std::vector<Part>& parts) {
    return std::ranges::any_of(parts, [](const Part& part) { return !part.label.empty(); });
}

/// First = CN, last = O (or C), all between = OU.
void label(std::vector<Part>& parts) {
    if (parts.empty() || isLabelled(parts))
        return;
    parts.front().label = "CN";
    if (parts.size() == 1)
        return;
    for (Part& part : parts)
        if (part.label.empty())
            part.label = "OU";
    const std::string& last = parts.back().value;
    const bool country = parts.size() >= 3 && last.size() == 2 && std::ranges::all_of(last, isLetter);
    parts.back().label = country ? "C" : "O";
    if (country)
        parts[parts.size() - 2].label = "O";
}

std::string joined(const std::vector<Part>& parts, bool withLabels) {
    std::string name;
    for (const Part& part : parts) {
        if (!name.empty())
            name += '/';
        if (withLabels && !part.label.empty())
            name += part.label + "=";
        name += part.value;
    }
    return name;
}

/// ASCII and, as two bytes of UTF-8, the letters of Latin-1: what code page 850 has, which is what names of
/// servers use beyond ASCII if at all.
std::string folded(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto next = i + 1 < result.size() ? static_cast<unsigned char>(result[i + 1]) : 0U;
        if (result[i] == '\xC3' && next >= 0xA0 && next <= 0xBE && next != 0xB7)
            result[i + 1] = static_cast<char>(next - 0x20);
        result[i] = upper(result[i]);
    }
    return result;
}

/// What is compared: every part labelled, so that a flat name is its common name.
std::string comparable(std::string_view name) {
    std::vector<Part> parts = split(name);
    label(parts);
    return folded(joined(parts, true));
}

} // namespace

std::string canonicalName(std::string_view name) {
    std::vector<Part> parts = split(name);
    if (parts.size() > 1)
        label(parts);
    return joined(parts, true);
}

std::string abbreviatedName(std::string_view name) {
    return joined(split(name), false);
}

std::string commonName(std::string_view name) {
    const std::vector<Part> parts = split(name);
    const auto labelled = std::ranges::find_if(parts, [](const Part& part) { return part.label == "CN"; });
    if (labelled != parts.end())
        return labelled->value;
    return parts.empty() || isLabelled(parts) ? std::string() : parts.front().value;
}

bool sameServer(std::string_view a, std::string_view b) {
    return comparable(a) == comparable(b);
}

bool sameIgnoringCase(std::string_view a, std::string_view b) {
    return folded(trimmed(a)) == folded(trimmed(b));
}

std::optional<std::size_t> findServer(const std::vector<std::string>& names, std::string_view wanted) {
    const auto exact =
        std::ranges::find_if(names, [&](const std::string& name) { return sameServer(name, wanted); });
    if (exact != names.end())
        return static_cast<std::size_t>(exact - names.begin());
    if (split(wanted).size() != 1)
        return std::nullopt;
    const std::string common = folded(commonName(wanted));
    const auto fits = [&](const std::string& name) { return folded(commonName(name)) == common; };
    const auto first = std::ranges::find_if(names, fits);
    if (common.empty() || first == names.end() || std::find_if(first + 1, names.end(), fits) != names.end())
        return std::nullopt;
    return static_cast<std::size_t>(first - names.begin());
}

} // namespace bes::domino
