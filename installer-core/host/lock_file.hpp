// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "model/failure.hpp"

namespace bes::host {

// What RunLock asks each system for: a file that one process at a time holds as long as it has it open.

/// A descriptor of the file, which is made for its owner alone where it is not there: who may read it may
/// lock it. Empty: another process holds it.
[[nodiscard]] Result<std::optional<int>> openLocked(const std::filesystem::path& file);
[[nodiscard]] bool isLockedByAnother(const std::filesystem::path& file);
/// In place of what the file holds, as well as it goes.
void describeIn(int lockFile, std::string_view text);
/// Gives it up.
void closeLocked(int lockFile);
void removeLocked(const std::filesystem::path& file);

/// Program and command of this process: no word after an option, which might be a secret.
[[nodiscard]] std::string programAndCommand();
[[nodiscard]] int ownNumber();

} // namespace bes::host
