// SPDX-License-Identifier: Apache-2.0
#include "output/explanation_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "host/root.hpp"
#include "model/system_words.hpp"
#include "output/document.hpp"

namespace bes::app {
namespace {

/// Where the catalogue names it: of a unit and a component the line with its id, of a port that of its number
/// behind the service.
std::size_t lineIn(const std::string& catalog, const Explanation& thing) {
    using enum Explanation::Kind;
    std::size_t at = std::string::npos;
    if (thing.kind == unit)
        at = catalog.find(fmt::format("\"unit\": \"{}\"", thing.thing));
    else if (thing.kind == component)
        at = catalog.find(fmt::format("\"id\": \"{}\"", thing.thing));
    else if (thing.kind == port) {
        // "components/ID/services/NAME/ports.listen.3101"
        const std::string service = thing.place.substr(thing.place.find("/services/") + 10);
        const std::size_t word = thing.place.rfind("/ports.") + 7;
        const std::string direction = thing.place.substr(word, thing.place.rfind('.') - word);
        at = catalog.find(fmt::format("\"name\": \"{}\"", service.substr(0, service.rfind('/'))));
        const std::string number =
            fmt::format("\"number\": {},", thing.thing.substr(0, thing.thing.find('/')));
        while (at != std::string::npos) {
            at = catalog.find(number, at + 1);
            const std::size_t said = catalog.find("\"direction\": \"", at);
            if (said == std::string::npos || catalog.compare(said + 14, direction.size(), direction) == 0)
                break;
        }
    }
    return at == std::string::npos
               ? 0
               : 1 + static_cast<std::size_t>(std::count(
                         catalog.begin(), catalog.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string placeOf(const Explanation& thing, const std::string& catalog) {
    const std::size_t line = lineIn(catalog, thing);
    return line == 0 ? thing.place : fmt::format("{}, line {}", thing.place, line);
}

std::string wordOf(Explanation::Kind kind) {
    return kind == Explanation::Kind::unit ? serviceWord(host::thisSystem()) : std::string(toString(kind));
}

void show(const Explanation& thing, const std::string& catalog, Page& page) {
    page.line(Row{{thing.thing, Tone::strong}, {fmt::format("  [{}]", wordOf(thing.kind)), Tone::faint}});
    page.paragraph(thing.meaning, 2);
    std::vector<Row> rows;
    for (const auto& [label, text] : {std::pair<const char*, std::string>{"component", thing.component},
                                      {"package", thing.package},
                                      {"media", thing.media},
                                      {"catalogue", placeOf(thing, catalog)},
                                      {"source", thing.source},
                                      {"run", thing.run},
                                      {"now", thing.state},
                                      {"undo", thing.undo},
                                      {"remedy", thing.remedy}})
        if (!text.empty())
            rows.push_back({label, text});
    page.table(rows);
}

} // namespace

void showExplanations(const std::vector<Explanation>& found, const std::string& catalog, Page& page) {
    for (const Explanation& thing : found) {
        if (&thing != &found.front())
            page.blank();
        show(thing, catalog, page);
    }
}

Json explanationsDocument(const std::string& word, const std::vector<Explanation>& found,
                          const std::string& catalog) {
    Json json = document("explanation");
    json["word"] = word;
    json["meanings"] = Json::array();
    for (const Explanation& thing : found)
        json["meanings"].push_back({{"kind", toString(thing.kind)},
                                    {"thing", thing.thing},
                                    {"meaning", thing.meaning},
                                    {"component", thing.component},
                                    {"package", thing.package},
                                    {"media", thing.media},
                                    {"catalogue_place", thing.place},
                                    {"catalogue_line", lineIn(catalog, thing)},
                                    {"source", thing.source},
                                    {"run", thing.run},
                                    {"state", thing.state},
                                    {"undo", thing.undo},
                                    {"remedy", thing.remedy}});
    return json;
}

} // namespace bes::app
