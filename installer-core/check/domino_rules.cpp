// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "text/letters.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

Remedy namingRemedy() {
    return {"Enter the path of the Domino server's notes.ini", {{"domino.notes-ini"}}};
}

/// Needed for an add-in task; otherwise what is found is only told.
Finding trouble(bool needed, std::string title, std::string evidence, Remedy remedy) {
    if (needed)
        return blocker(ExitCode::domino, "domino.notes-ini", std::move(title), std::move(evidence),
                       std::move(remedy));
    return information("domino.notes-ini", std::move(title), std::move(evidence));
}

Finding checkFile(const NotesIni& ini, bool needed) {
    const std::string path = utf8(ini.path);
    if (!isUtf8(path))
        return trouble(needed, "The path of notes.ini is not valid text",
                       "The name of its folder is not valid UTF-8", "Rename the folder");
    const Remedy remedy = !ini.there ? namingRemedy()
                                     : ini.remedy.orElse("Give setup permission to read and write " + path +
                                                         ": it changes ServerTasks there");
    if (!ini.readable)
        return trouble(needed, "Setup can't read notes.ini", path + ": " + ini.problem, remedy);
    if (!ini.writable)
        return trouble(needed, "Setup can't write notes.ini", path + ": " + ini.problem, remedy);
    if (!ini.problem.empty())
        return trouble(needed, "notes.ini is not usable", path + ": " + ini.problem,
                       ini.remedy.orElse(namingRemedy()));
    std::string evidence = path;
    evidence += ini.serverName.empty() ? ", without a server name" : ", server " + ini.serverName;
    if (!ini.dataFolder.empty())
        evidence += ", data in " + ini.dataFolder;
    return passed("domino.notes-ini", "Setup can read and write notes.ini of the Domino server", evidence);
}

/// The file, or one that can't be told, is to be changed.
bool changes(const NotesIni& ini, const std::vector<std::string>& added,
             const std::vector<std::string>& takenOut) {
    const bool canTell = ini.readable && (ini.problem.empty() || !ini.writable);
    if (!canTell)
        return !added.empty() || (ini.there && !takenOut.empty());
    const auto there = [&](const std::string& task) { return ini.runs(task); };
    return !std::ranges::all_of(added, there) || std::ranges::any_of(takenOut, there);
}

Findings checkTasks(const Situation& situation, const NotesIni& ini) {
    Findings findings;
    for (const Component* component : situation.components) {
        if (!component->dominoTask)
            continue;
        const std::string& task = *component->dominoTask;
        if (ini.runs(task))
            findings.push_back(information("domino.server-tasks", "The Domino server already runs " + task,
                                           "ServerTasks in " + utf8(ini.path) + " already has this entry"));
        else
            findings.push_back(passed(
                "domino.server-tasks", "Setup can add " + task + " to the Domino server's tasks",
                "ServerTasks has " + (ini.serverTasks.empty() ? "no entry" : listed(ini.serverTasks, 12))));
    }
    return findings;
}

} // namespace

Findings checkDomino(const Situation& situation) {
    const auto task = std::ranges::find_if(
        situation.components, [](const Component* component) { return component->dominoTask.has_value(); });
    const bool needed = task != situation.components.end();
    const auto& fact = situation.facts.notesIni;
    if (!fact.known())
        return {trouble(needed, "Setup can't tell whether this computer has a Domino server", fact.reason(),
                        namingRemedy())};
    if (situation.notesIni == nullptr)
        return {trouble(needed, "No Domino server was found on this computer",
                        needed ? (*task)->name +
                                     " runs in the Domino server, but the usual places have no notes.ini"
                               : "The usual places have no notes.ini",
                        namingRemedy())};
    const NotesIni& ini = *situation.notesIni;
    Findings findings{checkFile(ini, needed)};
    if (!ini.readable || !ini.problem.empty())
        return findings;
    if (!ini.isServer)
        findings.push_back(warning("domino.server", "notes.ini is not that of a Domino server",
                                   "KitType in " + utf8(ini.path) + " is not 2", namingRemedy()));
    for (Finding& finding : checkTasks(situation, ini))
        findings.push_back(std::move(finding));
    return findings;
}

Findings checkDominoForChange(const Situation& situation, const std::vector<const Component*>& then) {
    if (situation.notesIni == nullptr)
        return {};
    std::vector<std::string> added;
    for (const Component* component : then)
        if (component->dominoTask)
            added.push_back(*component->dominoTask);
    std::vector<std::string> takenOut;
    for (const DominoTask& made : situation.receipt->made.tasks)
        if (made.notesIni == situation.notesIni->path &&
            std::ranges::none_of(added, [&](const std::string& task) { return sameName(task, made.task); }))
            takenOut.push_back(made.task);
    if (!changes(*situation.notesIni, added, takenOut))
        return {};
    Finding finding = checkFile(*situation.notesIni, true);
    return finding.severity == Severity::blocker ? Findings{std::move(finding)} : Findings();
}

} // namespace bes::check
