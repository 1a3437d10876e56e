#include "apply/acts.hpp"

namespace bes::apply {

Result<void> perform(Run& run, std::size_t /*step*/, const ReservePair& action) {
    return run.openDatabase().and_then([&](auto database) { return database.reserve(action, run.id()); });
}

Result<void> perform(Run& run, std::size_t /*step*/, const RegisterStandby& action) {
    return run.openDatabase().and_then(
        [&](auto database) { return database.registerStandby(action, run.id()); });
}

Result<void> perform(Run& run, std::size_t /*step*/, const RemovePair& action) {
    return run.openDatabase().and_then(
        [&](auto database) { return database.removePair(action.primary, action.standby); });
}

} // namespace bes::apply
