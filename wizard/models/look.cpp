// SPDX-License-Identifier: Apache-2.0
#include "models/look.hpp"

#include <QCoreApplication>

#include "engine/engine_call.hpp"
#include "maintenance.hpp"
#include "models/preflight.hpp"
#include "models/words.hpp"
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

/// What only an administrator can find out is asked for as one, not accepted unseen.
void adviseAskingAsAdministrator(std::vector<Finding>& findings) {
    for (Finding& finding : findings)
        if (finding.severity == Severity::blocker &&
            (finding.id == "domino.notes-ini" || (finding.acceptable && finding.id.starts_with("domino.")))) {
            finding.remedy = words("Look", "Press \"Ask as administrator…\" in the step \"Domino\": your "
                                           "account may not be allowed to see it");
            finding.answers.clear();
            finding.command.clear();
        }
}

} // namespace

Seen look(const Request& request, const Passwords& passwords, const Looking& looking,
          const Fact<std::optional<NotesIni>>* notesIni) {
    Inspection inspection = inspect(request, passwords, looking);
    if (notesIni != nullptr)
        inspection.facts.notesIni = *notesIni;
    const bool fewRights = becomesAdministrator(inspection.facts, request);
    if (fewRights || notesIni != nullptr)
        inspection = judge(std::move(inspection.facts), request);
    if (fewRights && notesIni == nullptr)
        adviseAskingAsAdministrator(inspection.findings);
    std::vector<check::PrimaryChoice> primaries = check::primaryChoices(inspection.facts);
    Seen seen{request, std::move(inspection), std::move(primaries)};
    seen.fewRights = fewRights;
    seen.asAdministrator = notesIni != nullptr;
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
    // only root may read whether setup made it, for a standby that was removed since
    if (facts.logFolder.known() && facts.logFolder.value().owner == "root") {
        LogFolder logs = facts.logFolder.value();
        logs.known = true;
        facts.logFolder = std::move(logs);
    }
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
