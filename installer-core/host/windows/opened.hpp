// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <windows.h>

#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"

namespace bes::host {

// What stands at a path, opened as itself: a link is not followed.

/// Whoever has a folder opened with `pinned` keeps everybody from renaming or removing it.
enum class Sharing { everything, pinned };

[[nodiscard]] Handle openEntry(const std::filesystem::path& path, DWORD access,
                               Sharing sharing = Sharing::everything);

struct EntryInformation {
    DWORD attributes = 0;
    DWORD volume = 0;
    std::uint64_t file = 0; ///< the same for each name of one file
    std::uint64_t size = 0;
    std::uint64_t changed = 0; ///< in steps of 100 ns
    DWORD names = 1;
    bool link = false; ///< a symbolic link, a junction or a mount point

    [[nodiscard]] bool folder() const { return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0; }
    [[nodiscard]] bool sameFileAs(const EntryInformation& other) const {
        return volume == other.volume && file == other.file;
    }
};

[[nodiscard]] std::optional<EntryInformation> informationOf(HANDLE opened);
/// Where a link leads to, as a text for people and comparisons.
[[nodiscard]] std::string targetOf(HANDLE link);
/// Seconds since 1970.
[[nodiscard]] long long secondsOf(std::uint64_t fileTime);

} // namespace bes::host
