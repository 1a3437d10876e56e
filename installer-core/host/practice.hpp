// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "host/root.hpp"

namespace bes::host {

// `bes-standby-setup practice` marks what it makes. Everything that is shown says so by these marks, which
// belong to the computer and the database themselves: no option and no variable makes a run practice, or
// hides that it is.

/// A practice computer, which has the file /etc/bes-standby-practice.
[[nodiscard]] bool isPracticeComputer(const Root& root);

/// A folder of `practice`, which has the file PRACTICE beside the practice database.
[[nodiscard]] bool isPracticeFolder(const std::filesystem::path& folder);

} // namespace bes::host
