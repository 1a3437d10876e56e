// SPDX-License-Identifier: Apache-2.0
#include "models/engine_rights.hpp"

namespace bes::wizard {

bool takeRightsOfEngine(Facts& facts) {
    if (!facts.administrator.known() || facts.administrator.value())
        return false;
    facts.administrator = true;
    if (!facts.notesIni.known() || !facts.notesIni.value())
        return true;
    NotesIni ini = *facts.notesIni.value();
    if (ini.readable && !ini.writable) {
        ini.writable = true;
        ini.problem.clear();
        facts.notesIni = std::optional(ini);
    }
    return true;
}

} // namespace bes::wizard
