// SPDX-License-Identifier: Apache-2.0
#include "domino/console_lines.hpp"

#include <algorithm>

#include "domino/notes_section.hpp"
#include "text/letters.hpp"

namespace bes::domino {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "11/22/2026", "22.11.2026", "2026-11-22", "10:00:01", "10:00:01,25".
bool isDateOrTime(std::string_view word) {
    constexpr std::string_view separators = "./-:,";
    return isDigit(word.front()) && word.find_first_of(separators) != std::string_view::npos &&
           std::ranges::all_of(word,
                               [&](char c) { return isDigit(c) || separators.find(c) != separators.npos; });
}

bool isHalfOfDay(std::string_view word) {
    return sameWord(word, "AM") || sameWord(word, "PM") || sameWord(word, "a.m.") || sameWord(word, "p.m.");
}

/// Length of "[0A1C:0002-0F30]" at the beginning; 0 where there is none.
std::size_t processLength(std::string_view line) {
    constexpr std::size_t longest = 40;
    const auto end = line.starts_with('[') ? line.find(']') : std::string_view::npos;
    return end < longest ? end + 1 : 0;
}

std::string_view withoutLogPrefix(std::string_view line) {
    bool afterTime = false;
    while (!line.empty()) {
        const std::string_view word = line.substr(0, line.find_first_of(" \t"));
        const bool time = isDateOrTime(word);
        if (const std::size_t process = processLength(line); process > 0)
            line.remove_prefix(process);
        else if (line.front() == '>')
            line.remove_prefix(1);
        else if (time || (afterTime && isHalfOfDay(word)))
            line.remove_prefix(word.size());
        else
            break;
        afterTime |= time;
        line = trimmed(line);
    }
    return line;
}

/// Tabs part columns; what else steers a terminal has nothing to say here.
std::string withoutControls(std::string_view line) {
    std::string text;
    while (!line.empty()) {
        const Letter letter = takeLetter(line);
        text += isControl(letter.code) && letter.bytes != "\t" ? std::string_view("?") : letter.bytes;
    }
    return text;
}

} // namespace

std::vector<ConsoleLine> consoleLines(std::string_view text, CodePage assumed) {
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    std::vector<ConsoleLine> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        if (const std::string_view line = withoutLogPrefix(trimmed(text.substr(0, end))); !line.empty()) {
            const bool guessed = !isUtf8(line);
            lines.push_back({withoutControls(guessed ? toUtf8(line, assumed) : std::string(line)), guessed});
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace bes::domino
