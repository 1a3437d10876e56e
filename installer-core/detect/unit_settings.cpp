// SPDX-License-Identifier: Apache-2.0
#include "detect/unit_settings.hpp"

#include <algorithm>

namespace bes::detect {
namespace {

constexpr std::string_view blanks = " \t\r\f\v";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// Lines as systemd joins them: a comment between continued ones does not end them.
std::vector<std::string> joinedLines(std::string_view text) {
    std::vector<std::string> lines;
    bool continued = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('#') || line.starts_with(';'))
            continue;
        if (!continued)
            lines.emplace_back();
        continued = line.ends_with('\\');
        if (continued)
            line.remove_suffix(1);
        lines.back().append(line);
        if (continued)
            lines.back() += ' ';
    }
    return lines;
}

/// %I: "-" stands for "/", and "\x2d" for a letter.
std::string unescaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool coded = text.substr(at, 2) == "\\x" && at + 3 < text.size();
        const std::size_t high = coded ? digits.find(text[at + 2]) : std::string_view::npos;
        const std::size_t low = coded ? digits.find(text[at + 3]) : std::string_view::npos;
        if (high != std::string_view::npos && low != std::string_view::npos) {
            plain += static_cast<char>(high * 16 + low);
            at += 3;
        } else {
            plain += text[at] == '-' ? '/' : text[at];
        }
    }
    return plain;
}

/// What a specifier stands for; others than those of the unit's name stay as they are.
std::string meaningOf(char specifier, const std::string& unit) {
    const std::string name = unit.substr(0, unit.rfind('.'));
    const std::size_t at = name.find('@');
    const std::string prefix = name.substr(0, at);
    const std::string instance = at == std::string::npos ? std::string() : name.substr(at + 1);
    switch (specifier) {
    case 'n':
        return unit;
    case 'N':
        return name;
    case 'p':
        return prefix;
    case 'P':
        return unescaped(prefix);
    case 'j':
        return prefix.substr(prefix.rfind('-') + 1);
    case 'i':
        return instance;
    case 'I':
        return unescaped(instance);
    case '%':
        return "%";
    default:
        return std::string("%") + specifier;
    }
}

std::string meant(std::string_view text, const std::string& unit) {
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '%' && at + 1 < text.size())
            all += meaningOf(text[++at], unit);
        else
            all += text[at];
    return all;
}

} // namespace

std::vector<UnitSetting> settingsIn(std::string_view unit) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (unit.starts_with(byteOrderMark))
        unit.remove_prefix(byteOrderMark.size());
    std::vector<UnitSetting> settings;
    std::string section;
    for (const std::string& joined : joinedLines(unit)) {
        const std::string_view line = trimmed(joined);
        if (line.starts_with('[')) {
            section = line.ends_with(']') ? std::string(line.substr(1, line.size() - 2)) : std::string();
            continue;
        }
        if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
            settings.push_back({section, std::string(trimmed(line.substr(0, equals))),
                                std::string(trimmed(line.substr(equals + 1)))});
    }
    return settings;
}

std::vector<std::string> namesIn(std::string_view value, const std::string& unit) {
    std::vector<std::string> names;
    std::string name;
    char quote = 0;
    const auto take = [&] {
        if (!name.empty())
            names.push_back(meant(name, unit));
        name.clear();
    };
    for (const char c : value) {
        if (c == quote)
            quote = 0;
        else if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote == 0 && blanks.find(c) != std::string_view::npos)
            take();
        else
            name += c;
    }
    take();
    return names;
}

} // namespace bes::detect
