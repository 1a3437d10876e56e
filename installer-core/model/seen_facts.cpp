// SPDX-License-Identifier: Apache-2.0
#include "model/seen_facts.hpp"

#include "model/json_text.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.facts";
constexpr int formatVersion = 2;

/// Texts in which libraries, servers and systems say what they like: more than one line, too.
const JsonLimits limits{.lines = {"texts", "unknown", "advice", "reason", "problem", "signature_problem",
                                  "detail", "obstacle", "obstacles", "why", "sentence", "damage", "note",
                                  "text", "lines", "values", "title", "probe_ended", "writable_by_others"}};

/// Another document of setup may have texts that facts have not: it is named before those are refused.
void expectNoOtherDocument(std::string_view text) {
    static constexpr std::string_view key = "\"bes-standby-setup.";
    const std::size_t named = text.substr(0, 400).find(key);
    if (named == std::string_view::npos)
        return;
    const std::string_view found = text.substr(named + 1, text.find('"', named + 1) - named - 1);
    if (found != format)
        throw std::invalid_argument("this is " + shownText(std::string(found)) + ", not " +
                                    std::string(format));
}

SeenFacts seenFactsFromJson(const Json& json) {
    if (json.at("format").get<std::string>() != format)
        throw std::invalid_argument("this is not " + std::string(format));
    if (const int version = wholeNumber<int>(json.at("format_version")); version != formatVersion)
        throw std::invalid_argument("they have version " + std::to_string(version) +
                                    " of their format, made by " +
                                    (version < formatVersion ? "an older" : "a newer") +
                                    " setup; this setup reads version " + std::to_string(formatVersion));
    return {.setupVersion = json.at("setup_version").get<std::string>(),
            .seenAt = json.at("seen_at").get<std::string>(),
            .request = requestFromJson(json.at("request")),
            .facts = factsFromJson(json),
            .practice = json.value("practice", false)};
}

tl::unexpected<Failure> notUsable(std::string why) {
    return fail(ExitCode::usage, "facts.format", "The facts can't be used", std::move(why),
                {"Make them again on the server, with this version of setup.",
                 {},
                 "bes-standby-setup detect --json --answer-file FILE > facts.json"});
}

} // namespace

Json toJson(const SeenFacts& seen) {
    Json json = document(format, formatVersion);
    json["setup_version"] = seen.setupVersion;
    json["seen_at"] = seen.seenAt;
    json["request"] = toJson(seen.request);
    json.update(toJson(seen.facts));
    if (seen.practice)
        json["practice"] = true;
    return json;
}

Result<SeenFacts> parseSeenFacts(std::string_view json) {
    try {
        expectNoOtherDocument(json);
        return seenFactsFromJson(parseForeignJson(json, limits));
    } catch (const nlohmann::json::exception& error) {
        return notUsable("they are incomplete or damaged: " + shownText(error.what(), longestReason));
    } catch (const std::invalid_argument& error) {
        return notUsable(error.what());
    }
}

} // namespace bes
