// SPDX-License-Identifier: Apache-2.0
#include "detect/sign_of_standby.hpp"

#include "host/files.hpp"
#include "host/registry_values.hpp"
#include "model/places.hpp"
#include "model/programs_entry.hpp"
#include "text/path_text.hpp"

namespace bes::detect {

std::string signOfStandby(const host::Root& root) {
    for (const char* target : {places::standbyTarget, places::activeTarget})
        if (const auto there = host::status(root(places::unitFolder / target)); !there || *there)
            return utf8(root(places::unitFolder / target));
    if (const auto there = host::isThere(programsEntry); !there || *there)
        return shown(programsEntry);
    return {};
}

} // namespace bes::detect
