// SPDX-License-Identifier: Apache-2.0
#include "apply/acts.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "model/try.hpp"

namespace bes::apply {

using journal::Effect;

Result<void> perform(Run& run, std::size_t step, const SetRights& action) {
    std::vector<Effect> effects;
    for (const InstalledFile& file : action.files) {
        TRY_ASSIGN(const auto found, host::status(run.root()(file.path)));
        if (found)
            effects.push_back({Effect::Kind::changedRights, file.path, host::capturedRights(*found)});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const InstalledFile& file : action.files) {
        // from the outermost folder inwards: what was somebody else's is the administrators' before its
        // content is touched
        TRY(host::setRightsAsInstalled(run.root(), file.path, file.rights));
    }
    return {};
}

} // namespace bes::apply
