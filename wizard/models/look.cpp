// SPDX-License-Identifier: Apache-2.0
#include "models/look.hpp"

#include <QCoreApplication>

#include "engine/engine_call.hpp"
#include "maintenance.hpp"
#include "models/preflight.hpp"
#include "plan/removal.hpp"

namespace bes::wizard {
namespace {

/// True where that was not the case yet, and the engine will have the rights.
bool becomesAdministrator(Facts& facts, const Request& request) {
    return engineCall({}, {}, elevationMeans(request.root)) && takeRightsOfEngine(facts);
}

/// What the facts only name.
std::optional<Interruption> interruptedBelow(const Facts& facts, const std::filesystem::path& root) {
    if (!facts.unfinishedRun.known() || !facts.unfinishedRun.value())
        return std::nullopt;
    auto found = interruption(root);
    return found ? std::move(*found) : std::nullopt;
}

} // namespace

Seen look(const Request& request, const Passwords& passwords, const Looking& looking) {
    Inspection inspection = inspect(request, passwords, looking);
    if (becomesAdministrator(inspection.facts, request))
        inspection = judge(std::move(inspection.facts), request);
    std::vector<check::PrimaryChoice> primaries = check::primaryChoices(inspection.facts);
    Seen seen{request, std::move(inspection), std::move(primaries)};
    seen.dominoServers = dominoServersHere(request);
    if (request.media.empty())
        seen.mediaHere = mediaNearby(QCoreApplication::applicationDirPath().toStdString());
    seen.interrupted = interruptedBelow(seen.inspection.facts, request.root);
    return seen;
}

Seen lookWithoutDomino(const Request& request, const Passwords& passwords, const std::stop_token& stop) {
    const auto notAsked = Fact<domino::DominoFacts>::unknown("the Domino servers are asked later");
    Seen seen = look(request, passwords, {&notAsked, stop});
    seen.withoutDomino = true;
    return seen;
}

Seen lookAtInstalled(const Request& installed, const Maintenance& wanted, const Passwords& passwords) {
    Seen seen{installed, inspectInstalled(installed, wanted, passwords.database), {}, wanted};
    seen.interrupted = interruptedBelow(seen.inspection.facts, installed.root);
    if (becomesAdministrator(seen.inspection.facts, installed))
        seen.inspection = judgeInstalled(std::move(seen.inspection.facts), installed, wanted);
    seen.primaries = check::primaryChoices(seen.inspection.facts);
    if (seen.inspection.plan && wanted.kind == Maintenance::Kind::remove)
        seen.stays = plan::staysAfterRemoval(seen.inspection.facts, installed, wanted);
    return seen;
}

bool takeRightsOfEngine(Facts& facts) {
    if (!facts.administrator.known() || facts.administrator.value())
        return false;
    facts.administrator = true;
    if (!facts.notesIni.known())
        return true;
    std::optional<NotesIni> ini = facts.notesIni.value();
    if (ini && ini->readable && !ini->writable) {
        ini->writable = true;
        ini->problem.clear();
        facts.notesIni = ini;
    }
    return true;
}

} // namespace bes::wizard
