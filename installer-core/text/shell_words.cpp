// SPDX-License-Identifier: Apache-2.0
#include "text/shell_words.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace bes {
namespace {

bool consistsOf(std::string_view word, std::string_view marks) {
    return !word.empty() && std::ranges::all_of(word, [marks](char c) {
        return isLetterOrDigit(c) || marks.find(c) != std::string_view::npos;
    });
}

} // namespace

std::string wordForPosix(std::string_view word) {
    if (consistsOf(word, "-_./"))
        return std::string(word);
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::string wordForWindows(std::string_view word) {
    return consistsOf(word, "-_./\\:") ? std::string(word) : inQuotationMarks(word);
}

// Backslashes count only before a quotation mark: there each one is doubled.
std::string inQuotationMarks(std::string_view word) {
    std::string text = "\"";
    std::size_t backslashes = 0;
    for (const char c : word) {
        if (c == '"')
            text.append(backslashes + 1, '\\');
        backslashes = c == '\\' ? backslashes + 1 : 0;
        text += c;
    }
    text.append(backslashes, '\\');
    return text + '"';
}

} // namespace bes
