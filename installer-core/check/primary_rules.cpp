// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "check/upgrade.hpp"
#include "check/version.hpp"
#include "text/lists.hpp"
#include "text/quantities.hpp"

namespace bes::check {
namespace {

Finding noPrimaryNamed(const DatabaseContents& database) {
    return blocker(ExitCode::primaryUnknown, "primary.exists", "No primary is chosen",
                   primariesWithoutStandby(database), {"Choose a primary", {{"primary.name"}}});
}

Finding unknownPrimary(const DatabaseContents& database, const std::string& name) {
    std::vector<std::string> names;
    for (const Server& server : database.servers)
        if (server.role == Role::primary)
            names.push_back(server.name);
    const auto meant = nearestName(name, names);
    return blocker(ExitCode::primaryUnknown, "primary.exists", "The database has no primary " + name,
                   names.empty() ? "The database has no primary at all"
                                 : "Its primaries are " + listed(names, 10),
                   meant ? Remedy("Did you mean " + *meant + "?", {{"primary.name", *meant}})
                         : Remedy("Choose one of the primaries", {{"primary.name"}}));
}

Finding notAPrimary(const Server& server, const DatabaseContents& database) {
    const auto pair =
        std::ranges::find_if(database.pairs, [&](const Pair& p) { return sameName(p.standby, server.name); });
    const bool paired = pair != database.pairs.end();
    return blocker(ExitCode::primaryUnknown, "primary.exists", server.name + " is not a primary",
                   server.name + " on " + server.computer + " is a standby" +
                       (paired ? " of " + pair->primary : std::string()),
                   Remedy{"Choose a primary", {{"primary.name"}}});
}

/// In bytes. Our own design: indexes of databases take no long keys.
constexpr std::size_t longestStandbyName = 255;

/// The new row needs a name that no other server has.
Findings checkStandbyName(const Situation& situation) {
    const std::string name = situation.request.standbyName();
    if (name.size() > longestStandbyName)
        return {blocker(ExitCode::blocked, "standby.name", "The standby's name is too long",
                        "It has " + std::to_string(name.size()) + " bytes, at most " +
                            std::to_string(longestStandbyName) + " are allowed",
                        {"Choose a shorter name", {{"standby.name"}}})};
    const Server* taken = situation.database->findServer(name);
    const auto pair = std::ranges::find_if(situation.database->pairs, [&](const Pair& p) {
        return sameName(p.standby, name) && &p != situation.abandoned;
    });
    if (pair != situation.database->pairs.end()) {
        if (situation.isInstalled(*pair) || situation.isInterrupted(*pair))
            return {passed("standby.name", "The standby already has this name", name)};
        if (sameName(pair->primary, situation.primary->name))
            return {}; // "primary.no-standby" tells the cause: with another name the primary still has a
                       // standby
    }
    if (taken == nullptr)
        return {passed("standby.name", "The standby's name is free", name)};
    return {blocker(ExitCode::blocked, "standby.name", "Another server already has the standby's name",
                    taken->name + " is a " + std::string(toString(taken->role)) + " on " + taken->computer,
                    {"Choose another name", {{"standby.name"}}})};
}

/// Media that the installed standby can't take has been refused already, and needs no second reason.
bool isRefusedForInstalled(const Situation& situation) {
    return !checkMediaForInstalled(situation, false).empty();
}

} // namespace

/// bes.md §1.4
Finding checkVersion(const Server& primary, const Catalog& catalog) {
    const std::string evidence =
        primary.name + " has " + primary.version + ", the media has " + catalog.version;
    if (sameVersion(primary.version, catalog.version))
        return passed("primary.version", "The primary and the media have the same version", evidence);
    return blocker(ExitCode::versionMismatch, "primary.version",
                   "The primary and the media have different versions", evidence,
                   "Use media of version " + primary.version + ", or upgrade the primary to " +
                       catalog.version + " first");
}

Findings checkPrimary(const Situation& situation) {
    if (situation.database == nullptr)
        return {};
    if (situation.request.primary.empty())
        return {noPrimaryNamed(*situation.database)};
    if (situation.primary == nullptr)
        return {unknownPrimary(*situation.database, situation.request.primary)};
    const Server& primary = *situation.primary;
    if (primary.role != Role::primary)
        return {notAPrimary(primary, *situation.database)};

    Findings findings{passed("primary.exists", "The primary is known",
                             primary.name + " on " + primary.computer + ", " +
                                 counted(static_cast<std::uint64_t>(primary.users), "user"))};
    if (situation.media != nullptr && !isRefusedForInstalled(situation))
        findings.push_back(checkVersion(primary, situation.media->manifest.catalog));
    for (Finding& finding : checkStandbyName(situation))
        findings.push_back(std::move(finding));
    return findings;
}

} // namespace bes::check
