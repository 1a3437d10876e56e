// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "report/people.hpp"
#include "text/letters.hpp"

// Forms by which a text shows that it names a person, where nobody has told the name.

namespace bes::report {
namespace {

using Find = NameFound (*)(std::string_view text, std::size_t place);

bool isMailCharacter(char c) {
    return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool equalsWithoutCase(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, [](char a, char b) {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return small(a) == small(b);
    });
}

/// "getty@tty1.service" is an instance of a unit, and no address.
bool isUnit(std::string_view domain) {
    static constexpr std::array endings{".service", ".target", ".socket", ".timer",
                                        ".mount",   ".slice",  ".scope",  ".device"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return domain.ends_with(ending); });
}

NameFound mailAddress(std::string_view text, std::size_t place) {
    for (std::size_t at = text.find('@', place); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t begin = at;
        while (begin > place && isMailCharacter(text[begin - 1]))
            --begin;
        std::size_t end = at + 1;
        while (end < text.size() && (isLetterOrDigit(text[end]) || text[end] == '.' || text[end] == '-'))
            ++end;
        while (end > at && text[end - 1] == '.')
            --end;
        const std::string_view domain = text.substr(at + 1, end - at - 1);
        if (begin < at && domain.find('.') != std::string_view::npos && !isUnit(domain))
            return {begin, end - begin};
    }
    return {};
}

bool endsCanonicalName(char c) {
    static constexpr std::string_view ends = "\"\n\r\t,;()<>!=|'";
    return ends.find(c) != std::string_view::npos;
}

/// "CN=Ann Example/OU=Sales/O=Acme"
NameFound canonicalName(std::string_view text, std::size_t place) {
    for (std::size_t at = text.find("CN=", place); at != std::string_view::npos;
         at = text.find("CN=", at + 3)) {
        std::size_t end = at + 3;
        bool hasUnit = false;
        while (end < text.size()) {
            const std::string_view rest = text.substr(end);
            if (rest.starts_with("/O=") || rest.starts_with("/OU=") || rest.starts_with("/C=")) {
                hasUnit = true;
                end += rest.find('=') + 1;
            } else if (endsCanonicalName(text[end]) || (hasUnit && text[end] == ' ')) {
                break;
            } else {
                ++end;
            }
        }
        while (end > at && (text[end - 1] == ' ' || text[end - 1] == '.'))
            --end;
        if (hasUnit)
            return {at, end - at};
    }
    return {};
}

/// Those of Domino and of the BlackBerry Enterprise Server itself.
bool isSystemDatabase(std::string_view name) {
    static constexpr std::array names{
        "names",   "cldbdir",  "log",      "admin4",   "events4",           "catalog", "busytime",
        "clubusy", "statrep",  "certlog",  "ddm",      "reports",           "mail",    "schema",
        "domcfg",  "webadmin", "bookmark", "homepage", "BlackBerryProfiles"};
    return std::ranges::any_of(names, [&](std::string_view known) { return equalsWithoutCase(name, known); });
}

bool endsFileName(char c) {
    static constexpr std::string_view ends = "/\\\"\n\r\t:'(),;!<>|";
    return ends.find(c) != std::string_view::npos;
}

/// The name of a Notes database without its folder and ending: state databases and mail files are called like
/// users.
NameFound database(std::string_view text, std::size_t place) {
    static constexpr std::string_view ending = ".nsf";
    for (std::size_t dot = place; dot + ending.size() <= text.size(); ++dot) {
        if (text[dot] != '.' || !equalsWithoutCase(text.substr(dot, ending.size()), ending))
            continue;
        std::size_t begin = dot;
        while (begin > place && !endsFileName(text[begin - 1]))
            --begin;
        const std::size_t word = begin + text.substr(begin, dot - begin).rfind(' ') + 1;
        if (isSystemDatabase(text.substr(word, dot - word)))
            continue; // words of a sentence may stand before it: "Mail01/Acme has cldbdir.nsf"
        const bool hasFolder = begin > place && (text[begin - 1] == '/' || text[begin - 1] == '\\');
        begin = hasFolder ? begin : word;
        if (begin < dot)
            return {begin, dot - begin};
    }
    return {};
}

NameFound nameBehind(std::string_view text, std::size_t place, std::string_view words) {
    for (std::size_t at = text.find(words, place); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        const std::size_t begin = at + words.size();
        std::size_t end = begin;
        while (end < text.size() && isMailCharacter(text[end]))
            ++end;
        while (end > begin && text[end - 1] == '.')
            --end;
        if (end > begin)
            return {begin, end - begin};
    }
    return {};
}

NameFound homeFolder(std::string_view text, std::size_t place) {
    return nameBehind(text, place, "/home/");
}

NameFound whoStarted(std::string_view text, std::size_t place) {
    return nameBehind(text, place, "started by ");
}

/// The user, and a password behind it, of "scheme://user:password@server".
NameFound userInUrl(std::string_view text, std::size_t place) {
    static constexpr std::string_view behindScheme = "://";
    for (std::size_t at = text.find(behindScheme, place); at != std::string_view::npos;
         at = text.find(behindScheme, at + 1)) {
        const std::size_t begin = at + behindScheme.size();
        const std::size_t end = text.find_first_of("@/ \"'\n\t", begin);
        if (end != std::string_view::npos && end > begin && text[end] == '@')
            return {begin, end - begin};
    }
    return {};
}

constexpr std::array<Find, 6> forms{userInUrl, mailAddress, canonicalName, database, homeFolder, whoStarted};

} // namespace

NameFound findNameByForm(std::string_view text, std::size_t place) {
    NameFound first;
    for (const Find find : forms)
        if (const NameFound found = find(text, place);
            found.length > 0 && (first.length == 0 || found.begin < first.begin))
            first = found;
    return first;
}

} // namespace bes::report
