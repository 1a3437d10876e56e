// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// This process may change the whole computer.
[[nodiscard]] bool isAdministrator();

struct AccountIds {
    std::uint32_t user = 0;
    std::uint32_t group = 0;
};

/// Looked up in the root's own account files; on the running system by the name services. Empty: there is
/// none.
[[nodiscard]] Result<std::optional<AccountIds>> findAccount(const Root& root, const std::string& name);

/// A system account with a group of the same name, without login and password. Success when it is there
/// already. On the running system useradd makes it; in any other root the account files are edited, and made
/// where there are none. Failure account.create.
[[nodiscard]] Result<void> createAccount(const Root& root, const std::string& name,
                                         const std::filesystem::path& home);
/// With its group, unless others use that. Success when there is none. Failure account.remove.
[[nodiscard]] Result<void> removeAccount(const Root& root, const std::string& name);

} // namespace bes::host
