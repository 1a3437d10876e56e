// SPDX-License-Identifier: Apache-2.0
#include "check/primaries.hpp"
#include "check/rules.hpp"

namespace bes::check {
namespace {

std::string described(const Pair& pair) {
    const std::string standby = pair.standby + " on " + pair.standbyComputer;
    return pair.state == PairState::reserved
               ? standby + " has been under installation since " + pair.since + " (run " + pair.run +
                     ", reserved)"
               : standby + " has been its standby since " + pair.since + " (final)";
}

/// bes.md §1.1
Finding takenPrimary(const Situation& situation, const Pair& pair) {
    const bool reserved = pair.state == PairState::reserved;
    const std::string other = "choose another primary (" + primariesWithoutStandby(*situation.database) + ")";
    const std::vector<NamedAnswer> answers{{"primary.name"}};
    return blocker(ExitCode::standbyExists, "primary.no-standby",
                   reserved ? "A standby is being installed for " + pair.primary
                            : pair.primary + " already has a standby",
                   described(pair),
                   reserved
                       ? Remedy("If that computer is lost, release the primary; otherwise " + other, answers,
                                releaseCommand(situation.request, pair.primary))
                       : Remedy("A primary can have one standby: remove it first, or " + other, answers));
}

Finding takenOver(const Pair& pair) {
    return warning("primary.no-standby", "Setup takes over a reservation that a dead run has left",
                   described(pair) + ". This computer has no such run to finish", unlessOtherComputer(pair));
}

} // namespace

Findings checkPair(const Situation& situation) {
    if (situation.primary == nullptr || situation.primary->role != Role::primary)
        return {};
    const Pair* pair = situation.database->findPairOfPrimary(situation.primary->name);
    const bool installedHere =
        situation.receipt != nullptr && sameName(situation.receipt->primary, situation.primary->name);
    if (pair == nullptr && installedHere)
        return {
            warning("primary.no-standby", "The database does not have the standby that is installed here",
                    situation.primary->name + " has no standby in the database",
                    "Check that this is the right database. It may have been restored from an older copy")};
    if (pair == nullptr)
        return {passed("primary.no-standby", "The primary has no standby yet",
                       situation.primary->name + " is not paired")};
    if (situation.isInterrupted(*pair))
        return {information("primary.no-standby",
                            "The primary is reserved by the interrupted run, which will be rolled back",
                            described(*pair))};
    if (pair == situation.abandoned)
        return {takenOver(*pair)};
    if (situation.isInstalled(*pair))
        return {passed("primary.no-standby", "The primary's standby is the one that is installed here",
                       described(*pair))};
    return {takenPrimary(situation, *pair)};
}

} // namespace bes::check
