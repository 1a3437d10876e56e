// SPDX-License-Identifier: Apache-2.0
#include "text/file_names.hpp"

#include <algorithm>

#include "text/visible.hpp"
#include "text/windows_names.hpp"

namespace bes {
namespace {

constexpr std::string_view characterRule =
    "has another character than printable ASCII, or one of \\ : * ? \" < > |";

bool hasUsableCharacters(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return c >= ' ' && c <= '~' && forbiddenOnWindows.find(c) == std::string_view::npos;
    });
}

std::optional<std::string> problemOfName(std::string_view name) {
    if (name.empty())
        return "has an empty name in it";
    if (name == "." || name == "..")
        return "leads elsewhere by \"" + std::string(name) + "\"";
    if (name.size() > longestName)
        return "has a name of more than " + std::to_string(longestName) + " characters in it";
    if (!hasUsableCharacters(name))
        return std::string(characterRule);
    return problemOnWindows(name);
}

/// Of the first name that has one; empty names and dots are steps of a link.
std::optional<std::string> problemOfNamesIn(std::string_view target) {
    for (std::size_t begin = 0; begin <= target.size();) {
        const std::size_t end = std::min(target.find('/', begin), target.size());
        const std::string_view name = target.substr(begin, end - begin);
        if (!name.empty() && name != "." && name != "..")
            if (auto problem = problemOfName(name))
                return problem;
        begin = end + 1;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> problemOfPath(std::string_view path) {
    if (path.empty())
        return "is empty";
    if (path.front() == '/')
        return "is absolute";
    if (path.size() > longestPath)
        return "has more than " + std::to_string(longestPath) + " characters";
    if (static_cast<std::size_t>(std::ranges::count(path, '/')) >= deepestPath)
        return "is more than " + std::to_string(deepestPath) + " folders deep";
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (auto problem = problemOfName(path.substr(begin, end - begin)))
            return problem;
        begin = end + 1;
    }
    return std::nullopt;
}

std::optional<std::string> problemOfTarget(std::string_view target) {
    if (target.empty())
        return "is a link to nowhere";
    if (target.front() == '/')
        return "is a link to the absolute path " + shownText(target);
    if (target.size() > longestPath)
        return "is a link with more than " + std::to_string(longestPath) + " characters";
    if (!hasUsableCharacters(target))
        return "is a link whose target " + std::string(characterRule);
    if (const auto problem = problemOfNamesIn(target))
        return "is a link whose target " + *problem;
    return std::nullopt;
}

std::optional<std::string> problemOfPackageId(std::string_view id) {
    const auto letterOrDigit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto usable = [&](char c) { return letterOrDigit(c) || c == '-' || c == '_' || c == '.'; };
    if (id.empty() || !letterOrDigit(id.front()) || !std::ranges::all_of(id, usable))
        return "is no small letters, digits, '-', '_' and '.', beginning with a letter or digit";
    if (id.size() > longestName)
        return "has more than " + std::to_string(longestName) + " characters";
    return problemOnWindows(id);
}

std::string foldCase(std::string_view name) {
    std::string folded(name);
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

std::string_view parentOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

} // namespace bes
