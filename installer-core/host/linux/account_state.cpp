// SPDX-License-Identifier: Apache-2.0
#include <grp.h>

#include <array>
#include <charconv>

#include "host/accounts.hpp"
#include "host/linux/account_files.hpp"
#include "host/linux/account_obstacles.hpp"
#include "host/surroundings.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

std::optional<std::uint32_t> number(const std::string& text) {
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

Result<std::optional<std::uint32_t>> groupNamed(const Root& root, const std::string& name) {
    if (root.isRunningSystem()) {
        std::array<char, 16384> buffer{};
        group entry{};
        group* found = nullptr;
        ::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found);
        return found == nullptr ? std::nullopt : std::optional<std::uint32_t>(found->gr_gid);
    }
    TRY_ASSIGN(const auto file, AccountFile::read(root("/etc/group")));
    const auto fields = file.find(name);
    return fields && fields->size() > 2 ? number((*fields)[2]) : std::nullopt;
}

} // namespace

Result<AccountState> accountState(const Root& root, const std::string& name) {
    TRY_ASSIGN(const auto account, findAccount(root, name));
    TRY_ASSIGN(const auto group, groupNamed(root, name));
    AccountState state;
    state.group = group;
    if (!account) {
        state.obstacles = obstaclesOfNewAccount(root, name);
        return state;
    }
    state.user = account->user;
    const auto own = AccountFile::read(root.followed("/etc/passwd"));
    state.inOwnFiles = !own || own->find(name).has_value();
    return state;
}

} // namespace bes::host
