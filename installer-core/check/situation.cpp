// SPDX-License-Identifier: Apache-2.0
#include "check/situation.hpp"
#include "model/media_trust.hpp"

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

Situation assess(const Facts& facts, const Request& request) {
    Situation now{facts, request};
    now.computer = known(facts.computer);
    now.database = known(facts.database);
    if (facts.media.known() && isRead(facts.media.value(), request))
        now.media = &facts.media.value();
    if (now.database != nullptr)
        now.primary = now.database->findServer(request.primary);
    now.installed = known(facts.installed);
    if (now.installed != nullptr)
        now.receipt = &now.installed->receipt;
    now.unfinishedRun = known(facts.unfinishedRun);
    now.notesIni = known(facts.notesIni);
    if (now.media != nullptr && now.primary != nullptr) {
        const Catalog& catalog = now.media->manifest.catalog;
        now.choice = chooseComponents(catalog, *now.primary, request);
        now.choiceKnown = true;
        for (const std::string& id : now.choice.components)
            now.components.push_back(catalog.find(id));
    }
    return now;
}

} // namespace bes::check
