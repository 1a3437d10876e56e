// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "text/quantities.hpp"

namespace bes::check {
namespace {

std::vector<NamedAnswer> answersAbout(const DatabaseAddress& address) {
    if (address.isFile())
        return {{"database.location"}};
    std::vector<NamedAnswer> answers{
        {"database.server"}, {"database.name"}, {"database.user"}, {"database.password"}};
    if (address.tls.starts_with("verify") && !address.server.starts_with('/')) // a socket is never encrypted
        answers.push_back({"database.ca-file"});
    return answers;
}

/// Its reason knows best what helps; which answers lead to the database is known here.
Remedy remedyOfUnreadable(const Situation& now) {
    const DatabaseAddress& address = now.request.database;
    Remedy remedy = now.facts.database.remedy().orElse(
        address.isFile() ? "Check the path and the permissions of the database file"
                         : "Check the name of the server, the account and its permissions");
    if (remedy.answers.empty() && remedy.command.empty())
        remedy.answers = answersAbout(address);
    return remedy;
}

} // namespace

Findings checkDatabase(const Situation& now) {
    const DatabaseAddress& address = now.request.database;
    if (now.database == nullptr)
        return {blocker(ExitCode::database, "database.reachable",
                        "Setup can't read the BlackBerry Configuration Database", now.facts.database.reason(),
                        remedyOfUnreadable(now))};
    const auto primaries = std::ranges::count(now.database->servers, Role::primary, &Server::role);
    return {passed("database.reachable", "Setup can read the BlackBerry Configuration Database",
                   address.backend + " " + address.place() + ", " +
                       counted(static_cast<std::uint64_t>(primaries), "primary", "primaries")),
            passed("database.schema", "The database has a supported schema",
                   "Schema version " + std::to_string(now.database->schemaVersion))};
}

Findings checkDatabaseChange(const Situation& now) {
    if (!now.facts.databaseNotChangeable)
        return {};
    return {blocker(ExitCode::database, "database.changeable",
                    "The BlackBerry Configuration Database can't be changed",
                    now.facts.databaseNotChangeable->reason,
                    now.facts.databaseNotChangeable->remedy.orElse("Check the permissions on " +
                                                                   now.request.database.place()))};
}

} // namespace bes::check
