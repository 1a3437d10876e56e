// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "detect/place_look.hpp"
#include "detect/unit_folders.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"

// What stands where systemd looks for units for those of setup's.

namespace bes::detect {
namespace {

namespace fs = std::filesystem;
using Standing = ThingOfOthers::Standing;
using Units = std::set<std::string>;

void lookAtUnitsThemselves(PlaceLook& look, const Units& units, const UnitFolders& folders) {
    for (const std::string& unit : units) {
        look.atFile(places::unitFolder / unit, unit);
        for (const fs::path& folder : folders.hiding)
            look.add(folder / unit, Standing::fixed, unit, "hides the unit that setup installs");
        for (const fs::path& folder : folders.hidden)
            look.add(folder / unit, Standing::shadowed, unit, "hidden by the unit that setup installs");
    }
}

/// The folders in which others add to a unit.
void lookForAdditions(PlaceLook& look, const fs::path& folder, const std::string& unit) {
    for (const char* ending : {".d", ".wants", ".requires", ".upholds"})
        look.add(folder / (unit + ending), Standing::inForce, unit, "adds to the unit");
}

/// The unit of setup's that a link stands for, by its name or by what it leads to; empty: none.
std::string unitOf(PlaceLook& look, const fs::path& link, const Units& units) {
    if (units.contains(utf8(link.filename())))
        return utf8(link.filename());
    const auto there = look.entry(link);
    const std::string target =
        there && there->link() ? utf8(pathOf(there->appearance.leadsTo).filename()) : std::string();
    return units.contains(target) ? target : std::string();
}

/// The names by which additions reach several units: "bes-mds-.service" and "bes-.service" for
/// bes-mds-connection.service.
Units prefixesOf(const std::string& unit) {
    const std::size_t type = unit.rfind('.');
    Units prefixes;
    for (std::size_t dash = unit.find('-'); dash < type; dash = unit.find('-', dash + 1))
        prefixes.insert(unit.substr(0, dash + 1) + unit.substr(type));
    prefixes.erase(unit);
    return prefixes;
}

/// Additions to several units at once. Those to all services or targets are the system's own way, as a
/// package or the administrator wants it: they are only told.
void lookForSharedAdditions(PlaceLook& look, const fs::path& folder, const Units& units) {
    Units prefixes;
    Units types;
    for (const std::string& unit : units) {
        prefixes.merge(prefixesOf(unit));
        types.insert(unit.substr(unit.rfind('.') + 1));
    }
    for (const std::string& prefix : prefixes)
        look.add(folder / (prefix + ".d"), Standing::inForce, {}, "adds to all units of this beginning");
    for (const std::string& type : types)
        look.add(folder / (type + ".d"), Standing::everywhere, {}, fmt::format("adds to every {}", type));
}

/// Other names of setup's units, and links that start them with something else. Only those in unitFolder can
/// be moved away: what packages and generators bring would come again.
void lookForLinks(PlaceLook& look, const fs::path& folder, const Units& units) {
    const Standing standing = folder == places::unitFolder ? Standing::inPlace : Standing::fixed;
    for (const fs::path& path : look.entriesOf(folder)) {
        if (units.contains(utf8(path.filename())))
            continue;
        if (!pullsIn(path)) {
            if (const std::string unit = unitOf(look, path, units); !unit.empty())
                look.add(path, standing, unit, "another name of " + unit);
            continue;
        }
        const std::string puller = utf8(path.stem());
        if (units.contains(puller))
            continue;
        for (const fs::path& link : look.entriesOf(path))
            if (const std::string unit = unitOf(look, link, units); !unit.empty())
                look.add(link, standing, unit, fmt::format("starts {} with {}", unit, puller));
    }
}

} // namespace

void lookAtUnits(PlaceLook& look, const Units& units) {
    Units others;
    std::ranges::copy_if(units, std::inserter(others, others.end()), [&](const std::string& unit) {
        return !look.isRecorded(places::unitFolder / unit);
    });
    if (others.empty())
        return;
    const UnitFolders folders = unitFolders(look.root());
    lookAtUnitsThemselves(look, others, folders);
    for (const fs::path& folder : folders.all()) {
        for (const std::string& unit : others)
            lookForAdditions(look, folder, unit);
        lookForSharedAdditions(look, folder, others);
        lookForLinks(look, folder, others);
    }
}

} // namespace bes::detect
