// SPDX-License-Identifier: Apache-2.0
#include "output/text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/letters.hpp"

namespace bes::app {
namespace {

struct Range {
    char32_t first, last;
};

// the blocks that matter for names of people, servers and folders
constexpr std::array combining{Range{0x300, 0x36F},   Range{0x483, 0x489},    Range{0x591, 0x5BD},
                               Range{0x610, 0x61A},   Range{0x64B, 0x65F},    Range{0x1AB0, 0x1AFF},
                               Range{0x200B, 0x200F}, Range{0x20D0, 0x20FF},  Range{0xFE00, 0xFE0F},
                               Range{0xFE20, 0xFE2F}, Range{0xE0100, 0xE01EF}};
constexpr std::array wide{Range{0x1100, 0x115F},  Range{0x2E80, 0x303E}, Range{0x3041, 0xA4CF},
                          Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F},
                          Range{0xFF00, 0xFF60},  Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1FAFF},
                          Range{0x20000, 0x3FFFD}};

bool isIn(const auto& ranges, char32_t letter) {
    return std::ranges::any_of(ranges, [&](const Range& r) { return letter >= r.first && letter <= r.last; });
}

std::size_t widthOf(const Letter& letter) {
    return isIn(combining, letter.code) ? 0 : isIn(wide, letter.code) ? 2 : 1;
}

void wrapLine(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty())
            continue;
        if (!line.empty() && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ");
        line += word;
    }
    lines.push_back(line);
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty())
        width += widthOf(takeLetter(text));
    return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        wrapLine(text.substr(0, end), width, lines);
        if (end == text.size())
            return lines;
        text.remove_prefix(end + 1);
    }
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t taken = displayWidth(text);
    return taken < width ? text.append(width - taken, ' ') : text;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (displayWidth(text) <= width)
        return std::string(text);
    constexpr std::string_view mark = "...";
    std::string result;
    for (std::size_t taken = mark.size(); !text.empty();) {
        const Letter letter = takeLetter(text);
        taken += widthOf(letter);
        if (taken > width)
            break;
        result += letter.bytes;
    }
    return width < mark.size() ? std::string(width, '.') : result.append(mark);
}

} // namespace bes::app
