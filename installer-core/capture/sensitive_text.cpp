// SPDX-License-Identifier: Apache-2.0
#include "capture/sensitive_text.hpp"

#include <algorithm>
#include <array>

#include "text/file_names.hpp"
#include "text/letters.hpp"

namespace bes::capture {
namespace {

using namespace std::string_view_literals;

constexpr std::array endings{".ini"sv, ".cfg"sv,  ".conf"sv, ".config"sv, ".properties"sv, ".property"sv,
                             ".xml"sv, ".udl"sv,  ".dsn"sv,  ".bat"sv,    ".cmd"sv,        ".vbs"sv,
                             ".ps1"sv, ".json"sv, ".yaml"sv, ".sql"sv,    ".policy"sv};
constexpr std::array secretWords{
    "password"sv,          "passwd"sv,  "passphrase"sv, "pwd"sv,        "secret"sv,
    "authenticationkey"sv, "authkey"sv, "srpkey"sv,     "privatekey"sv, "credential"sv};

bool isWord(char c) {
    return isLetterOrDigit(c) || c == '_';
}

/// What stands behind the name of a setting: its value, where one follows.
bool hasValue(std::string_view behind) {
    const std::size_t end = std::min(behind.find_first_of("\r\n"), behind.size());
    behind = behind.substr(0, end);
    while (!behind.empty() && (isWord(behind.front()) || behind.front() == '.'))
        behind.remove_prefix(1); // the rest of the name
    const std::size_t sign = behind.find_first_not_of(" \t\"'");
    if (sign == behind.npos || ("=:>"sv).find(behind[sign]) == behind.npos)
        return false;
    const std::size_t value = behind.find_first_not_of(" \t\"'", sign + 1);
    return value != behind.npos && ("<;/>,)}"sv).find(behind[value]) == behind.npos;
}

} // namespace

bool holdsSettings(std::string_view path) {
    const std::string folded = foldCase(path);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return folded.ends_with(ending); });
}

std::optional<std::string> passwordIn(std::string_view settings) {
    const std::string folded = foldCase(settings);
    for (const std::string_view word : secretWords)
        for (std::size_t at = folded.find(word); at != folded.npos; at = folded.find(word, at + 1))
            if (hasValue(std::string_view(folded).substr(at + word.size())))
                return std::string(word);
    return std::nullopt;
}

std::optional<std::string> nameIn(std::string_view text, const std::vector<std::string>& names) {
    const std::string folded = foldCase(text);
    for (const std::string& name : names) {
        const std::string wanted = foldCase(name);
        for (std::size_t at = folded.find(wanted); at != folded.npos; at = folded.find(wanted, at + 1)) {
            const std::size_t end = at + wanted.size();
            if ((at == 0 || !isLetterOrDigit(folded[at - 1])) &&
                (end == folded.size() || !isLetterOrDigit(folded[end])))
                return name;
        }
    }
    return std::nullopt;
}

bool soundsSecret(std::string_view name) {
    const std::string folded = foldCase(name);
    return folded.ends_with("key") || std::ranges::any_of(secretWords, [&](std::string_view word) {
               return folded.find(word) != folded.npos;
           });
}

std::string settingsText(std::string_view bytes) {
    std::string text(bytes);
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        std::erase(text, '\0'); // names and words of settings are ASCII
    return text;
}

} // namespace bes::capture
