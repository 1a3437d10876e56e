// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bes::detect {

/// A line "Key=value" of a unit, with the section that it stands in.
struct UnitSetting {
    std::string section;
    std::string key;
    std::string value;

    bool operator==(const UnitSetting&) const = default;
};

/// As systemd reads a unit (systemd.syntax(7)): comments, continued lines, names with their case.
[[nodiscard]] std::vector<UnitSetting> settingsIn(std::string_view unit);

/// The names in a value, without quotes, and with the specifiers that stand for parts of the unit's own name.
[[nodiscard]] std::vector<std::string> namesIn(std::string_view value, const std::string& unit);

} // namespace bes::detect
