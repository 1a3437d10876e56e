// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "host/accounts.hpp"
#include "model/failure.hpp"

namespace bes::host {

// Work in a folder that belongs to another account: everything below it is opened name by name without
// following links, and only what belongs to the one whose things are handed over is touched. Failures
// file.read, file.access.

/// A file, folder or link in a folder, and who had it.
struct OwnedEntry {
    std::filesystem::path path; ///< relative to the folder; "." is the folder itself
    AccountIds ids;
};

/// The folder and all below it that belongs to that number, folders before what is in them. Left out: other
/// file systems, and files that have a second name.
[[nodiscard]] Result<std::vector<OwnedEntry>> ownedBelow(const std::filesystem::path& folder,
                                                         std::uint32_t user);
/// Nothing happens where it is not there (any more) or does not belong to `from`.
[[nodiscard]] Result<void> handOver(const std::filesystem::path& folder, const std::filesystem::path& entry,
                                    std::uint32_t from, const AccountIds& to);

} // namespace bes::host
