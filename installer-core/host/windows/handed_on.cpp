// SPDX-License-Identifier: Apache-2.0
#include "host/handed_on.hpp"

#include <algorithm>
#include <array>

#include <windows.h>

#include "host/others_write.hpp"
#include "host/own_process.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

using Names = std::initializer_list<std::string_view>;

std::string upper(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

/// Names of variables are not case-sensitive here; `name` is in capitals.
bool isOneOf(std::string_view name, Names names) {
    return std::ranges::find(names, name) != names.end();
}

/// What Wine tells its own libraries, where it takes the place of Windows: without it there are no random
/// numbers.
bool isWines(std::string_view name) {
    return name.starts_with("WINE") || name == "WINSYSDIR";
}

/// What the system gives every process, and many of its libraries need.
bool isSystems(std::string_view name) {
    return isOneOf(name, {"SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "OS", "COMPUTERNAME",
                          "PROGRAMDATA", "ALLUSERSPROFILE", "PROGRAMFILES", "PROGRAMFILES(X86)",
                          "PROGRAMW6432", "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)",
                          "COMMONPROGRAMW6432", "PUBLIC", "NUMBER_OF_PROCESSORS"}) ||
           name.starts_with("PROCESSOR_") || isWines(name);
}

bool isPersons(std::string_view name) {
    return isOneOf(name, {"USERNAME", "USERDOMAIN", "USERDNSDOMAIN", "USERPROFILE", "HOMEDRIVE", "HOMEPATH",
                          "APPDATA", "LOCALAPPDATA", "LOGONSERVER", "SESSIONNAME"});
}

bool isLanguage(std::string_view name) {
    return isOneOf(name, {"LANG", "LANGUAGE", "TZ"}) || name.starts_with("LC_");
}

bool isTerminal(std::string_view name) {
    return isOneOf(name, {"TERM", "COLORTERM", "NO_COLOR"});
}

bool isDominos(std::string_view name) {
    return name.starts_with("NOTES") || name.starts_with("DOMINO");
}

/// Paths of what is read or written on the caller's word.
bool isPath(std::string_view name) {
    return isOneOf(name, {"TEMP", "TMP", "SSL_CERT_FILE"});
}

bool onlyOursToChange(const std::string& value) {
    const std::filesystem::path path = pathOf(value);
    const auto other = path.is_absolute() ? otherWriter(path) : std::optional(OtherWriter{});
    return !other || other->reach == OtherWriter::Reach::add;
}

std::string systemPath() {
    std::array<wchar_t, MAX_PATH> system{}, windows{};
    ::GetSystemDirectoryW(system.data(), MAX_PATH);
    ::GetWindowsDirectoryW(windows.data(), MAX_PATH);
    return narrow(system.data()) + ";" + narrow(windows.data());
}

bool isKept(const std::string& name, const std::string& value, Program program, bool asRoot) {
    if (name.starts_with("BES_STANDBY_"))
        return false; // answers, which are read
    if (program == Program::wizard && !asRoot)
        return true;
    if (isPath(name))
        return !asRoot || onlyOursToChange(value);
    return name == "PATH" ? !asRoot
                          : isSystems(name) || isPersons(name) || isLanguage(name) || isTerminal(name) ||
                                isDominos(name);
}

std::string valueIn(const Environment& variables, std::string_view name) {
    const auto found =
        std::ranges::find_if(variables, [&](const auto& variable) { return upper(variable.first) == name; });
    return found == variables.end() ? std::string() : found->second;
}

void set(Environment& variables, std::string_view name, std::string value) {
    std::erase_if(variables, [&](const auto& variable) { return upper(variable.first) == name; });
    variables.emplace_back(name, std::move(value));
}

bool goesOn(const std::string& name, Child child) {
    if (name == "PATH" || isSystems(name) || isOneOf(name, {"TEMP", "TMP"}))
        return true;
    switch (child) {
    case Child::tool:
        return false;
    case Child::probe:
        return isLanguage(name) || isDominos(name) || isPersons(name);
    case Child::engine:
        break;
    }
    return isLanguage(name) || isTerminal(name) || isDominos(name) || isPersons(name) || isPath(name);
}

} // namespace

Environment revealed(const Variables& variables) {
    Environment all;
    for (const auto& [name, value] : variables)
        all.emplace_back(name, value.reveal());
    return all;
}

Environment keptVariables(const Environment& inherited, Program program, bool asRoot) {
    Environment kept;
    for (const auto& [name, value] : inherited)
        if (isKept(upper(name), value, program, asRoot) && valueIn(kept, upper(name)).empty())
            kept.emplace_back(name, value);
    if (asRoot || valueIn(kept, "PATH").empty())
        set(kept, "PATH", systemPath());
    return kept;
}

Environment handedOn(Child child) {
    Environment variables;
    for (auto& [name, value] : ownEnvironment())
        if (goesOn(upper(name), child))
            variables.emplace_back(name, std::move(value));
    if (valueIn(variables, "PATH").empty())
        set(variables, "PATH", systemPath());
    set(variables, "PATH", valueIn(variables, "PATH")); // in capitals: by that name it is looked for
    return variables;
}

} // namespace bes::host
