// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "model/failure.hpp"

namespace bes::host {

/// What an exception says of a system that gives no more memory (memory.none) or threads (process.threads);
/// empty for any other one.
[[nodiscard]] std::optional<Failure> exhausted(const std::exception& error);

/// What to do then; a sentence without full stop. `limits` are the commands that show those that a POSIX
/// shell has set, e.g. "ulimit -v"; Windows has none.
[[nodiscard]] std::string freeMemory(std::string_view limits);

/// By this errno the system says that an account or project has used up what it may have of a disk.
[[nodiscard]] bool isQuota(int error);

} // namespace bes::host
