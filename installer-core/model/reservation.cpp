// SPDX-License-Identifier: Apache-2.0
#include "model/reservation.hpp"

#include <algorithm>

namespace bes {

const Pair* abandonedReservation(const Facts& facts) {
    const auto& unfinished = facts.unfinishedRun;
    const bool noneIsKnown = unfinished.known() ? !unfinished.value() : facts.fromPublicReceipt;
    if (!noneIsKnown || !facts.otherRun.empty() || !facts.computer.known() || !facts.database.known())
        return nullptr;
    const auto& pairs = facts.database.value().pairs;
    const auto found = std::ranges::find_if(pairs, [&](const Pair& pair) {
        return pair.state == PairState::reserved &&
               sameName(pair.standbyComputer, facts.computer.value().name);
    });
    return found == pairs.end() ? nullptr : &*found;
}

std::string runOf(const Pair* reservation) {
    return reservation == nullptr ? std::string() : reservation->run;
}

} // namespace bes
