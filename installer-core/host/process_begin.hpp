// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::host {

/// When a process began, in the system's own count: another one that got the same number began at another
/// time. Empty where it is gone.
[[nodiscard]] std::string beginOf(int process);

} // namespace bes::host
