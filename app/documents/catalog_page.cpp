// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "output/mdoc.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

using app::mdoc::text;
using app::mdoc::word;
using Json = nlohmann::ordered_json; ///< as the schema tells it

constexpr const char* beginning = R"(.Sh DESCRIPTION
A catalogue is a JSON document.
)";

constexpr const char* ending = R"(.Sh FILES
.Bl -tag -width Ds
.It Pa /usr/share/bes\-standby\-setup/catalog/bes\-5.0\-domino.json
The catalogue of BlackBerry Enterprise Server 5.0 for IBM Lotus Domino.
.Ql media create \-\-catalog bes\-5.0\-domino
takes it.
.It Pa /usr/share/bes\-standby\-setup/catalog/bes\-5.0\-domino\-windows.json
The same for Windows, with rules for
.Ql media capture .
.It Pa /usr/share/bes\-standby\-setup/json\-schemas/catalog\-1.schema.json
The JSON schema that this page is made of.
.El
.Sh SEE ALSO
.Xr bes-standby-media 5 ,
.Xr bes-standby-setup 8
)";

/// What a property takes, in words.
std::string kindOf(const Json& property, const Json& schema) {
    if (property.contains("$ref")) {
        const std::string name = property["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
        return name == "text" ? "text" : kindOf(schema["$defs"][name], schema);
    }
    if (property.contains("const"))
        return property["const"].dump();
    if (property.contains("enum")) {
        std::vector<std::string> choices;
        for (const Json& choice : property["enum"])
            choices.push_back(choice.get<std::string>());
        return fmt::format("{}", fmt::join(choices, " | "));
    }
    const Json& type = property.at("type");
    if (type == "array")
        return "list";
    if (type == "integer")
        return "number";
    if (type.is_array())
        return "text | null";
    return type == "string" ? "text" : type.get<std::string>();
}

std::string description(const Json& property, const Json& schema) {
    if (property.contains("description"))
        return property["description"];
    if (!property.contains("$ref"))
        throw std::runtime_error("a property of the schema has no description: " + property.dump());
    return description(schema["$defs"][property["$ref"].get<std::string>().substr(8)], schema);
}

std::string list(const Json& object, const Json& schema) {
    std::string items = ".Bl -tag -width Ds\n";
    for (const auto& [name, property] : object["properties"].items()) {
        const bool required = std::ranges::count(object["required"], Json(name)) > 0;
        items += fmt::format(".It Ic {} : Ar {}\n{}{}\n", text(name), word(kindOf(property, schema)),
                             text(description(property, schema)), required ? "" : "\nMay be left out.");
    }
    return items + ".El\n";
}

} // namespace

std::string catalogPage(const std::filesystem::path& schemaFile) {
    std::ifstream file(schemaFile);
    const Json schema = Json::parse(file);
    std::string page = app::mdoc::beginning("BES-STANDBY-CATALOG", 5, "bes-standby-catalog",
                                            "components, services and ports of a product") +
                       beginning + text(schema["description"].get<std::string>()) + "\n";
    page += ".Sh CATALOGUE\n" + list(schema, schema);
    for (const auto& [part, title] : {std::pair("component", "a component"),
                                      {"service", "a service"},
                                      {"port", "a port"},
                                      {"capture", "the rules of a capture"},
                                      {"registry_rule", "a value of the registry"},
                                      {"left_out_files", "files that are left out"}})
        page += fmt::format(".Ss Properties of {}\n{}", title, list(schema["$defs"][part], schema));
    return page + ending;
}

} // namespace bes::documents
