// SPDX-License-Identifier: Apache-2.0
#include "answers/request_rules.hpp"

#include <algorithm>
#include <array>

#include "answers/declaration.hpp"
#include "answers/secret_reference.hpp"
#include "text/acceptable.hpp"
#include "text/path_text.hpp"

namespace bes::answers {
namespace {

std::string withoutSlashAtTheEnd(std::string text) {
    while (text.size() > 1 && text.ends_with('/'))
        text.pop_back();
    return text;
}

/// An answer comes out as it goes in, so what does not ("/opt/x/../../etc") was never one.
bool comesOutSame(const Field& field, const Request& taken, std::vector<std::string> values) {
    std::ranges::transform(values, values.begin(), withoutSlashAtTheEnd);
    return field.get(taken) == values;
}

bool isReference(const std::string& text) {
    constexpr std::array prefixes{filePrefix, environmentPrefix, sealedPrefix, dpapiPrefix, plainPrefix};
    return std::ranges::any_of(prefixes, [&](auto prefix) { return text.starts_with(prefix); });
}

std::optional<std::string> problemOf(const Declaration& declaration, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (auto problem = wrongText(value))
            return problem;
        if (auto problem = wrongChoice(declaration.answer, value))
            return problem;
        if (declaration.answer.secret && !isReference(value))
            return "is not a reference to a secret";
    }
    Request taken;
    if (auto problem = declaration.field.set(taken, values, topFolder()))
        return problem;
    if (!declaration.answer.secret && !comesOutSame(declaration.field, taken, values))
        return "does not have the form of an answer";
    return std::nullopt;
}

} // namespace

std::optional<std::string> wrongText(const std::string& text) {
    if (text.empty())
        return "must not be empty";
    return wrongLine(text);
}

std::optional<std::string> wrongChoice(const Answer& answer, const std::string& value) {
    if (answer.choices.empty() || std::ranges::count(answer.choices, value) > 0)
        return std::nullopt;
    std::string list;
    for (const std::string& choice : answer.choices)
        list += (list.empty() ? "" : ", ") + choice;
    const auto near = nearest(value, answer.choices);
    return "\"" + value + "\" is none of " + list + (near ? "; did you mean " + *near + "?" : "");
}

Result<void> expectUsable(const Request& request) {
    std::string problems;
    for (const Declaration& declaration : declarations()) {
        const auto values = declaration.field.get(request);
        if (values.empty())
            continue;
        if (const auto problem = problemOf(declaration, values))
            problems += (problems.empty() ? "" : "\n") + declaration.answer.name + ": " + *problem;
    }
    if (problems.empty())
        return {};
    return fail(ExitCode::usage, "answers.invalid", "The answers that came with it can't be used", problems,
                "Make the plan or order again from answers.");
}

} // namespace bes::answers
