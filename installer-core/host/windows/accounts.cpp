// SPDX-License-Identifier: Apache-2.0
#include "host/accounts.hpp"

#include "host/surroundings.hpp"
#include "host/windows/sids.hpp"

namespace bes::host {
namespace {

/// Accounts that need no making: the system's own, and those that come with a service (NT SERVICE\NAME).
bool isBuiltIn(const std::string& name) {
    return name.starts_with("NT AUTHORITY\\") || name.starts_with("NT SERVICE\\") || name == "LocalSystem";
}

} // namespace

bool isAdministrator() {
    Sid group = administrators();
    BOOL member = FALSE;
    // by the token of this process: what an administrator has only after a confirmation does not count
    return ::CheckTokenMembership(nullptr, group.data(), &member) != 0 && member != FALSE;
}

Result<std::optional<AccountIds>> findAccount(const Root& root, const std::string& name) {
    if (!root.isRunningSystem())
        return std::nullopt; // accounts of an image are in its registry, which is nobody's to write
    const auto sid = findSid(name);
    if (!sid)
        return std::nullopt;
    const std::uint32_t number = numberOf(*sid);
    return AccountIds{number, number}; // rights are given to the account itself
}

Result<void> createAccount(const Root& root, const std::string& name, const std::filesystem::path& /*home*/) {
    const auto there = findAccount(root, name);
    if ((there && *there) || isBuiltIn(name))
        return {};
    return fail(
        ExitCode::usage, "account.create", "Can't create the account " + name,
        "setup does not make accounts on this system: one needs a password that its administrators know",
        "Make the account first, or choose NT AUTHORITY\\LocalService");
}

Result<void> removeAccount(const Root& /*root*/, const std::string& /*name*/) {
    return {}; // none was made
}

Result<AccountState> accountState(const Root& root, const std::string& name) {
    AccountState state;
    if (const auto found = findAccount(root, name); found && *found) {
        state.user = (*found)->user;
        state.group = (*found)->group;
    } else if (root.isRunningSystem() && !isBuiltIn(name)) {
        state.obstacles.push_back("there is no account " + name + " on this computer or in its domain");
    }
    return state;
}

Result<SystemdState> systemdState(const Root& /*root*/) {
    return SystemdState{}; // another manager of services: nothing is known of systemd
}

} // namespace bes::host
