// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/undo_acts.hpp"
#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/ownership.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using host::AccountIds;
using journal::Effect;

Result<std::optional<AccountIds>> idsOf(const Run& run, const std::string& account) {
    if (account.empty())
        return std::optional(AccountIds{});
    return host::findAccount(run.root(), account);
}

/// Empty: there is no such account (any more), or no folder.
Result<std::optional<std::uint32_t>> formerOwner(const Run& run, const HandOver& action) {
    if (!action.from.empty())
        return idsOf(run, action.from).map([](const std::optional<AccountIds>& ids) {
            return ids ? std::optional(ids->user) : std::nullopt;
        });
    return host::entryAt(run.root().followed(action.folder))
        .map([](const std::optional<host::Entry>& folder) {
            return folder ? std::optional(folder->appearance.user) : std::nullopt;
        });
}

Result<void> handOver(Run& run, std::size_t step, const HandOver& action, std::uint32_t from,
                      const AccountIds& to) {
    TRY_ASSIGN(const auto owned, host::ownedBelow(run.root().followed(action.folder), from));
    std::vector<Effect> effects;
    for (const auto& [path, ids] : owned)
        effects.push_back(
            {Effect::Kind::handedOver, path, fmt::format("{} {} {}", ids.user, ids.group, to.user)});
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const auto& entry : owned)
        TRY(host::handOver(run.root().followed(action.folder), entry.path, from, to));
    return {};
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const HandOver& action) {
    TRY_ASSIGN(const auto from, formerOwner(run, action));
    TRY_ASSIGN(const auto to, idsOf(run, action.to));
    TRY_ASSIGN(const auto there, host::entryAt(run.root().followed(action.folder)));
    if (!to)
        return fail(ExitCode::failed, "account.unknown",
                    fmt::format("The folder {} can't be owned by {}", utf8(action.folder), action.to),
                    "the account does not exist",
                    {"Create the account, or choose another.", {{"service.account"}}});
    if (!from || !there || *from == to->user)
        return {};
    return handOver(run, step, action, *from, *to);
}

Result<void> giveBack(const Run& run, std::size_t step, const Effect& effect) {
    const auto& action = std::get<HandOver>(run.plan().steps[step].action);
    std::istringstream text(effect.detail);
    AccountIds before;
    std::uint32_t after = 0;
    text >> before.user >> before.group >> after;
    if (!text)
        throw std::logic_error("owners in the journal: " + effect.detail);
    return host::handOver(run.root().followed(action.folder), effect.path, after, before);
}

} // namespace bes::apply
