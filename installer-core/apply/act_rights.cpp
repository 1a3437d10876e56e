#include "apply/acts.hpp"
#include "apply/rights.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"

namespace bes::apply {

using journal::Effect;

Result<void> perform(Run& run, std::size_t step, const SetRights& action) {
    std::vector<Effect> effects;
    for (const InstalledFile& file : action.files) {
        const auto found = host::status(run.root()(file.path));
        if (!found)
            return fail(found.error());
        if (*found)
            effects.push_back({Effect::Kind::changedRights, file.path, rightsOf(**found)});
    }
    if (auto noted = run.journal().addEffects(run.id(), step, effects); !noted)
        return noted;
    for (const InstalledFile& file : action.files) {
        const auto path = run.root()(file.path);
        // owner first: a change of the owner clears the set-user-ID bits
        auto done = host::isAdministrator() ? host::giveTo(path, 0, 0) : Result<void>();
        if (done)
            done = host::setMode(path, file.mode);
        if (!done)
            return done;
    }
    return {};
}

} // namespace bes::apply
