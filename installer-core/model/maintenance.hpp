// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bes {

/// What is to become of the standby that is installed, and what the person who asks takes on himself.
struct Maintenance {
    enum class Kind { modify, repair, upgrade, remove };
    Kind kind = Kind::remove;
    bool acceptPromoted = false;     ///< although it acts as primary now
    bool keepRegistration = false;   ///< a removal leaves the database as it is, and need not reach it
    bool removeLogs = false;         ///< of the services
    bool allowDowngrade = false;     ///< an upgrade may go to an older version
    std::vector<std::string> add{};  ///< component ids, for a modification or an upgrade
    std::vector<std::string> omit{}; ///< component ids, for a modification or an upgrade

    bool operator==(const Maintenance&) const = default;
};

/// The command's name.
[[nodiscard]] constexpr std::string_view toString(Maintenance::Kind kind) {
    switch (kind) {
    case Maintenance::Kind::modify:
        return "modify";
    case Maintenance::Kind::repair:
        return "repair";
    case Maintenance::Kind::upgrade:
        return "upgrade";
    case Maintenance::Kind::remove:
        break;
    }
    return "remove";
}

} // namespace bes
