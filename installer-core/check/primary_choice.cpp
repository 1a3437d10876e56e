// SPDX-License-Identifier: Apache-2.0
#include "check/primary_choice.hpp"

#include <map>

#include "check/same_computer.hpp"
#include "check/situation.hpp"
#include "check/version.hpp"

namespace bes::check {
namespace {

std::string folded(std::string name) {
    for (char& c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

std::string whyNot(const Situation& situation, const Server& primary, const Pair* pair) {
    if (pair != nullptr && !situation.isInstalled(*pair) && !situation.isInterrupted(*pair) &&
        pair != situation.abandoned)
        return pair->state == PairState::reserved ? "a standby is being installed for it"
                                                  : "already has a standby";
    if (situation.computer != nullptr)
        if (const auto same =
                sameComputer(*situation.computer, primary, {{}, situation.request.onRunningSystem()}))
            return "is on this computer: " + *same;
    if (situation.media != nullptr &&
        !sameVersion(primary.version, situation.media->manifest.catalog.version))
        return "has version " + primary.version + ", the media has " +
               situation.media->manifest.catalog.version;
    if (situation.receipt != nullptr && !sameName(situation.receipt->primary, primary.name))
        return "this computer is the standby of " + situation.receipt->primary;
    return {};
}

} // namespace

std::vector<PrimaryChoice> primaryChoices(const Facts& facts) {
    const Request request;
    const Situation situation = assess(facts, request);
    if (situation.database == nullptr)
        return {};
    std::map<std::string, const Pair*> pairs; // looked up once for each of many primaries
    for (const Pair& pair : situation.database->pairs)
        pairs.emplace(folded(pair.primary), &pair);

    std::vector<PrimaryChoice> choices;
    for (const Server& server : situation.database->servers) {
        if (server.role != Role::primary)
            continue;
        const auto found = pairs.find(folded(server.name));
        const Pair* pair = found == pairs.end() ? nullptr : found->second;
        PrimaryChoice choice{server, {}, whyNot(situation, server, pair), {}};
        if (pair != nullptr)
            choice.standby = pair->standby + " on " + pair->standbyComputer;
        if (pair != nullptr && situation.isInstalled(*pair))
            choice.installed = pair->standby;
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace bes::check
