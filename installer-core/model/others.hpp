// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/request.hpp"
#include "model/rights.hpp"

namespace bes {

struct Component;

enum class EntryType { file, folder, symbolicLink, socket, pipe, device };

/// What can be seen of a file, folder, link or whatever else without changing it.
struct Appearance {
    EntryType type = EntryType::file;
    Rights rights;
    std::uint32_t user = 0, group = 0;
    std::uint64_t size = 0;   ///< of a file
    std::string sha256 = {};  ///< of a file that could be read
    std::string leadsTo = {}; ///< of a symbolic link, for people: not always its very bytes
    std::string changed = {}; ///< UTC, ISO 8601

    bool operator==(const Appearance&) const = default;
};

/// It stands in a place of setup's, or has to do with its units, and no receipt knows it.
struct ThingOfOthers {
    enum class Standing {
        inPlace,    ///< where setup puts something of its own: it can be kept elsewhere
        inForce,    ///< adds to our units, which it goes on doing where it is
        shadowed,   ///< a unit that ours hides for as long as it is installed
        fixed,      ///< setup can't move it, or its own would not take effect: a person has to
        everywhere, ///< adds to every unit of a kind, ours among them
        starts,     ///< a unit, or an addition to one, that starts one of ours which setup leaves alone
        ended,      ///< the same, of a unit that runs and that systemd ends when one of ours starts
        excludes,   ///< the same, of a unit that does not run, and can't beside one of ours
    };

    std::filesystem::path path; ///< as the installed computer sees it
    Standing standing = Standing::inPlace;
    Appearance appearance;
    std::string owner; ///< name, or number where there is none
    std::string unit;  ///< of ours, which it concerns; empty: it concerns all units, or the path tells
    std::string note;  ///< what else a person should know, e.g. "a mount point"

    bool operator==(const ThingOfOthers&) const = default;
};

/// Something of others that setup moved out of its way. It comes back when the standby is removed.
struct KeptThing {
    std::filesystem::path path;   ///< where it stood
    std::filesystem::path keptAt; ///< where it is kept
    Appearance appearance;

    bool operator==(const KeptThing&) const = default;
};

/// Of all that was found, what concerns a standby with these components.
[[nodiscard]] std::vector<ThingOfOthers> thingsInTheWay(const std::vector<ThingOfOthers>& found,
                                                        const std::vector<const Component*>& components,
                                                        const Request& request);

[[nodiscard]] std::string_view toString(ThingOfOthers::Standing standing);
/// As a person says it: "symbolic link".
[[nodiscard]] std::string_view toString(EntryType type);

} // namespace bes
