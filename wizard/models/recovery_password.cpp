// SPDX-License-Identifier: Apache-2.0
#include "models/recovery_password.hpp"

#include "models/database_form.hpp"

namespace bes::wizard {
namespace {

bool isSame(DatabaseAddress one, const DatabaseAddress& other) {
    one.password = other.password;
    return one == other;
}

/// What is not known to be another one: a run of this wizard was made with its answers.
bool givenForIt(const WizardState& state) {
    return !state.passwords.database.empty() &&
           (!state.seen || !state.seen->interrupted ||
            isSame(state.seen->interrupted->database, state.request.database));
}

} // namespace

bool asksForRecoveryPassword(const WizardState& state) {
    return state.seen && state.seen->interrupted && !givenForIt(state) &&
           asksFor("database.password", state.seen->interrupted->database);
}

Secret recoveryPassword(const WizardState& state) {
    if (!state.typedForRecovery.empty())
        return state.typedForRecovery;
    return givenForIt(state) ? state.passwords.database : Secret();
}

} // namespace bes::wizard
