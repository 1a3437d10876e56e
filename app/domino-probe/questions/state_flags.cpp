// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "database.hpp"
#include "lmbcs.hpp"
#include "notes_time.hpp"
#include "questions.hpp"
#include "state_search.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

/// How many databases are opened on each server. The flags can only be read in an open database: of more
/// databases than these some with disabled replication may be missed.
constexpr std::size_t sampleSize = 20;

/// The flags; empty where the database can't be opened.
std::optional<notes::Word> flagsOf(const Asking& asking, const ServerName& server, std::string_view name) {
    const std::string file = asking.settings.stateFolder + "\\" + std::string(name);
    const auto database = Database::open(asking.api, server, file);
    notes::ReplicaInfo info{};
    if (!database ||
        notes::codeOf(asking.api.NSFDbReplicaInfoGet(database->handle(), &info)) != notes::Code::none)
        return std::nullopt;
    return info.flags;
}

StateExample exampleOf(const Asking& asking, Role role, const StateDatabases& all,
                       const StateDatabases::Entry& entry) {
    const std::string modified =
        entry.modified == StateDatabases::undated ? std::string() : isoTime(entry.modified);
    const std::string path = asking.settings.stateFolder + "\\" + toUtf8(asking.api, all.name(entry));
    return role == Role::primary ? StateExample{path, replicaIdText(entry.replicaId), modified, ""}
                                 : StateExample{path, replicaIdText(entry.replicaId), "", modified};
}

} // namespace

/// The sample is spread evenly over the replica IDs: where both servers have the same databases, the same
/// ones are opened on both.
Reply<StateFlags> askStateFlags(Asking& asking, Role role) {
    const auto& found = stateDatabases(asking, role);
    if (!found)
        return found.error().kind == ReasonClass::absent ? Reply<StateFlags>::no(found.error())
                                                         : Reply<StateFlags>::unknown(found.error());
    const auto& entries = found->entries();
    const std::size_t size = std::min(entries.size(), sampleSize);
    StateFlags flags;
    flags.databases = entries.size();
    for (std::size_t i = 0; i < size; ++i) {
        const StateDatabases::Entry& entry = entries[i * entries.size() / size];
        const auto bits = flagsOf(asking, *asking.servers.of(role), found->name(entry));
        ++(bits ? flags.opened : flags.unreadable);
        if (bits && (*bits & (notes::replicaDisabled | notes::replicaNever)) != 0) {
            ++flags.disabled.count;
            flags.disabled.examples.push_back(exampleOf(asking, role, *found, entry));
        }
    }
    return flags.disabled.count == 0 ? Reply<StateFlags>::yes(std::move(flags))
                                     : Reply<StateFlags>::no(std::move(flags));
}

} // namespace bes::probe
