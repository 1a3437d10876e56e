// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "exports.hpp"

namespace bes::domino::notes {
using stand_in::Call;

Status NotesInitExtended(int argumentCount, char** arguments) noexcept {
    return stand_in::Runtime::one().initialise(argumentCount, arguments);
}

void NotesTerm() noexcept {
    const Call call("NotesTerm");
    call.runtime().terminate();
}

Status NotesInitThread() noexcept {
    Call call("NotesInitThread");
    if (const auto injected = call.injected())
        return *injected;
    call.enterThread();
    return 0;
}

void NotesTermThread() noexcept {
    Call call("NotesTermThread");
    call.leaveThread();
}

} // namespace bes::domino::notes
