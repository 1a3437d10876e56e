// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "model/foreign_json.hpp"
#include "text/visible.hpp"

namespace bes {

/// A whole number; throws std::invalid_argument for another one and for one that the type can't hold, which
/// nlohmann would cut.
template<std::integral T>
T wholeNumber(const Json& json) {
    const bool fits = json.is_number_unsigned()  ? std::in_range<T>(json.get<std::uint64_t>())
                      : json.is_number_integer() ? std::in_range<T>(json.get<std::int64_t>())
                                                 : false;
    if (!fits)
        throw std::invalid_argument("\"" +
                                    shownText(json.dump(-1, ' ', false, Json::error_handler_t::replace)) +
                                    "\" is no number for its place");
    return json.get<T>();
}

/// The JSON schema of a kind of document: its file in resources/json-schemas, and the value of "$schema". A
/// schema that is published is not changed so that it refuses what it took: that is another version.
inline std::string schemaName(std::string_view thing, int version) {
    return std::string(thing) + "-" + std::to_string(version) + ".schema.json";
}

/// Names the schema, the kind and the version of a JSON document; the first keys of every document that is
/// stored or shown. Those of before have no schema, so nothing asks for it. The schema is called like the
/// kind, except where two kinds have one name.
inline Json document(std::string_view format, int version, std::string_view schema = {}) {
    const std::string_view thing = schema.empty() ? format.substr(format.find('.') + 1) : schema;
    return Json{{"$schema", schemaName(thing, version)}, {"format", format}, {"format_version", version}};
}

/// Throws std::invalid_argument for another document or version.
inline void expectDocument(const Json& json, std::string_view format, int version) {
    if (json.at("format").get<std::string>() != format)
        throw std::invalid_argument("this is no " + std::string(format));
    const int found = wholeNumber<int>(json.at("format_version"));
    if (found != version)
        throw std::invalid_argument("version " + std::to_string(found) + " of " + std::string(format) +
                                    " is not known, only " + std::to_string(version));
}

/// The value whose toString() is `text`; throws std::invalid_argument naming what the text should have been.
template<class Enum, std::size_t count>
Enum enumFromText(const std::string& text, const std::array<Enum, count>& values, std::string_view subject) {
    const auto found =
        std::ranges::find_if(values, [&](Enum value) { return std::string_view(toString(value)) == text; });
    if (found == values.end())
        throw std::invalid_argument("unknown " + std::string(subject) + " \"" + shownText(text) + "\"");
    return *found;
}

/// What the JSON library says quotes what it could not read.
inline constexpr std::size_t longestReason = 500;

/// Parses text from outside and reads it with `read`; what is wrong becomes a Failure of that code and id.
template<class T>
Result<T> readDocument(std::string_view text, T (*read)(const Json&), ExitCode code, std::string_view id,
                       std::string_view subject, const JsonLimits& limits = {}) {
    try {
        return read(parseForeignJson(text, limits));
    } catch (const nlohmann::json::exception& error) {
        return fail(code, std::string(id), "The " + std::string(subject) + " can't be read",
                    shownText(error.what(), longestReason), "Get an unchanged copy of it, or make it again.");
    } catch (const std::invalid_argument& error) {
        return fail(code, std::string(id), "The " + std::string(subject) + " can't be used", error.what(),
                    "Get an unchanged copy of it, or make it again with this version of setup.");
    }
}

/// Indented, with a final line break. Text that is no UTF-8 (paths can be) is shown with replacement
/// characters.
inline std::string formatDocument(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace bes
