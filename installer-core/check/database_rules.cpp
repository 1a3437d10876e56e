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
Remedy remedyOfUnreadable(const Situation& situation) {
    const DatabaseAddress& address = situation.request.database;
    Remedy remedy = situation.facts.database.remedy().orElse(
        address.isFile() ? "Check the path and the permissions of the database file"
                         : "Check the name of the server, the account and its permissions");
    if (remedy.answers.empty() && remedy.command.empty())
        remedy.answers = answersAbout(address);
    return remedy;
}

Finding reachable(const Situation& situation) {
    const DatabaseAddress& address = situation.request.database;
    const std::string& partner = situation.database->partner;
    if (!partner.empty())
        return information("database.reachable",
                           "The failover partner answers in place of the database server",
                           "Setup can read " + address.place() + " only by the failover partner " + partner +
                               ": the server does not answer, or has the database as a mirror");
    const auto primaries = std::ranges::count(situation.database->servers, Role::primary, &Server::role);
    return passed("database.reachable", "Setup can read the BlackBerry Configuration Database",
                  address.backend + " " + address.place() + ", " +
                      counted(static_cast<std::uint64_t>(primaries), "primary", "primaries"));
}

} // namespace

Findings checkDatabase(const Situation& situation) {
    if (situation.database == nullptr)
        return {blocker(ExitCode::database, "database.reachable",
                        "Setup can't read the BlackBerry Configuration Database",
                        situation.facts.database.reason(), remedyOfUnreadable(situation))};
    return {reachable(situation),
            passed("database.schema", "The database has a supported schema",
                   "Schema version " + std::to_string(situation.database->schemaVersion))};
}

Findings checkDatabaseChange(const Situation& situation) {
    if (!situation.facts.databaseNotChangeable)
        return {};
    return {blocker(ExitCode::database, "database.changeable",
                    "The BlackBerry Configuration Database can't be changed",
                    situation.facts.databaseNotChangeable->reason,
                    situation.facts.databaseNotChangeable->remedy.orElse(
                        "Check the permissions on " + situation.request.database.place()))};
}

} // namespace bes::check
