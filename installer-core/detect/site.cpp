// SPDX-License-Identifier: Apache-2.0
#include <future>

#include "database/configuration_database.hpp"
#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/accounts.hpp"
#include "host/network.hpp"
#include "host/practice.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

/// The short name is asked for only where no other is registered: here it may mean another computer.
Fact<std::vector<std::string>> resolvePrimary(const Server& primary, std::chrono::milliseconds limit) {
    const std::string& name =
        primary.fullyQualifiedName.empty() ? primary.computer : primary.fullyQualifiedName;
    if (name.empty())
        return Fact<std::vector<std::string>>::unknown("the database does not have the name of its computer");
    return factOf(host::resolve(name, limit));
}

/// Connects, and never logs in (bes.md §4.2).
Fact<Reachability> tryEndpoint(const SrpCredentials& srp, std::chrono::milliseconds limit) {
    if (srp.host.empty())
        return Fact<Reachability>::unknown("the database has no SRP host");
    return host::tryConnect(srp.host, srp.port, limit);
}

Site withoutNetwork(Fact<DatabaseContents> database, const std::string& reason) {
    return {std::move(database), Fact<std::vector<std::string>>::unknown(reason),
            Fact<Reachability>::unknown(reason)};
}

} // namespace

namespace {

/// Practice and what is real never meet: a practice run must not reserve a real primary, nor a real standby
/// be registered in a practice database. Empty where they fit.
std::optional<Obstacle> refusalOfPractice(const Request& request) {
    const DatabaseAddress& address = request.database;
    std::error_code none;
    const bool ofPractice =
        address.isFile() &&
        host::isPracticeFolder(std::filesystem::weakly_canonical(address.location, none).parent_path());
    if (ofPractice == host::isPracticeComputer(host::Root(request.root)))
        return std::nullopt;
    const std::vector<NamedAnswer> location{{"database.location"}};
    if (ofPractice)
        return Obstacle{"it is the database of a practice folder, and this is not a practice computer",
                        {"Use the database of your site", location}};
    return Obstacle{"this is a PRACTICE computer, and the database is not that of a practice folder",
                    {"Use the database of the practice folder", location}};
}

} // namespace

Fact<DatabaseContents> lookAtDatabase(const Request& request, const Secret& password) {
    if (!request.database.complete())
        return Fact<DatabaseContents>::unknown(request.database.isFile()
                                                   ? "no database is chosen"
                                                   : "the server, the database and the account are required");
    if (auto refusal = refusalOfPractice(request)) // it is not even opened
        return Fact<DatabaseContents>::unknown(std::move(refusal->reason), std::move(refusal->remedy));
    auto database = database::ConfigurationDatabase::open(request.database, password);
    if (!database)
        return unknownFor<DatabaseContents>(database.error());
    return factOf(database->read());
}

std::optional<Obstacle> lookWhetherDatabaseChanges(const Request& request,
                                                   const Fact<DatabaseContents>& contents) {
    // what an ordinary person may not write the administrator may
    if (!contents.known() || (!host::isAdministrator() && request.onRunningSystem()))
        return {};
    const auto changeable = database::ConfigurationDatabase::expectChangeable(request.database);
    if (changeable)
        return std::nullopt;
    return Obstacle{reasonOf(changeable.error()), remedyOf(changeable.error())};
}

namespace {

Site lookAtPrimary(const Request& request, Fact<DatabaseContents> database, const Limits& limits) {
    const Server* primary = database.known() ? database.value().findServer(request.primary) : nullptr;
    if (primary == nullptr)
        return withoutNetwork(std::move(database), "not checked: the primary is unknown");
    // What this computer reaches says nothing about the one that the image is for.
    if (!request.onRunningSystem())
        return withoutNetwork(std::move(database),
                              "not checked: the computer in " + utf8(request.root) + " is not running");

    auto endpoint = std::async(std::launch::async | std::launch::deferred,
                               [&] { return tryEndpoint(primary->srp, limits.connect); });
    Site site;
    site.primaryAddresses = resolvePrimary(*primary, limits.name);
    site.srpEndpoint = endpoint.get();
    site.database = std::move(database);
    return site;
}

} // namespace

Site lookAtSite(const Request& request, const Secret& databasePassword, const Limits& limits) {
    Fact<DatabaseContents> database = lookAtDatabase(request, databasePassword);
    auto notChangeable = lookWhetherDatabaseChanges(request, database);
    Site site = lookAtPrimary(request, std::move(database), limits);
    site.databaseNotChangeable = std::move(notChangeable);
    return site;
}

} // namespace bes::detect
