#pragma once

#include <filesystem>

#include "journal/journal.hpp"
#include "model/request.hpp"

namespace bes::plan {

// Where setup puts things beside what the request says, as the installed computer sees them. What is staged
// and what is kept of replaced files lies on the file system of its final place, because both move by rename;
// what is kept of a file of another account lies in setup's own state folder, where nobody else can touch it.

inline const std::filesystem::path unitFolder = "/etc/systemd/system";

[[nodiscard]] inline std::filesystem::path stagingFolder(const Request& request) {
    return request.installFolder / ".staging";
}
[[nodiscard]] inline std::filesystem::path replacedFolder(const std::filesystem::path& folder) {
    return folder / ".replaced-by-bes-standby-setup";
}
/// Of notes.ini; every run has a folder in it.
[[nodiscard]] inline std::filesystem::path keptFolder() {
    return journal::Journal::stateFolder() / "kept";
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
