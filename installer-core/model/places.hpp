// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "model/request.hpp"
#include "model/system.hpp"

namespace bes::places {

// Where setup puts things beside what the request says, as the installed computer sees them. What is staged
// and what is kept of replaced files lies on the file system of its final place, because both move by rename.

inline const std::filesystem::path unitFolder = "/etc/systemd/system";
inline constexpr const char* standbyTarget = "bes-standby.target"; ///< started at boot
inline constexpr const char* activeTarget = "bes-active.target";   ///< started by the failover process only

/// Of setup itself.
struct OwnPlaces {
    std::filesystem::path state;
    std::filesystem::path logs;
    std::filesystem::path publicReceipt; ///< a copy for those who may not see the state
    std::filesystem::path trust; ///< certificates of those whose media is trusted where nothing else is said
};
/// On Windows where administrators alone make folders, which is not so in the top folder of a drive, nor in
/// C:\\ProgramData.
[[nodiscard]] inline const OwnPlaces& ownPlaces(System system) {
    static const OwnPlaces gnuLinux{"/var/lib/bes-standby-setup", "/var/log/bes-standby-setup",
                                    "/var/lib/bes-standby/receipt.json", "/etc/bes-standby-setup/trust.d"};
    static const OwnPlaces windows{
        "C:/Program Files/BES Standby Setup/state", "C:/Program Files/BES Standby Setup/logs",
        "C:/Program Files/BES Standby Setup/public/receipt.json", "C:/Program Files/BES Standby Setup/trust"};
    return system == System::windows ? windows : gnuLinux;
}

inline const std::filesystem::path bootLinkFolder = unitFolder / "multi-user.target.wants";
inline const std::filesystem::path accountFileFolder = "/etc"; ///< of passwd, group and their shadows

/// What an enabled target starts with the computer by.
[[nodiscard]] inline std::filesystem::path bootLink(const std::string& target) {
    return bootLinkFolder / target;
}

[[nodiscard]] inline std::filesystem::path stagingFolder(const Request& request) {
    return request.installFolder / ".staging";
}
[[nodiscard]] inline std::filesystem::path replacedFolder(const std::filesystem::path& folder) {
    return folder / ".replaced-by-bes-standby-setup";
}
[[nodiscard]] inline std::filesystem::path takenOutFolder(const std::filesystem::path& folder) {
    return folder / ".taken-out-by-bes-standby-setup";
}
[[nodiscard]] inline std::filesystem::path clearedFolder(const std::filesystem::path& folder) {
    return folder / ".cleared-by-bes-standby-setup";
}
/// Of what others had in setup's places, for as long as the standby is installed.
[[nodiscard]] inline std::filesystem::path keptFolder(const std::filesystem::path& folder) {
    return folder / ".kept-by-bes-standby-setup";
}
[[nodiscard]] inline std::filesystem::path standbyConfiguration(const Request& request) {
    return request.configurationFolder / "standby.ini";
}

/// One is in the other, however deep.
[[nodiscard]] inline bool isBelow(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const auto relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != ".." && *relative.begin() != ".";
}

/// Where something of others that stood at `path` is kept: nearby, because it moves by rename.
[[nodiscard]] inline std::filesystem::path keptFolderFor(const std::filesystem::path& path,
                                                         const Request& request) {
    for (const std::filesystem::path& folder :
         {unitFolder, request.configurationFolder, request.installFolder})
        if (isBelow(path, folder))
            return keptFolder(folder);
    return keptFolder(path.parent_path());
}

} // namespace bes::places
