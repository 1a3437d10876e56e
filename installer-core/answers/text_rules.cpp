// SPDX-License-Identifier: Apache-2.0
#include "answers/text_rules.hpp"

#include <algorithm>

#include "text/settings_text.hpp"

namespace bes::answers {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

/// Calls `visit(index)` for every character outside quotes until it returns false.
template<class Visit>
void outsideQuotes(std::string_view text, Visit visit) {
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            inside = !inside;
        else if (!inside && !visit(i))
            return;
    }
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string quoted(const std::string& text) {
    (void)fitForLine("an answer", text);
    const bool plain = !text.empty() && text.find_first_of("\"#;,") == std::string::npos &&
                       !isSpace(text.front()) && !isSpace(text.back());
    if (plain)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

std::optional<std::string> unquoted(std::string_view text) {
    if (text.find('"') == std::string_view::npos)
        return std::string(text);
    if (!text.starts_with('"'))
        return std::nullopt;
    std::string result;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"' && i + 1 == text.size())
            return result;
        if (text[i] == '"' && text[++i] != '"')
            return std::nullopt;
        result += text[i];
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> splitList(std::string_view text) {
    std::vector<std::string> parts;
    std::vector<std::size_t> commas;
    outsideQuotes(text, [&](std::size_t i) {
        if (text[i] == ',')
            commas.push_back(i);
        return true;
    });
    commas.push_back(text.size());
    std::size_t begin = 0;
    for (const std::size_t comma : commas) {
        const auto part = unquoted(trimmed(text.substr(begin, comma - begin)));
        if (!part)
            return std::nullopt;
        if (!part->empty())
            parts.push_back(*part);
        begin = comma + 1;
    }
    return parts;
}

std::string_view withoutComment(std::string_view line) {
    std::size_t end = line.size();
    outsideQuotes(line, [&](std::size_t i) {
        const bool begins = (line[i] == '#' || line[i] == ';') && (i == 0 || isSpace(line[i - 1]));
        if (begins)
            end = i;
        return !begins;
    });
    return line.substr(0, end);
}

} // namespace bes::answers
