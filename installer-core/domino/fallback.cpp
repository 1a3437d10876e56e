// SPDX-License-Identifier: Apache-2.0
#include "domino/fallback.hpp"

#include <utility>

#include "domino/console_text.hpp"
#include "domino/http_directory.hpp"

namespace bes::domino {
namespace {

template<class T>
void fill(Answer<T>& answer, Answer<T> other) {
    if (answer.verdict != Verdict::unknown)
        return;
    if (other.verdict != Verdict::unknown)
        answer = std::move(other);
    else if (answer.reason && other.reason)
        answer.reason->text += ". " + other.reason->text;
}

void fillFromConsole(Answers& answers, Role role, const FallbackSources& sources) {
    const bool ofPrimary = role == Role::primary;
    const std::filesystem::path& file = ofPrimary ? sources.primaryConsole : sources.standbyConsole;
    if (file.empty())
        return;
    ConsoleAnswers pasted = readConsoleFile(file, ofPrimary ? sources.primary : sources.standby,
                                            ofPrimary ? sources.standby : sources.primary);
    fill(answers.liveCluster.of(role), std::move(pasted.liveCluster));
    fill(answers.serverTasks.of(role), std::move(pasted.serverTasks));
}

template<class T>
bool anyUnknown(const OfBoth<Answer<T>>& answers) {
    return answers.primary.verdict == Verdict::unknown || answers.standby.verdict == Verdict::unknown;
}

void fillFromDirectory(Answers& answers, const FallbackSources& sources) {
    if (sources.httpUrl.empty() || !(anyUnknown(answers.liveCluster) || anyUnknown(answers.serverDocument)))
        return;
    const DirectoryList list =
        readHttpDirectory({sources.httpUrl, sources.httpUser, sources.httpPassword, sources.limit});
    DirectoryAnswers read = answersOf(list, {sources.primary, sources.standby});
    for (const Role role : {Role::primary, Role::standby}) {
        fill(answers.liveCluster.of(role), std::move(read.liveCluster.of(role)));
        fill(answers.serverDocument.of(role), std::move(read.serverDocument.of(role)));
    }
}

} // namespace

void fillUnknown(Answers& answers, const FallbackSources& sources) {
    fillFromConsole(answers, Role::primary, sources);
    fillFromConsole(answers, Role::standby, sources);
    fillFromDirectory(answers, sources);
}

} // namespace bes::domino
