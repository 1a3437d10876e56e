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

/// Looked up in the root's own account files. Empty: there is none.
[[nodiscard]] Result<std::optional<AccountIds>> findAccount(const Root& root, const std::string& name);

/// A system account with a group of the same name, without login and password. Success when it is there already.
/// Failure account.create.
[[nodiscard]] Result<void> createAccount(const Root& root, const std::string& name,
                                         const std::filesystem::path& home);
/// With its group. Success when there is none.
[[nodiscard]] Result<void> removeAccount(const Root& root, const std::string& name);

} // namespace bes::host
