// SPDX-License-Identifier: Apache-2.0
#include "check/situation.hpp"

#include "check/system_of.hpp"
#include "host/root.hpp"
#include "model/media_trust.hpp"
#include "model/reservation.hpp"

namespace bes::check {
namespace {

template<class T>
const T* known(const Fact<T>& fact) {
    return fact.known() ? &fact.value() : nullptr;
}

template<class T>
const T* known(const Fact<std::optional<T>>& fact) {
    if (!fact.known())
        return nullptr;
    const std::optional<T>& value = fact.value();
    return value ? &*value : nullptr;
}

} // namespace

bool Situation::isInterrupted(const Pair& pair) const {
    return unfinishedRun != nullptr && unfinishedRun->run == pair.run;
}

bool Situation::isInstalled(const Pair& pair) const {
    return receipt != nullptr && sameName(receipt->primary, pair.primary) &&
           sameName(receipt->standby, pair.standby) && sameName(receipt->computer, pair.standbyComputer);
}

System systemOf(const Situation& situation) {
    return situation.computer == nullptr ? host::thisSystem() : situation.computer->system;
}

bool onWindows(const Situation& situation) {
    return systemOf(situation) == System::windows;
}

Situation assess(const Facts& facts, const Request& request) {
    Situation situation{facts, request};
    situation.computer = known(facts.computer);
    situation.database = known(facts.database);
    if (facts.media.known() && isRead(facts.media.value(), request))
        situation.media = &facts.media.value();
    if (situation.database != nullptr)
        situation.primary = situation.database->findServer(request.primary);
    situation.installed = known(facts.installed);
    if (situation.installed != nullptr)
        situation.receipt = &situation.installed->receipt;
    situation.unfinishedRun = known(facts.unfinishedRun);
    situation.notesIni = known(facts.notesIni);
    situation.abandoned = abandonedReservation(facts);
    if (situation.media != nullptr && situation.primary != nullptr) {
        const Catalog& catalog = situation.media->manifest.catalog;
        situation.choice = chooseComponents(catalog, *situation.primary, request);
        situation.choiceKnown = true;
        for (const std::string& id : situation.choice.components)
            situation.components.push_back(catalog.find(id));
    }
    return situation;
}

} // namespace bes::check
