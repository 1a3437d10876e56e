// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"

#include "answers/declaration.hpp"
#include "text/lists.hpp"

namespace bes::answers {
namespace {

/// "--media.trust FILE", "--existing.files keep", "--allow-downgrade"
std::string optionOf(const NamedAnswer& named) {
    const Declaration* declared = findDeclaration(named.key);
    if (declared == nullptr) // an option of a command, no answer
        return "--" + named.key + (named.value.empty() ? "" : " " + quotedForShell(named.value));
    const Answer& answer = declared->answer;
    const std::string& value = named.value.empty() ? answer.placeholder : named.value;
    const std::string typed = named.value.empty() ? value : quotedForShell(value);
    return "--" + answer.name + (typed.empty() ? "" : " " + typed);
}

std::string typed(std::string text, const std::vector<NamedAnswer>& named, const std::string& command) {
    const bool stop = text.ends_with('.');
    if (stop)
        text.pop_back();
    std::vector<std::string> options;
    for (const NamedAnswer& answer : named)
        options.push_back(optionOf(answer));
    if (!options.empty())
        text += " (" + joined(options) + ")";
    // no full stop behind a command: it is copied
    return command.empty() ? text + (stop ? "." : "") : text + ": " + command;
}

} // namespace

std::string typedRemedy(const Remedy& remedy) {
    return typed(remedy.text, remedy.answers, remedy.command);
}

std::string typedRemedy(const Finding& finding) {
    return typed(finding.remedy, finding.answers, finding.command);
}

std::string typedRemedy(const Failure& failure) {
    return typed(failure.remedy, failure.answers, failure.command);
}

} // namespace bes::answers
