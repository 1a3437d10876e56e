// SPDX-License-Identifier: Apache-2.0
#include "database.hpp"
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

/// Any database of the server tells; every one has a names.nsf.
Reply<Version> askVersion(const Asking& asking, Role role) {
    const auto& server = asking.servers.of(role);
    if (!server)
        return Reply<Version>::unknown(server.error());
    if (asking.api.NSFDbGetMajMinVersion == nullptr)
        return Reply<Version>::unknown(missingFunction("NSFDbGetMajMinVersion"));
    const auto database = Database::open(asking.api, *server, "names.nsf");
    if (!database)
        return Reply<Version>::unknown(database.error());
    notes::BuildVersion build{};
    if (const notes::Status status = asking.api.NSFDbGetMajMinVersion(database->handle(), &build);
        notes::codeOf(status) != notes::Code::none)
        return Reply<Version>::unknown(reasonOf(asking.api, status, "NSFDbGetMajMinVersion"));
    return Reply<Version>::yes({build.major, build.minor, build.qmr, build.qmu, build.fixpack, build.hotfix});
}

} // namespace bes::probe
