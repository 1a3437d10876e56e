// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "model/failure.hpp"

// What a person is told where the journal at `path` can't be used.

namespace bes::journal {

/// journal.open
[[nodiscard]] Failure notUsable(const std::filesystem::path& path, std::string why);
/// journal.newer
[[nodiscard]] Failure newerJournal(const std::filesystem::path& path);
/// Called where an exception is being handled: what it means. journal.text, journal.damaged or journal.open.
[[nodiscard]] Failure handledFailure(const std::filesystem::path& path);

} // namespace bes::journal
