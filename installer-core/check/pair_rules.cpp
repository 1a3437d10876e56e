// SPDX-License-Identifier: Apache-2.0
#include "check/primaries.hpp"
#include "check/rules.hpp"

namespace bes::check {
namespace {

std::string described(const Pair& pair) {
    const std::string standby = pair.standby + " on " + pair.standbyComputer;
    return pair.state == PairState::reserved
               ? standby + " is being installed since " + pair.since + " (run " + pair.run + ", reserved)"
               : standby + " is its standby since " + pair.since + " (final)";
}

/// bes.md §1.1
Finding takenPrimary(const Situation& now, const Pair& pair) {
    const bool reserved = pair.state == PairState::reserved;
    const std::string other = "choose another primary (" + primariesWithoutStandby(*now.database) + ")";
    return blocker(ExitCode::standbyExists, "primary.no-standby",
                   reserved ? "A standby is being installed for " + pair.primary
                            : pair.primary + " has a standby already",
                   described(pair),
                   reserved
                       ? "If that run is dead: " + releaseCommand(now.request, pair.primary) + "; or " + other
                       : "A primary can have one standby: remove it first, or " + other);
}

} // namespace

Findings checkPair(const Situation& now) {
    if (now.primary == nullptr || now.primary->role != Role::primary)
        return {};
    const Pair* pair = now.database->findPairOfPrimary(now.primary->name);
    const bool installedHere = now.receipt != nullptr && sameName(now.receipt->primary, now.primary->name);
    if (pair == nullptr && installedHere)
        return {
            warning("primary.no-standby", "The database does not know the standby that is installed here",
                    now.primary->name + " has no standby in the database",
                    "Look whether the right database is used; an older copy of it may have been put back")};
    if (pair == nullptr)
        return {passed("primary.no-standby", "The primary has no standby yet",
                       now.primary->name + " is in no pair")};
    if (now.isInterrupted(*pair))
        return {information("primary.no-standby",
                            "The primary is held by the interrupted run, which will be undone",
                            described(*pair))};
    if (now.isInstalled(*pair))
        return {passed("primary.no-standby", "The primary's standby is the one that is installed here",
                       described(*pair))};
    return {takenPrimary(now, *pair)};
}

} // namespace bes::check
