// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "host/root.hpp"
#include "model/failure.hpp"
#include "model/others.hpp"

namespace bes::host {

/// Whatever stands at a path, also what is neither file, folder nor link.
struct Entry {
    Appearance appearance;   ///< without the digest of the content
    std::uint64_t mount = 0; ///< where it is the same, it can be renamed from one to the other
    bool mountPoint = false;

    [[nodiscard]] bool folder() const { return appearance.type == EntryType::folder; }
    [[nodiscard]] bool file() const { return appearance.type == EntryType::file; }
    [[nodiscard]] bool link() const { return appearance.type == EntryType::symbolicLink; }
};

/// Empty when there is nothing, also where a folder of the path is none. Does not follow a symbolic link.
/// Failure file.read.
[[nodiscard]] Result<std::optional<Entry>> entryAt(const std::filesystem::path& path);

/// An attribute (chattr) that keeps even root from changing or moving what stands there: a sentence that says
/// how to end it. Empty: there is none.
[[nodiscard]] std::string whyFrozen(const std::filesystem::path& path);

/// Name of the account with that number, as the root knows it; the number where it has none.
[[nodiscard]] std::string ownerName(const Root& root, std::uint32_t user);

} // namespace bes::host
