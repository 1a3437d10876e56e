// SPDX-License-Identifier: Apache-2.0
#include "explain.hpp"

#include "answers/answers.hpp"
#include "explain_parts.hpp"
#include "model/ids.hpp"

namespace bes {
namespace {

using Kind = Explanation::Kind;

void explainIds(const std::string& word, std::vector<Explanation>& found) {
    constexpr auto undoOfStep =
        "Setup rolls it back when a later step before the commit fails; 'recover' does so "
        "after a crash. 'history show RUN' shows it with its time.";
    const auto add = [&](Kind kind, std::span<const IdEntry> table) {
        for (const IdEntry& entry : table)
            if (entry.id == word)
                found.push_back({.kind = kind,
                                 .thing = word,
                                 .meaning = std::string(entry.meaning),
                                 .undo = kind == Kind::step ? undoOfStep : "",
                                 .remedy = std::string(entry.remedy)});
    };
    add(Kind::finding, findingIds());
    add(Kind::failure, failureIds());
    add(Kind::step, stepIds());
}

void explainExitCode(const std::string& word, std::vector<Explanation>& found) {
    for (const ExitCodeEntry& entry : exitCodes()) {
        const std::string number = std::to_string(static_cast<int>(entry.code));
        if (word == number || word == entry.id)
            found.push_back({.kind = Kind::exitCode,
                             .thing = number + " " + std::string(entry.id),
                             .meaning = std::string(entry.meaning),
                             .remedy = std::string(entry.remedy)});
    }
}

void explainRun(const std::string& word, const Known& known, std::vector<Explanation>& found) {
    for (const PastRun& run : known.runs)
        if (run.record.id == word)
            found.push_back(
                {.kind = Kind::run,
                 .thing = word,
                 .meaning = "A run of " + run.record.command + ", begun " + run.record.beganAt + ".",
                 .run = word,
                 .state = std::string(toString(run.ending)),
                 .undo = run.ending == Ending::interrupted
                             ? "bes-standby-setup recover rolls it back or finishes it."
                             : ""});
}

std::vector<std::string> allThings(const Known& known) {
    std::vector<std::string> things;
    for (const auto& table : {findingIds(), failureIds(), stepIds()})
        for (const IdEntry& entry : table)
            things.emplace_back(entry.id);
    for (const ExitCodeEntry& entry : exitCodes())
        things.emplace_back(entry.id);
    for (const Component& component : known.catalog.components) {
        things.push_back(component.id);
        for (const Service& service : component.services)
            things.push_back(service.unit);
    }
    if (known.standby.receipt)
        for (const InstalledFile& file : known.standby.receipt->files)
            things.push_back(file.path);
    if (known.database.known())
        for (const Server& server : known.database.value().servers)
            things.push_back(server.name);
    for (const PastRun& run : known.runs)
        things.push_back(run.record.id);
    return things;
}

} // namespace

std::string_view toString(Kind kind) {
    switch (kind) {
    case Kind::file:
        return "file";
    case Kind::unit:
        return "unit";
    case Kind::port:
        return "port";
    case Kind::row:
        return "row";
    case Kind::component:
        return "component";
    case Kind::finding:
        return "finding";
    case Kind::failure:
        return "failure";
    case Kind::step:
        return "step";
    case Kind::exitCode:
        return "exit-code";
    case Kind::run:
        break;
    }
    return "run";
}

std::vector<Explanation> explain(const std::string& word, const Known& known) {
    std::vector<Explanation> found;
    explainIds(word, found);
    explainExitCode(word, found);
    explainRun(word, known, found);
    explainComponent(word, known, found);
    explainUnit(word, known, found);
    explainPort(word, known, found);
    explainFile(word, known, found);
    explainRow(word, known, found);
    return found;
}

std::optional<std::string> nearestThing(const std::string& word, const Known& known) {
    return answers::nearest(word, allThings(known));
}

} // namespace bes
