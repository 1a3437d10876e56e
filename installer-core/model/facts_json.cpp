// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "model/facts_fields.hpp"

namespace bes::domino {

template<>
struct OwnJson<MediaManifest> {
    static Json write(const MediaManifest& manifest) { return toJson(manifest); }
    static MediaManifest read(const Json& json) { return mediaManifestFromJson(json); }
};

template<>
struct OwnJson<Receipt> {
    static Json write(const Receipt& receipt) { return toJson(receipt); }
    static Receipt read(const Json& json) { return receiptFromJson(json); }
};

template<>
struct OwnJson<Appearance> {
    static Json write(const Appearance& appearance) { return toJson(appearance); }
    static Appearance read(const Json& json) { return appearanceFromJson(json); }
};

/// The replies stand with the question that each answers, as people say it.
template<>
struct OwnJson<DominoFacts> {
    static Json write(DominoFacts facts) {
        Writer writer;
        texts(writer, facts);
        Json& answers = writer.json["answers"] = Json::array();
        for (const Question& question : allQuestions())
            visitReply(facts.replies, question, [&](const auto& reply) {
                writeReply(answers.emplace_back(Json{{"question", describe(question)}}), reply);
            });
        return std::move(writer.json);
    }

    static DominoFacts read(const Json& json) {
        DominoFacts facts;
        Reader reader{json};
        texts(reader, facts);
        const std::vector<Question> questions = allQuestions();
        for (const Json& line : json.at("answers")) {
            const auto asked = std::ranges::find(questions, line.at("question").get<std::string>(),
                                                 [](const Question& known) { return describe(known); });
            if (asked == questions.end())
                throw std::invalid_argument("one of the answers of the Domino servers has no known question");
            visitReply(facts.replies, *asked, [&]<class T>(Reply<T>& reply) { reply = readReply<T>(line); });
        }
        return facts;
    }
};

} // namespace bes::domino

namespace bes {

Json toJson(const SignerCertificate& certificate) {
    SignerCertificate copy = certificate;
    return domino::written(copy);
}

Json toJson(const Server& server) {
    Server copy = server;
    return domino::written(copy);
}

Json toJson(const Pair& pair) {
    Pair copy = pair;
    return domino::written(copy);
}

Json toJson(const Facts& facts) {
    Facts copy = facts;
    return domino::written(copy);
}

Facts factsFromJson(const Json& json) {
    Facts facts;
    domino::read(json, facts);
    return facts;
}

} // namespace bes
