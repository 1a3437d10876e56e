// SPDX-License-Identifier: Apache-2.0
#include "domino/directory_page.hpp"

#include <charconv>
#include <stdexcept>

#include "domino/server_name.hpp"
#include "model/foreign_json.hpp"

namespace bes::domino {
namespace {

// domino.md §4
constexpr const char* serverColumn = "$0";
constexpr const char* clusterColumn = "$4";

/// Numbers are written as texts.
std::optional<std::uint64_t> numberOf(const Json& value) {
    if (value.is_number_unsigned())
        return value.get<std::uint64_t>();
    if (!value.is_string())
        return std::nullopt;
    const auto& text = value.get_ref<const std::string&>();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// {"text":{"0":"…"}}, or {"textlist":{"text":[{"0":"…"},…]}} with its first value.
std::string textOf(const Json& column) {
    if (column.contains("textlist")) {
        const Json& texts = column.at("textlist").at("text");
        return texts.empty() ? "" : texts.at(0).at("0").get<std::string>();
    }
    return column.at("text").at("0").get<std::string>();
}

/// Throws nlohmann's exception where a name is no text.
std::optional<DirectoryRow> rowOf(const Json& columns) {
    std::optional<std::string> server;
    std::optional<std::string> cluster;
    for (const Json& column : columns) {
        const std::string name = column.at("@name").get<std::string>();
        if (name == serverColumn)
            server = canonicalName(textOf(column));
        else if (name == clusterColumn)
            cluster = textOf(column);
    }
    if (!server || server->empty() || !cluster)
        return std::nullopt;
    return DirectoryRow{*server, *cluster};
}

} // namespace

std::optional<DirectoryPage> parseDirectoryPage(std::string_view json) {
    DirectoryPage page;
    try {
        const Json view = parseForeignJson(json, {.cleaned = true});
        if (!view.is_object() || !(view.contains("@toplevelentries") || view.contains("viewentry")))
            return std::nullopt;
        if (view.contains("@toplevelentries"))
            page.total = numberOf(view.at("@toplevelentries"));
        for (const Json& entry : view.value("viewentry", Json::array()))
            page.entries.push_back(
                {entry.at("@position").get<std::string>(), rowOf(entry.value("entrydata", Json::array()))});
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const std::invalid_argument&) { // it is too deep or too long
        return std::nullopt;
    }
    return page;
}

} // namespace bes::domino
