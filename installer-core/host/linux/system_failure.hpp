// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

enum class Access { reading, writing };

/// The one place that turns an errno of a file operation into what a person reads: id, exit code, the
/// system's own words and what to do. `what` is e.g. "Can't write /etc/bes-standby/bes.conf".
[[nodiscard]] Failure fileFailure(int error, Access access, std::string what,
                                  const std::filesystem::path& path,
                                  std::optional<std::uint64_t> neededBytes = std::nullopt);

/// Success for 0; otherwise fileFailure() of writing, called "WHAT PATH".
[[nodiscard]] Result<void> writeOutcome(int error, const std::string& what,
                                        const std::filesystem::path& path);

/// The system's words for an errno.
[[nodiscard]] std::string systemReason(int error);

} // namespace bes::host
