// SPDX-License-Identifier: Apache-2.0
#include "host/handed_on.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "host/others_write.hpp"
#include "host/own_process.hpp"

namespace bes::host {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::string_view systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

std::string upper(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return result;
}

bool isOneOf(std::string_view name, Names names) {
    return std::ranges::find(names, name) != names.end();
}

bool isLanguage(std::string_view name) {
    return isOneOf(name, {"LANG", "LANGUAGE"}) || name.starts_with("LC_");
}

bool isTerminal(std::string_view name) {
    return isOneOf(name, {"TERM", "COLORTERM", "NO_COLOR"});
}

/// Domino's own: they go on to the probe.
bool isDominos(std::string_view name) {
    const std::string capitals = upper(name);
    return capitals.starts_with("NOTES") || capitals.starts_with("DOMINO");
}

bool isIdentity(std::string_view name) {
    return isOneOf(name,
                   {"USER", "LOGNAME", "SUDO_UID", "PKEXEC_UID"}); // whose word it is: see others_write.hpp
}

/// What a window needs to appear and to be read. Nothing of it names code that is loaded by its path.
bool isDesktops(std::string_view name) {
    return isOneOf(name, {"DISPLAY",
                          "XAUTHORITY",
                          "WAYLAND_DISPLAY",
                          "XDG_RUNTIME_DIR",
                          "XDG_SESSION_TYPE",
                          "XDG_SESSION_ID",
                          "XDG_CURRENT_DESKTOP",
                          "XDG_SEAT",
                          "DESKTOP_SESSION",
                          "DBUS_SESSION_BUS_ADDRESS",
                          "AT_SPI_BUS_ADDRESS",
                          "XMODIFIERS",
                          "QT_IM_MODULE",
                          "QT_QPA_PLATFORM",
                          "QT_QPA_PLATFORMTHEME",
                          "QT_STYLE_OVERRIDE",
                          "QT_SCALE_FACTOR",
                          "QT_SCREEN_SCALE_FACTORS",
                          "QT_ENABLE_HIGHDPI_SCALING",
                          "QT_FONT_DPI",
                          "QT_ACCESSIBILITY",
                          "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"});
}

/// What the sanitizers and the measurement of coverage are told, in programs that are built with them.
bool isInstruments([[maybe_unused]] std::string_view name) {
#ifdef BES_INSTRUMENTED
    return isOneOf(name, {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "GCOV_PREFIX", "GCOV_PREFIX_STRIP",
                          "LLVM_PROFILE_FILE"});
#else
    return false;
#endif
}

/// The name of a zone, or its rules; no path of a file.
bool isZone(std::string_view value) {
    return !value.empty() && value.front() != ':' && value.front() != '/' &&
           value.find("..") == std::string_view::npos;
}

/// Paths of what is read or written on the caller's word.
bool isPath(std::string_view name) {
    return isOneOf(name, {"TMPDIR", "SSL_CERT_FILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"});
}

/// Nobody else can change what it leads to. In a folder for everybody's temporary files nobody can touch
/// ours.
bool onlyOursToChange(std::string_view name, const std::filesystem::path& path) {
    if (!path.is_absolute())
        return false;
    const auto other = otherWriter(path);
    return !other || (name == "TMPDIR" && other->reach == OtherWriter::Reach::add);
}

bool isKept(const std::string& name, const std::string& value, Program program, bool asRoot) {
    if (name.starts_with("BES_STANDBY_"))
        return false; // answers, which are read
    if (program == Program::wizard && !asRoot)
        return true;
    if (name == "TZ")
        return !asRoot || isZone(value);
    if (name == "PATH" || name == "HOME" || isPath(name))
        return !asRoot || (isPath(name) && onlyOursToChange(name, value));
    return isLanguage(name) || isTerminal(name) || isDominos(name) || isIdentity(name) ||
           isInstruments(name) || (program == Program::wizard && isDesktops(name));
}

/// The caller's, with the folders in which the system's own programs stand, and without those that depend on
/// the current folder.
std::string completed(std::string_view path) {
    std::string result;
    std::set<std::string, std::less<>> folders;
    const std::string all = std::string(path) + ":" + std::string(systemPath);
    for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
        end = all.find(':', begin);
        const std::string folder = all.substr(begin, end - begin);
        if (folder.starts_with('/') && folders.insert(folder).second)
            result += (result.empty() ? "" : ":") + folder;
    }
    return result;
}

std::string valueIn(const Environment& variables, std::string_view name) {
    const auto found = std::ranges::find(variables, name, &Environment::value_type::first);
    return found == variables.end() ? std::string() : found->second;
}

void set(Environment& variables, std::string_view name, std::string value) {
    std::erase_if(variables, [&](const auto& variable) { return variable.first == name; });
    variables.emplace_back(name, std::move(value));
}

bool goesOn(const std::string& name, Child child) {
    if (name == "PATH" || isInstruments(name))
        return true;
    switch (child) {
    case Child::tool:
        return false;
    case Child::probe:
        return name == "TZ" || isLanguage(name) || isDominos(name);
    case Child::engine:
        break;
    }
    return isLanguage(name) || isTerminal(name) || isDominos(name) || isIdentity(name) || isDesktops(name) ||
           isPath(name) || isOneOf(name, {"TZ", "HOME", "SUDO_ASKPASS"});
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
        if (isKept(name, value, program, asRoot) && valueIn(kept, name).empty())
            kept.emplace_back(name, value);
    set(kept, "PATH", asRoot ? std::string(systemPath) : completed(valueIn(inherited, "PATH")));
    if (asRoot) {
        const std::string home = valueIn(inherited, "HOME");
        set(kept, "HOME", onlyOursToChange("HOME", home) ? home : homeOf(currentUser()));
    }
    return kept;
}

Environment handedOn(Child child) {
    Environment variables;
    for (auto& [name, value] : ownEnvironment())
        if (goesOn(name, child))
            variables.emplace_back(name, std::move(value));
    if (valueIn(variables, "PATH").empty())
        set(variables, "PATH", std::string(systemPath));
    if (child != Child::engine)
        set(variables, "LC_ALL", "C");
    return variables;
}

} // namespace bes::host
