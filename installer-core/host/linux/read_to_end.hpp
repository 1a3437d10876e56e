// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

/// Called before each read with how much is there already; its Failure ends the reading.
using BeforeRead = std::function<Result<void>(std::size_t size)>;

/// Reads an open file to its end; `path` is for what is said of it. Without `before` a pipe that has nothing
/// yet is a failure: nothing is waited for. Failures file.read.
[[nodiscard]] Result<std::string> readToEnd(int file, const std::filesystem::path& path, std::uint64_t limit,
                                            const BeforeRead& before = nullptr);

[[nodiscard]] Failure cannotRead(int error, const std::filesystem::path& path);

} // namespace bes::host
