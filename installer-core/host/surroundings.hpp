// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "host/root.hpp"
#include "model/failure.hpp"
#include "model/surroundings.hpp"

namespace bes::host {

// Looks only. A path is as the installed computer sees it.

/// Where `folder` is or will be. Failure where the system does not let it be looked at.
[[nodiscard]] Result<FolderState> folderState(const Root& root, const std::filesystem::path& folder);

/// In the root's own account files; on the running system also of the name services.
[[nodiscard]] Result<AccountState> accountState(const Root& root, const std::string& name);

[[nodiscard]] Result<SystemdState> systemdState(const Root& root);

/// SELinux enforces a policy on the running system.
[[nodiscard]] bool securityModuleEnforces();

/// Bytes that this process may write into one file (ulimit -f); empty: no limit.
[[nodiscard]] std::optional<std::uint64_t> largestFile();

} // namespace bes::host
