// SPDX-License-Identifier: Apache-2.0
#include "models/answer_overview.hpp"

#include <algorithm>

#include "answers/declaration.hpp"
#include "models/words.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

std::string media(const WizardState& state) {
    const MediaContents* contents = state.seen ? state.seen->media() : nullptr;
    const std::string folder = utf8(state.request.media);
    return contents == nullptr
               ? folder
               : filled(words("Overview", "version %1, %2"), contents->manifest.catalog.version, folder);
}

std::string components(const WizardState& state) {
    if (state.maintenance)
        return filled(words("Overview", "%1 to add, %2 to remove"),
                      std::to_string(state.maintenance->add.size()),
                      std::to_string(state.maintenance->omit.size()));
    const Request& request = state.request;
    if (!request.add.empty() || !request.omit.empty() || request.preset == ComponentPreset::none)
        return words("Overview", "Custom");
    return request.preset == ComponentPreset::sameAsPrimary ? words("Overview", "Same as the primary")
                                                            : words("Overview", "All that fail over");
}

/// What is not as it is by default.
std::string places(const Request& request) {
    const Request usual;
    std::vector<std::string> changed;
    const auto add = [&](const std::string& value, const std::string& otherwise) {
        if (value != otherwise)
            changed.push_back(value);
    };
    add(utf8(request.installFolder), utf8(usual.installFolder));
    add(utf8(request.configurationFolder), utf8(usual.configurationFolder));
    add(utf8(request.logFolder), utf8(usual.logFolder));
    add(request.serviceAccount, usual.serviceAccount);
    return changed.empty() ? words("Overview", "Default folders and account") : joined(changed, ", ");
}

std::string domino(const WizardState& state) {
    const auto& questions = state.request.domino;
    if (!questions.primaryConsole.empty() || !questions.standbyConsole.empty())
        return words("Overview", "Pasted console output");
    if (!state.seen || !state.seen->inspection.facts.notesIni.known() ||
        !state.seen->inspection.facts.notesIni.value())
        return words("Overview", "No Domino server found");
    return state.seen->inspection.facts.notesIni.value()->serverName;
}

/// The answers that are not as they are by default; `but` are those of the standby that is installed.
std::string optionsOfAnswers(const Request& request, const Request& but) {
    std::string text;
    for (const auto& declaration : answers::declarations()) {
        const auto values = declaration.field.get(request);
        if (values == declaration.field.get(but))
            continue;
        for (const std::string& value : values)
            if (!declaration.answer.secret || !value.starts_with("plain:"))
                text += " --" + declaration.answer.name + "=" + answers::quotedForShell(value);
    }
    return text;
}

std::string optionsOf(const Maintenance& wanted) {
    std::string text;
    const auto add = [&](bool said, const char* option) {
        if (said)
            text += std::string(" --") + option;
    };
    add(wanted.acceptPromoted, "although-promoted");
    add(wanted.keepRegistration, "keep-registration");
    add(wanted.removeLogs, "remove-logs");
    add(wanted.allowDowngrade, "allow-downgrade");
    for (const std::string& id : wanted.add)
        text += " --components.add=" + answers::quotedForShell(id);
    for (const std::string& id : wanted.omit)
        text += " --components.omit=" + answers::quotedForShell(id);
    return text;
}

} // namespace

std::vector<OverviewLine> answerOverview(const WizardState& state) {
    const Request& request = state.request;
    std::vector<OverviewLine> lines{
        {words("Overview", "Media"), media(state), PageId::media},
        {words("Overview", "Database"), request.database.place(), PageId::database},
        {words("Overview", "Primary"), request.primary, PageId::database},
        {words("Overview", "Components"), components(state), PageId::components},
        {words("Overview", "Advanced"), places(request), PageId::components},
        {words("Overview", "Domino server"), domino(state), PageId::domino}};
    if (state.maintenance)
        std::erase_if(lines, [](const OverviewLine& line) {
            return line.name == words("Overview", "Primary") || line.name == words("Overview", "Advanced");
        });
    const std::vector<PageId> shown = steps(state);
    std::erase_if(lines, [&](const OverviewLine& line) { return std::ranges::count(shown, line.step) == 0; });
    return lines;
}

std::string asCommand(const WizardState& state) {
    if (!state.maintenance)
        return "bes-standby-setup install" + optionsOfAnswers(state.request, Request());
    const Receipt* receipt = state.seen ? state.seen->receipt() : nullptr;
    Request installed = receipt == nullptr ? Request() : receipt->request;
    installed.root = Request().root; // that is no property of what is installed
    return "bes-standby-setup " + std::string(toString(state.maintenance->kind)) +
           optionsOfAnswers(state.request, installed) + optionsOf(*state.maintenance);
}

} // namespace bes::wizard
