// SPDX-License-Identifier: Apache-2.0
#include "apply/acts.hpp"
#include "apply/rights.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/safe_path.hpp"
#include "model/try.hpp"

namespace bes::apply {

using journal::Effect;

Result<void> perform(Run& run, std::size_t step, const SetRights& action) {
    std::vector<Effect> effects;
    for (const InstalledFile& file : action.files) {
        TRY_ASSIGN(const auto found, host::status(run.root()(file.path)));
        if (found)
            effects.push_back({Effect::Kind::changedRights, file.path, rightsOf(*found)});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const InstalledFile& file : action.files) {
        // from the outermost folder inwards: what was somebody else's is root's before its content is touched
        const auto owner = host::isAdministrator() ? std::optional(host::AccountIds{0, 0}) : std::nullopt;
        TRY(host::setRights(run.root(), file.path, file.mode, owner));
    }
    return {};
}

} // namespace bes::apply
