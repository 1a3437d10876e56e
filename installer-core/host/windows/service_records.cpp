// SPDX-License-Identifier: Apache-2.0
#include "host/service_records.hpp"

#include "host/windows/scm.hpp"
#include "host/windows/scm_registration.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<std::string> unitRecords(const std::vector<std::string>& units) {
    Scm manager;
    std::string records;
    for (const std::string& unit : units) {
        TRY_ASSIGN(const auto found, readService(serviceKey(unit)));
        if (!found)
            continue;
        TRY_ASSIGN(const auto state, manager.state(unit));
        records += found->name + "\n  state: " + std::string(toString(state)) +
                   "\n  start type: " + std::string(toString(found->start)) +
                   "\n  program: " + utf8(found->program) + "\n  account: " + found->account + '\n';
    }
    return records;
}

Result<std::string> unitJournal(const std::vector<std::string>& /*units*/, unsigned /*lines*/) {
    return fail(ExitCode::failed, "service.state", "The service control manager keeps no journal",
                "what services say is in the event log", "Look into the event log (eventvwr.msc)");
}

} // namespace bes::host
