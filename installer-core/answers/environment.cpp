// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "answers/answer_sources.hpp"

namespace bes::answers {
namespace {

constexpr std::string_view prefix = "BES_STANDBY_";

std::string unknownVariable(const std::string& name) {
    std::vector<std::string> known;
    for (const Answer& answer : declaredAnswers())
        known.push_back(environmentName(answer.name));
    const auto near = nearest(name, known);
    return "unknown environment variable " + name + (near ? "; did you mean " + *near + "?" : "");
}

} // namespace

std::string environmentName(std::string_view answer) {
    std::string name(prefix);
    for (const char c : answer)
        name += c == '.' || c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

std::filesystem::path workingFolder() {
    std::error_code gone;
    return std::filesystem::current_path(gone);
}

Reading readEnvironment(const Environment& environment, const std::vector<std::string>& secretVariables) {
    Reading reading;
    for (const auto& [name, value] : environment) {
        if (!name.starts_with(prefix) || name == passphraseVariable ||
            std::ranges::count(secretVariables, name) > 0)
            continue;
        const auto answer = std::ranges::find_if(
            declaredAnswers(), [&](const Answer& known) { return environmentName(known.name) == name; });
        if (answer == declaredAnswers().end())
            reading.problems.push_back(unknownVariable(name));
        else if (!value.empty())
            reading.answers.push_back(
                {answer->name, {std::string(value.reveal())}, name, workingFolder(), Origin::environment});
    }
    return reading;
}

} // namespace bes::answers
