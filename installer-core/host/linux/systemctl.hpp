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
[[nodiscard]] Result<ProcessOutcome> systemctl(std::vector<std::string> words,
                                               std::chrono::milliseconds limit = systemctlLimit);

/// Makes or removes the links by which a target starts at boot. A service is refused as a bug: what setup
/// puts into the boot is bes-standby.target alone.
[[nodiscard]] Result<void> setEnabled(const Root& root, const std::string& unit, bool enabled);

/// The last thing a program said, for a Failure's reason.
[[nodiscard]] std::string lastWords(const ProcessOutcome& outcome);

} // namespace bes::host
