// SPDX-License-Identifier: Apache-2.0
#include "models/domino_choice.hpp"

#include <algorithm>

#include "domino/server_name.hpp"
#include "models/obstacles.hpp"
#include "models/words.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

Choice choiceOf(const NotesIni& ini) {
    const std::string path = utf8(ini.path);
    if (!ini.readable)
        return {path, filled(words("DominoChoice", "%1 (can't be read)"), path)};
    if (ini.serverName.empty())
        return {path, filled(words("DominoChoice", "%1 (names no server)"), path)};
    return {path, filled(words("DominoChoice", "%1 in %2"), domino::abbreviatedName(ini.serverName),
                         utf8(ini.path.parent_path()))};
}

bool has(const std::vector<Choice>& choices, const std::string& value) {
    return std::ranges::find(choices, value, &Choice::value) != choices.end();
}

} // namespace

std::vector<Choice> dominoChoices(const WizardState& state) {
    std::vector<Choice> choices;
    if (!state.seen || state.seen->dominoServers.size() < 2)
        return choices;
    std::ranges::transform(state.seen->dominoServers, std::back_inserter(choices), choiceOf);
    const std::string named = utf8(state.request.domino.notesIni);
    if (!named.empty() && !has(choices, named))
        choices.push_back({named, named});
    return choices;
}

bool administratorLearnsMore(const WizardState& state) {
    if (!state.seen || !state.seen->fewRights || state.seen->asAdministrator || state.seen->withoutDomino)
        return false;
    return std::ranges::any_of(findingsAbout("domino", state),
                               [](const Finding& finding) { return finding.severity >= Severity::warning; });
}

} // namespace bes::wizard
