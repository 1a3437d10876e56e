// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

// For paths of any length: std::filesystem and the streams of the standard library take up to 259 characters
// on Windows. What is in folders: host/folder_entries.hpp.

/// What a path leads to, through links. Neither file nor folder: a device, socket or pipe.
struct Reached {
    bool file = false, folder = false;
    std::uint64_t size = 0; ///< of a file, in bytes
};

/// Empty when there is nothing, also where a folder of the path is none. Failure file.read.
[[nodiscard]] Result<std::optional<Reached>> reached(const std::filesystem::path& path);
/// False also where it can't be looked at.
[[nodiscard]] bool leadsToFolder(const std::filesystem::path& path);

/// The system's words, for what was not found or could not be looked at.
[[nodiscard]] std::string whyNotReached(const Result<std::optional<Reached>>& found);

/// The path in the form in which a stream opens it however long it is.
[[nodiscard]] std::filesystem::path streamPath(const std::filesystem::path& path);

} // namespace bes::host
