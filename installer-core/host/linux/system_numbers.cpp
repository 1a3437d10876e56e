// SPDX-License-Identifier: Apache-2.0
#include <grp.h>
#include <pwd.h>

#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "host/files.hpp"
#include "host/linux/account_obstacles.hpp"
#include "text/path_text.hpp"

// How useradd finds the numbers of an account of the system and its group (libmisc/find_new_uid.c).

namespace bes::host {
namespace {

namespace fs = std::filesystem;
using Number = unsigned long;

bool isAccount(Number number) {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(static_cast<uid_t>(number), &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr;
}

bool isGroup(Number number) {
    std::array<char, 16384> buffer{};
    group entry{};
    group* found = nullptr;
    ::getgrgid_r(static_cast<gid_t>(number), &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr;
}

struct Kind {
    const char* what;
    const char* file;
    const char* first;
    const char* last;
    const char* firstOfPersons;
    bool (*known)(Number);
};
constexpr std::array kinds{Kind{"account", "passwd", "SYS_UID_MIN", "SYS_UID_MAX", "UID_MIN", isAccount},
                           Kind{"group", "group", "SYS_GID_MIN", "SYS_GID_MAX", "GID_MIN", isGroup}};

/// The last line of a name counts.
std::map<std::string, Number> settingsIn(const fs::path& file) {
    std::map<std::string, Number> settings;
    const auto content = readFile(file);
    std::istringstream lines(content ? *content : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::string value;
        if (!(words >> name >> value) || name.starts_with('#'))
            continue;
        char* end = nullptr;
        const Number number = std::strtoul(value.c_str(), &end, 0);
        if (*end == '\0')
            settings[name] = number;
    }
    return settings;
}

Number valueOr(const std::map<std::string, Number>& settings, const char* name, Number otherwise) {
    const auto found = settings.find(name);
    return found == settings.end() ? otherwise : found->second;
}

/// In a file of fields between colons the third is the number.
std::set<Number> numbersIn(const fs::path& file) {
    std::set<Number> numbers;
    const auto content = readFile(file);
    std::istringstream lines(content ? *content : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string field;
        for (int i = 0; i < 3; ++i)
            std::getline(fields, field, ':');
        if (fields && !field.empty())
            numbers.insert(std::strtoul(field.c_str(), nullptr, 10));
    }
    return numbers;
}

bool anyFree(const Kind& kind, const std::set<Number>& taken, Number first, Number last) {
    for (Number number = last; number >= first && number > 0; --number)
        if (!taken.contains(number) && !kind.known(number))
            return true;
    return false;
}

} // namespace

std::vector<std::string> takenNumbers(const fs::path& etc) {
    constexpr Number usualFirst = 101;
    constexpr Number usualFirstOfPersons = 1000;
    const auto settings = settingsIn(etc / "login.defs");
    std::vector<std::string> sentences;
    for (const Kind& kind : kinds) {
        const Number first = valueOr(settings, kind.first, usualFirst);
        const Number last =
            valueOr(settings, kind.last, valueOr(settings, kind.firstOfPersons, usualFirstOfPersons) - 1);
        if (!anyFree(kind, numbersIn(etc / kind.file), first, last))
            sentences.push_back(std::string("no free ID for a new ") + kind.what + " of the system (" +
                                kind.first + " " + std::to_string(first) + ", " + kind.last + " " +
                                std::to_string(last) + " in " + utf8(etc / "login.defs") + ")");
    }
    return sentences;
}

} // namespace bes::host
