// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "host/process.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

inline constexpr std::string_view standbyTarget = "bes-standby.target";
inline constexpr std::chrono::seconds systemctlLimit{30}; ///< for what systemd answers at once

/// systemctl with these words, never asking anything.
[[nodiscard]] Result<ProcessOutcome> systemctl(std::vector<std::string> words);
/// The same for what may take long: to take too long, or to be stopped, is no failure.
[[nodiscard]] Result<FollowedProcess> followSystemctl(std::vector<std::string> words,
                                                      std::chrono::milliseconds limit, std::stop_token stop);

/// Makes or removes the links by which a target starts at boot. A service is refused as a bug: what setup
/// puts into the boot is bes-standby.target alone.
[[nodiscard]] Result<void> setEnabled(const Root& root, const std::string& unit, bool enabled);

/// What systemctl or a tool like it said, for a Failure's reason: without the lines that only refer to other
/// commands or were written for who looks for mistakes in it, and without colours.
[[nodiscard]] std::string lastWords(const ProcessOutcome& outcome);

} // namespace bes::host
