#pragma once

#include <filesystem>

#include "model/request.hpp"

namespace bes::plan {

// Where setup puts things beside what the request says, as the installed computer sees them. What is staged
// and what is kept of replaced files lies on the file system of its final place, because both move by rename.

inline const std::filesystem::path unitFolder = "/etc/systemd/system";

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
[[nodiscard]] inline std::filesystem::path standbyConfiguration(const Request& request) {
    return request.configurationFolder / "standby.ini";
}

} // namespace bes::plan
