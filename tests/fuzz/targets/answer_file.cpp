// SPDX-License-Identifier: Apache-2.0
#include "answers/answers.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

/// What format can't write: plain secrets are kept out of files.
Request withoutPlainSecrets(Request request) {
    for (SecretReference* secret : {&request.database.password, &request.domino.httpPassword})
        if (secret->text.starts_with("plain:"))
            secret->text.clear();
    return request;
}

Result<answers::Answers> parseFile(std::string_view content) {
    answers::Sources sources;
    sources.file = scratchFile("standby.ini", content);
    return answers::parse(sources);
}

} // namespace

void tryInput(std::string_view input) {
    const auto read = parseFile(input);
    if (!read) {
        requireShowable(read.error());
        return;
    }
    const Request request = withoutPlainSecrets(read->request);
    const std::string text = answers::formatAnswerFile(request);
    const auto again = parseFile(text);
    require(again.has_value(), "what was written can be read", again ? text : again.error().why);
    require(again->request == request, "what was written is read as the same", text);
    (void)answers::missingAnswers(request);
    requireShowable(answers::typedOptions(request.database), "the options to type can be shown");
}

} // namespace bes::fuzz
