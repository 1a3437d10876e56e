// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "text/quantities.hpp"

namespace bes::check {
namespace {

std::string answersAbout(const DatabaseAddress& address) {
    return address.isFile() ? "--database.location"
                            : "--database.server, --database.name, --database.user, --database.password";
}

} // namespace

Findings checkDatabase(const Situation& now) {
    const DatabaseAddress& address = now.request.database;
    if (now.database == nullptr)
        return {blocker(ExitCode::database, "database.reachable",
                        "The BlackBerry Configuration Database can't be read", now.facts.database.reason(),
                        "Check " + answersAbout(address) +
                            " and the rights on it; the rules about primary, pair and components are checked "
                            "when it can be read")};
    const auto primaries = std::ranges::count(now.database->servers, Role::primary, &Server::role);
    return {passed("database.reachable", "The BlackBerry Configuration Database can be read",
                   address.backend + " " + address.place() + ", " +
                       counted(static_cast<std::uint64_t>(primaries), "primary", "primaries")),
            passed("database.schema", "The database has a schema that setup knows",
                   "Schema version " + std::to_string(now.database->schemaVersion))};
}

Findings checkDatabaseChange(const Situation& now) {
    if (now.facts.databaseNotChangeable.empty())
        return {};
    return {blocker(ExitCode::database, "database.changeable",
                    "The BlackBerry Configuration Database can't be changed", now.facts.databaseNotChangeable,
                    "Check the rights on " + now.request.database.place())};
}

} // namespace bes::check
