// SPDX-License-Identifier: Apache-2.0
#include "text/windows_names.hpp"

#include <algorithm>
#include <array>

#include "text/file_names.hpp"

namespace bes {
namespace {

constexpr std::array<std::string_view, 7> devices{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "NUL.txt" is the device too, and so is "nul .txt": what counts is what stands before the first dot,
/// without blanks at its end.
bool isDevice(std::string_view name) {
    std::string stem = foldCase(name.substr(0, name.find('.')));
    stem.erase(stem.find_last_not_of(' ') + 1);
    if (std::ranges::find(devices, stem) != devices.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && isDigit(stem.back());
}

constexpr std::size_t longestShortStem = 8;
constexpr std::size_t longestShortEnding = 3;

/// "PROGRA~1": what Windows calls a file with a long name besides. A file that is really called so would take
/// the place of another one, or get its content.
bool looksLikeShortName(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = name.substr(0, dot);
    const std::string_view ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    const std::size_t tilde = stem.rfind('~');
    if (stem.size() > longestShortStem || ending.size() > longestShortEnding ||
        tilde == std::string_view::npos)
        return false;
    const std::string_view number = stem.substr(tilde + 1);
    return tilde > 0 && !number.empty() && std::ranges::all_of(number, isDigit);
}

} // namespace

std::optional<std::string> problemOnWindows(std::string_view name) {
    const std::string named = "has the name \"" + std::string(name) + "\" in it, ";
    if (isDevice(name))
        return named + "which is a device on Windows";
    if (name.ends_with('.') || name.ends_with(' '))
        return named + "and Windows drops the dot or blank at its end";
    if (looksLikeShortName(name))
        return named + "which looks like a short name that Windows gives to other files";
    return std::nullopt;
}

} // namespace bes
