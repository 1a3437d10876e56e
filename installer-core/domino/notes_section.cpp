// SPDX-License-Identifier: Apache-2.0
#include "domino/notes_section.hpp"

#include <algorithm>

namespace bes::domino {
namespace {

char fold(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Where the line that begins at `begin` ends, without its line feed.
std::size_t lineEnd(std::string_view content, std::size_t begin) {
    return std::min(content.find('\n', begin), content.size());
}

std::size_t nextLine(std::string_view content, std::size_t end) {
    return std::min(end + 1, content.size());
}

bool isSectionName(std::string_view line) {
    return line.starts_with('[') && line.ends_with(']');
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool sameWord(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, fold, fold);
}

std::optional<Section> findNotesSection(std::string_view content) {
    std::optional<Section> section;
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = lineEnd(content, begin);
        const std::string_view line = trimmed(content.substr(begin, end - begin));
        const std::size_t next = nextLine(content, end);
        if (section && isSectionName(line)) {
            section->end = begin;
            return section;
        }
        if (!section && sameWord(line, "[Notes]"))
            section = Section{.begin = next, .end = content.size()};
        begin = next;
    }
    return section;
}

std::optional<Setting> findSetting(std::string_view content, std::string_view key) {
    const auto section = findNotesSection(content);
    if (!section)
        return std::nullopt;
    for (std::size_t begin = section->begin; begin < section->end;) {
        const std::size_t end = lineEnd(content, begin);
        const std::size_t next = nextLine(content, end);
        const std::size_t equals = content.substr(0, end).find('=', begin);
        if (equals != std::string_view::npos && sameWord(trimmed(content.substr(begin, equals - begin)), key))
            return Setting{
                .line = begin, .value = equals + 1, .end = end, .next = next, .isLast = next == section->end};
        begin = next;
    }
    return std::nullopt;
}

} // namespace bes::domino
