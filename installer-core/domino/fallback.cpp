#include "domino/fallback.hpp"

#include <utility>

#include "domino/console_text.hpp"

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

} // namespace

void fillUnknown(Answers& answers, const FallbackSources& sources) {
    fillFromConsole(answers, Role::primary, sources);
    fillFromConsole(answers, Role::standby, sources);
}

} // namespace bes::domino
