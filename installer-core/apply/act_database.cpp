// SPDX-License-Identifier: Apache-2.0
#include "apply/acts.hpp"

namespace bes::apply {

Result<void> perform(Run& run, std::size_t step, const ReservePair& action) {
    bool mayBeThere = false;
    auto reserved = run.openDatabase().and_then(
        [&](auto database) { return database.reserve(action, run.id(), mayBeThere); });
    if (!mayBeThere)
        run.keepUnchanged(step);
    return reserved;
}

Result<void> perform(Run& run, std::size_t /*step*/, const RegisterStandby& action) {
    return run.openDatabase().and_then(
        [&](auto database) { return database.registerStandby(action, run.id()); });
}

Result<void> perform(Run& run, std::size_t /*step*/, const RefreshRegistration& action) {
    const RegisterStandby& standby = action.standby;
    return run.openDatabase().and_then([&](auto database) {
        // where the rows are gone the primary is taken anew, unless another standby has it
        return database.refreshStandby(standby).and_then([&](bool refreshed) {
            return refreshed
                       ? Result<void>()
                       : database
                             .reserve({standby.primary, standby.standby, standby.computer, action.replaces},
                                      run.id())
                             .and_then([&] { return database.registerStandby(standby, run.id()); });
        });
    });
}

Result<void> perform(Run& run, std::size_t /*step*/, const RemovePair& action) {
    return run.openDatabase().and_then(
        [&](auto database) { return database.removePair(action.primary, action.standby); });
}

} // namespace bes::apply
