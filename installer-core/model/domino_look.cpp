// SPDX-License-Identifier: Apache-2.0
#include "model/domino_look.hpp"

#include "model/domino/replies_json.hpp"
#include "model/notes_ini_json.hpp"

namespace bes {

namespace {

template<class T, class Write>
Json factToJson(const Fact<T>& fact, Write write) {
    if (fact.known())
        return {{"value", write(fact.value())}};
    Remedy remedy = fact.remedy();
    return {{"unknown", fact.reason()}, {"remedy", domino::written(remedy)}};
}

template<class T, class Read>
Fact<T> factFromJson(const Json& json, Read read) {
    if (const auto value = json.find("value"); value != json.end())
        return read(*value);
    Remedy remedy;
    domino::read(json.at("remedy"), remedy);
    return Fact<T>::unknown(json.at("unknown").get<std::string>(), std::move(remedy));
}

Json written(std::optional<NotesIni> ini) {
    return domino::written(ini);
}

std::optional<NotesIni> notesIniFrom(const Json& json) {
    std::optional<NotesIni> ini;
    domino::read(json, ini);
    return ini;
}

Json written(domino::DominoFacts facts) {
    domino::Writer writer;
    domino::texts(writer, facts);
    Json json = std::move(writer.json);
    Json& replies = json["answers"] = Json::array();
    for (domino::Question question : domino::allQuestions())
        domino::visitReply(facts.replies, question, [&](const auto& reply) {
            domino::writeReply(replies.emplace_back(domino::written(question)), reply);
        });
    return json;
}

domino::DominoFacts dominoFactsFrom(const Json& json) {
    domino::DominoFacts facts;
    domino::Reader reader{json};
    domino::texts(reader, facts);
    for (const Json& line : json.at("answers")) {
        domino::Question question;
        domino::read(line, question);
        domino::visitReply(facts.replies, question,
                           [&]<class T>(domino::Reply<T>& reply) { reply = domino::readReply<T>(line); });
    }
    return facts;
}

} // namespace

Json toJson(const DominoLook& look) {
    return {{"notes_ini", factToJson(look.notesIni, [](const auto& ini) { return written(ini); })},
            {"domino", factToJson(look.domino, [](const auto& facts) { return written(facts); })}};
}

DominoLook dominoLookFromJson(const Json& json) {
    return {.notesIni = factFromJson<std::optional<NotesIni>>(json.at("notes_ini"), notesIniFrom),
            .domino = factFromJson<domino::DominoFacts>(json.at("domino"), dominoFactsFrom)};
}

} // namespace bes
