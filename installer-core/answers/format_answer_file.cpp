// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "answers/declaration.hpp"
#include "answers/secret_reference.hpp"
#include "answers/text_rules.hpp"
#include "answers/usual_request.hpp"
#include "host/root.hpp"

namespace bes::answers {
namespace {

constexpr std::size_t columns = 100;

constexpr std::string_view preamble =
    R"(# Answers for bes-standby-setup, which installs a standby BlackBerry Enterprise Server.
#
#   bes-standby-setup answers check FILE           checks all answers
#   bes-standby-setup plan --answer-file FILE      shows what an installation does
#   bes-standby-setup install --answer-file FILE
#
# [section] and key form the long option --section.key and the variable BES_STANDBY_SECTION_KEY. An
# option overrides a variable, a variable overrides this file. '#' and ';' begin a comment, at the
# beginning of a line or after a space. Put a value with such a character, or with a comma in a
# list, in double quotes; "" is a quote within them. Relative paths start from this file's folder.
)";

void writeComment(std::ostream& out, const std::string& text) {
    std::istringstream words(text);
    std::string line = "#";
    for (std::string word; words >> word;) {
        if (line.size() + 1 + word.size() > columns) {
            out << line << '\n';
            line = "#";
        }
        line += " " + word;
    }
    out << line << '\n';
}

std::string explanation(const Answer& answer) {
    std::string text = answer.help;
    if (!answer.choices.empty()) {
        text += " One of:";
        for (const std::string& choice : answer.choices)
            text += " " + choice + (&choice == &answer.choices.back() ? "." : ",");
    }
    if (answer.placeholder.empty())
        text += " yes or no.";
    if (answer.repeatable)
        text += " A list with commas.";
    if (!answer.defaultValue.empty())
        text += " Default: " + answer.defaultValue + ".";
    if (answer.required)
        text += " Required.";
    return text;
}

std::string valueText(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ", ") + quoted(value);
    return text;
}

bool isPlainSecret(const Answer& answer, const std::vector<std::string>& values) {
    return answer.secret && !values.empty() && values.front().starts_with(plainPrefix);
}

void writeKey(std::ostream& out, const Declaration& declaration, const Request& request) {
    const Answer& answer = declaration.answer;
    const std::string key = answer.name.substr(answer.name.find('.') + 1);
    const auto values = declaration.field.get(request);
    const bool isSet =
        values != declaration.field.get(usualRequest(host::thisSystem())) && !isPlainSecret(answer, values);
    out << '\n';
    writeComment(out, explanation(answer));
    if (isSet)
        out << key << " = " << valueText(values) << '\n';
    else
        out << '#' << key << " = " << answer.example << '\n';
}

} // namespace

std::string formatAnswerFile(const Request& request) {
    std::ostringstream out;
    out << preamble;
    std::string section;
    for (const Declaration& declaration : declarations()) {
        const std::string& name = declaration.answer.name;
        if (std::string own = name.substr(0, name.find('.')); own != section) {
            section = std::move(own);
            out << "\n[" << section << "]\n";
        }
        writeKey(out, declaration, request);
    }
    return out.str();
}

} // namespace bes::answers
