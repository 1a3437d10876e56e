// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "answers/fields.hpp"
#include "answers/secret_reference.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* title = "Answers of an answer file";
constexpr const char* description =
    "What can stand in an answer file of bes-standby-setup, as an object: the key SECTION.KEY is KEY in "
    "[SECTION]. A list is an array here, and has commas in the file. The command line (--SECTION.KEY) and "
    "the "
    "environment (BES_STANDBY_SECTION_KEY) take the same. Use #/$defs/complete for answers that have all "
    "that "
    "an installation needs.";

constexpr const char* anyLine = R"(^[^\u0000-\u001f\u007f]+$)";

std::string secretPattern() {
    using namespace answers;
    return fmt::format("^({}|{}|{}|{}|{}).", filePrefix, environmentPrefix, sealedPrefix, dpapiPrefix,
                       plainPrefix);
}

/// One value: of a list, that of its elements.
Json valueSchema(const answers::Declaration& declaration) {
    const answers::Answer& answer = declaration.answer;
    const answers::Form& form = declaration.field.form;
    if (form.isSwitch)
        return {{"enum", answers::switchWords()}};
    if (form.most > 0)
        return {{"type", "integer"}, {"minimum", form.least}, {"maximum", form.most}};
    if (!answer.choices.empty())
        return {{"enum", answer.choices}};
    const std::string pattern = answer.secret ? secretPattern() : form.pattern;
    return {{"type", "string"}, {"pattern", pattern.empty() ? anyLine : pattern}};
}

/// A text of the answer file as a value of this schema.
Json valueOf(const answers::Declaration& declaration, const std::string& text) {
    return declaration.field.form.most > 0 ? Json(std::stoul(text)) : Json(text);
}

Json schemaOf(const answers::Declaration& declaration) {
    const answers::Answer& answer = declaration.answer;
    Json schema{{"description", answer.help}};
    if (answer.repeatable)
        schema.update({{"type", "array"}, {"minItems", 1}, {"items", valueSchema(declaration)}});
    else
        schema.update(valueSchema(declaration));
    if (!answer.defaultValue.empty() && !answer.repeatable)
        schema["default"] = valueOf(declaration, answer.defaultValue);
    return schema;
}

/// An installation needs the answer with this database system and no other, or with any ("").
bool isNeeded(const answers::Answer& answer, const std::string& backend) {
    return answer.required &&
           (backend.empty() ? answer.onlyWith.empty()
                            : !answer.onlyWith.empty() && answer.meansSomethingWith(backend));
}

/// A switch of this database system makes the answer needless.
bool canBeNeedless(const answers::Answer& answer, const std::string& backend) {
    return !answer.unless.empty() &&
           answers::findDeclaration(answer.unless)->answer.meansSomethingWith(backend);
}

Json needed(const std::string& backend) {
    Json names = Json::array();
    for (const answers::Answer& answer : answers::declaredAnswers())
        if (isNeeded(answer, backend) && !canBeNeedless(answer, backend))
            names.push_back(answer.name);
    return names;
}

/// The ways to say yes.
Json yes() {
    Json words = Json::array();
    for (const std::string& word : answers::switchWords())
        if (answers::parseSwitch(word).value_or(false))
            words.push_back(word);
    return words;
}

/// Each of the answers that are needed or made needless.
Json neededOrNot(const std::string& backend) {
    Json rules = Json::array();
    for (const answers::Answer& answer : answers::declaredAnswers())
        if (isNeeded(answer, backend) && canBeNeedless(answer, backend))
            rules.push_back(
                {{"anyOf",
                  {{{"required", {answer.name}}},
                   {{"required", {answer.unless}}, {"properties", {{answer.unless, {{"enum", yes()}}}}}}}}});
    return rules;
}

/// Without the answer it is the default.
Json neededWith(const answers::Answer& backend, const std::string& choice) {
    Json chosen{{"properties", {{backend.name, {{"const", choice}}}}}};
    if (choice != backend.defaultValue)
        chosen["required"] = Json::array({backend.name});
    Json then{{"required", needed(choice)}};
    if (Json rules = neededOrNot(choice); !rules.empty())
        then["allOf"] = std::move(rules);
    return {{"if", std::move(chosen)}, {"then", std::move(then)}};
}

Json complete() {
    Json rules = Json::array({{{"$ref", "#"}}});
    const answers::Answer& backend = answers::findDeclaration("database.backend")->answer;
    for (const std::string& choice : backend.choices)
        rules.push_back(neededWith(backend, choice));
    return {{"description", "Answers that have all that an installation needs."},
            {"required", needed("")},
            {"allOf", std::move(rules)}};
}

} // namespace

std::string answersSchema() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", title},
                {"description", description},
                {"type", "object"},
                {"additionalProperties", false}};
    for (const answers::Declaration& declaration : answers::declarations())
        schema["properties"][declaration.answer.name] = schemaOf(declaration);
    schema["$defs"]["complete"] = complete();
    return schema.dump(2) + "\n";
}

} // namespace bes::documents
