// SPDX-License-Identifier: Apache-2.0
#include "model/others.hpp"

#include <algorithm>
#include <array>

#include "model/catalog.hpp"
#include "model/json_text.hpp"
#include "model/others_json.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

bool hasUnit(const Component& component, const std::string& unit) {
    return std::ranges::any_of(component.services, [&](const Service& service) {
        return service.unit == unit && service.startPolicy != StartPolicy::runByDomino;
    });
}

bool concerns(const ThingOfOthers& thing, const std::vector<const Component*>& components,
              const Request& request) {
    if (thing.unit == places::standbyTarget || thing.unit == places::activeTarget)
        return true;
    if (!thing.unit.empty())
        return std::ranges::any_of(
            components, [&](const Component* component) { return hasUnit(*component, thing.unit); });
    const bool payload = places::isBelow(thing.path, request.installFolder) &&
                         !places::isBelow(thing.path, request.configurationFolder) &&
                         thing.path != request.configurationFolder;
    const std::string package =
        payload ? thing.path.lexically_relative(request.installFolder).begin()->string() : std::string();
    return package.empty() || package.starts_with('.') || packagesOf(components).contains(package);
}

} // namespace

std::vector<ThingOfOthers> thingsInTheWay(const std::vector<ThingOfOthers>& found,
                                          const std::vector<const Component*>& components,
                                          const Request& request) {
    std::vector<ThingOfOthers> things;
    std::ranges::copy_if(found, std::back_inserter(things),
                         [&](const ThingOfOthers& thing) { return concerns(thing, components, request); });
    return things;
}

std::string_view toString(ThingOfOthers::Standing standing) {
    using enum ThingOfOthers::Standing;
    switch (standing) {
    case inPlace:
        return "in-place";
    case inForce:
        return "in-force";
    case shadowed:
        return "shadowed";
    case everywhere:
        return "everywhere";
    case starts:
        return "starts";
    case ended:
        return "ended";
    case excludes:
        return "excludes";
    case fixed:
        break;
    }
    return "fixed";
}

std::string_view toString(EntryType type) {
    switch (type) {
    case EntryType::folder:
        return "folder";
    case EntryType::symbolicLink:
        return "symbolic link";
    case EntryType::socket:
        return "socket";
    case EntryType::pipe:
        return "pipe";
    case EntryType::device:
        return "device";
    case EntryType::file:
        break;
    }
    return "file";
}

EntryType entryTypeFromText(const std::string& text) {
    using enum EntryType;
    static constexpr std::array types{file, folder, symbolicLink, socket, pipe, device};
    return enumFromText(text, types, "type of what is at a place");
}

Json toJson(const Appearance& appearance) {
    Json json{{"type", toString(appearance.type)},
              {"mode", appearance.rights.text()},
              {"user", appearance.user},
              {"group", appearance.group},
              {"changed", appearance.changed}};
    if (appearance.type == EntryType::file) {
        json["size"] = appearance.size;
        json["sha256"] = appearance.sha256;
    }
    if (!appearance.leadsTo.empty())
        json["target"] = appearance.leadsTo;
    return json;
}

Appearance appearanceFromJson(const Json& json) {
    return {entryTypeFromText(json.at("type").get<std::string>()),
            Rights::fromText(json.at("mode").get<std::string>()),
            json.at("user").get<std::uint32_t>(),
            json.at("group").get<std::uint32_t>(),
            json.value("size", std::uint64_t{0}),
            json.value("sha256", ""),
            json.value("target", ""),
            json.value("changed", "")};
}

Json toJson(const std::vector<ThingOfOthers>& things) {
    Json json = Json::array();
    for (const ThingOfOthers& thing : things)
        json.push_back({{"path", utf8(thing.path)},
                        {"standing", toString(thing.standing)},
                        {"owner", thing.owner},
                        {"unit", thing.unit},
                        {"note", thing.note},
                        {"appearance", toJson(thing.appearance)}});
    return json;
}

Json toJson(const std::vector<KeptThing>& things) {
    Json json = Json::array();
    for (const KeptThing& thing : things)
        json.push_back({{"path", utf8(thing.path)},
                        {"place", utf8(thing.keptAt)},
                        {"appearance", toJson(thing.appearance)}});
    return json;
}

std::vector<KeptThing> keptThingsFromJson(const Json& json) {
    std::vector<KeptThing> things;
    for (const Json& entry : json)
        things.push_back({pathOf(entry.at("path").get<std::string>()),
                          pathOf(entry.at("place").get<std::string>()),
                          appearanceFromJson(entry.at("appearance"))});
    return things;
}

} // namespace bes
