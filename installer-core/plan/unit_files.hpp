#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "plan/wanted.hpp"

namespace bes::plan {

inline constexpr const char* standbyTarget = "bes-standby.target"; ///< started at boot
inline constexpr const char* activeTarget = "bes-active.target";   ///< started by the failover process only

/// systemd units of every service, bes-standby.target and bes-active.target. Deferred services have no
/// [Install] section and only bes-active.target wants them, which itself nothing wants.
[[nodiscard]] std::vector<TextFile> unitFiles(const Wanted& wanted);

} // namespace bes::plan
