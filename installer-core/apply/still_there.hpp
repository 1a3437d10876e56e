// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "model/failure.hpp"

namespace bes::apply {

/// Whether a run's new file (or link), or its new folder, is there: nothing and what is of the other kind is
/// not. The latter stood there before the run, in which another step made room, and is back by now.
[[nodiscard]] Result<bool> isFileThere(const std::filesystem::path& path);
[[nodiscard]] Result<bool> isFolderThere(const std::filesystem::path& path);

/// It leads to a folder, or that can't be found out.
[[nodiscard]] bool mayHoldFiles(const std::filesystem::path& path);

} // namespace bes::apply
