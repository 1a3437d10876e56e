// SPDX-License-Identifier: Apache-2.0
#include "missing_answers.hpp"

#include <algorithm>

#include "answers/answers.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"

namespace bes::app {

tl::unexpected<Failure> missingAnswersFailure(const Request& request) {
    std::vector<std::string> lines;
    for (const std::string& name : answers::missingAnswers(request)) {
        const auto answer = std::ranges::find(answers::declaredAnswers(), name, &answers::Answer::name);
        lines.push_back("--" + name + " " + answer->placeholder + ": " + answer->help);
    }
    return fail(
        ExitCode::usage, "answers.missing",
        lines.size() == 1 ? "An answer is missing" : "Answers are missing", joined(lines, "\n"),
        "Give them on the command line or in an answer file; 'bes-standby-setup answers new' writes one.");
}

} // namespace bes::app
