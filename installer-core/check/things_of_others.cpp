// SPDX-License-Identifier: Apache-2.0
#include "check/things_of_others.hpp"

#include <algorithm>

#include "model/findings.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::check {
namespace {

constexpr std::size_t mostNamed = 200;

/// "/etc/systemd/system/bes-router.service (file of alice, 7 bytes, 2026-11-27)"
std::string described(const ThingOfOthers& thing) {
    const Appearance& seen = thing.appearance;
    std::string text = utf8(thing.path) + " (" + std::string(toString(seen.type)) + " of " + thing.owner;
    if (seen.type == EntryType::file)
        text += ", " + formatBytes(seen.size, Rounding::up);
    if (!seen.leadsTo.empty())
        text += ", to " + seen.leadsTo;
    if (!seen.changed.empty())
        text += ", " + seen.changed.substr(0, seen.changed.find('T'));
    if (!thing.note.empty())
        text += ": " + thing.note;
    return text + ")";
}

} // namespace

std::string described(const Things& things) {
    std::vector<std::string> texts;
    for (const ThingOfOthers& thing : things)
        texts.push_back(described(thing));
    return listed(texts, mostNamed);
}

Things ofStanding(const Things& things, std::initializer_list<ThingOfOthers::Standing> wanted) {
    Things found;
    std::ranges::copy_if(things, std::back_inserter(found), [&](const ThingOfOthers& thing) {
        return std::ranges::count(wanted, thing.standing) > 0;
    });
    return found;
}

} // namespace bes::check
