// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "detect/place_look.hpp"
#include "detect/unit_settings.hpp"

// What starts a unit and is none: a name on the message bus that somebody calls, a device that comes.

namespace bes::detect {
namespace {

namespace fs = std::filesystem;
using Standing = ThingOfOthers::Standing;

constexpr std::array busFolders{"/etc/dbus-1/system-services", "/run/dbus-1/system-services",
                                "/usr/local/share/dbus-1/system-services",
                                "/usr/share/dbus-1/system-services", "/lib/dbus-1/system-services"};
constexpr std::array deviceFolders{"/etc/udev/rules.d", "/run/udev/rules.d", "/usr/local/lib/udev/rules.d",
                                   "/usr/lib/udev/rules.d", "/lib/udev/rules.d"};

void lookAtBus(PlaceLook& look, const OwnUnits& own, const fs::path& file) {
    for (const UnitSetting& setting : settingsIn(look.text(file)))
        if (setting.section == "D-BUS Service" && setting.key == "SystemdService" &&
            own.deferred.contains(setting.value))
            look.tell(file, Standing::starts, setting.value,
                      fmt::format("it starts {} (SystemdService=)", setting.value));
}

/// ENV{SYSTEMD_WANTS}+="a.service b.service"
void lookAtRules(PlaceLook& look, const OwnUnits& own, const fs::path& file) {
    constexpr std::string_view key = "{SYSTEMD_WANTS}";
    const std::string text = look.text(file);
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
        const std::size_t line = text.rfind('\n', at) + 1; // 0 where there is none before
        if (text.find_first_not_of(" \t", line) == text.find('#', line))
            continue;
        const std::string rest = text.substr(at, text.find('\n', at) - at);
        const std::size_t begin = std::min(rest.find('"'), rest.size() - 1);
        const std::size_t end = std::min(rest.find('"', begin + 1), rest.size());
        for (const std::string& name : namesIn(rest.substr(begin + 1, end - begin - 1), {}))
            if (own.deferred.contains(name))
                look.tell(file, Standing::starts, name, fmt::format("it starts {} (SYSTEMD_WANTS)", name));
    }
}

} // namespace

void lookAtActivation(PlaceLook& look, const OwnUnits& own) {
    for (const char* folder : busFolders)
        for (const fs::path& file : look.entriesOf(folder))
            lookAtBus(look, own, file);
    std::set<fs::path> seen; // rules are hidden by others of their name
    for (const char* folder : deviceFolders)
        for (const fs::path& file : look.entriesOf(folder))
            if (file.extension() == ".rules" && seen.insert(file.filename()).second)
                lookAtRules(look, own, file);
}

} // namespace bes::detect
