// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "database.hpp"
#include "lmbcs.hpp"
#include "notes_time.hpp"
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

std::string titleOf(const notes::Functions& api, notes::DatabaseHandle database) {
    std::array<char, notes::databaseInfoSize> info{};
    std::array<char, notes::databaseInfoSize> title{};
    if (api.NSFDbInfoGet == nullptr || api.NSFDbInfoParse == nullptr ||
        notes::codeOf(api.NSFDbInfoGet(database, info.data())) != notes::Code::none)
        return {};
    api.NSFDbInfoParse(info.data(), static_cast<notes::Word>(notes::DatabaseInfo::title), title.data(),
                       static_cast<notes::Word>(title.size() - 1));
    return toUtf8(api, title.data());
}

/// The later of the changes of documents and of design.
std::string modifiedOf(const notes::Functions& api, notes::DatabaseHandle database) {
    notes::TimeDate documents{};
    notes::TimeDate design{};
    if (api.NSFDbModifiedTime == nullptr ||
        notes::codeOf(api.NSFDbModifiedTime(database, &documents, &design)) != notes::Code::none)
        return {};
    return isoTime(std::max(hundredths(documents), hundredths(design)));
}

Reply<DatabaseOnServer> askDatabase(const Asking& asking, Role role, const std::string& file) {
    using Found = Reply<DatabaseOnServer>;
    const auto& server = asking.servers.of(role);
    if (!server)
        return Found::unknown(server.error());
    const auto database = Database::open(asking.api, *server, file);
    if (!database)
        return database.error().kind == ReasonClass::absent ? Found::no(database.error())
                                                            : Found::unknown(database.error());
    notes::ReplicaInfo info{};
    if (const notes::Status status = asking.api.NSFDbReplicaInfoGet(database->handle(), &info);
        notes::codeOf(status) != notes::Code::none)
        return Found::unknown(reasonOf(asking.api, status, "NSFDbReplicaInfoGet"));
    const bool disabled = (info.flags & (notes::replicaDisabled | notes::replicaNever)) != 0;
    return Found::yes({replicaIdText(replicaIdOf(info.id)), titleOf(asking.api, database->handle()),
                       modifiedOf(asking.api, database->handle()), info.flags, disabled,
                       database->serverProved()});
}

} // namespace

Reply<DatabaseOnServer> askClusterDirectory(const Asking& asking, Role role) {
    return askDatabase(asking, role, "cldbdir.nsf");
}

Reply<DatabaseOnServer> askProfiles(const Asking& asking, Role role) {
    return askDatabase(asking, role, asking.settings.profiles);
}

} // namespace bes::probe
