// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bes {

/// Where a property of a catalogue entry comes from: property name → "documented: …", "sibling: …"
/// (documented for a sibling product), "inferred: …", "recalled: …" or "own-design: …". A source such as
/// "bes.md §3.1" is a section of resources/facts/bes.md.
using Sources = std::map<std::string, std::string>;

/// Files of an installed server that belong to it alone, and so not into media.
struct LeftOutFiles {
    std::string files; ///< a pattern (text/name_pattern.hpp)
    std::string why;   ///< "logs"; continues "left out: "

    bool operator==(const LeftOutFiles&) const = default;
};

/// What a capture does with a value of the registry.
enum class RegistryUse {
    keep,    ///< comes along with the media
    version, ///< comes along, and says which version of the product it is
    server,  ///< belongs to that server alone: stays behind, and files that have it in them too
    ignore,  ///< stays behind
};

struct RegistryRule {
    std::string key;   ///< below the product's key; a pattern
    std::string value; ///< name of the value; a pattern
    RegistryUse use = RegistryUse::ignore;

    bool operator==(const RegistryRule&) const = default;
};

/// How media is made of the folder of an installed server. A value of the registry that no rule names stays
/// behind.
struct CaptureRules {
    std::string rest;        ///< package of the files that no component claims
    std::string registryKey; ///< the product's, below SOFTWARE of the local machine: "Research In Motion"
    std::vector<RegistryRule> registry;
    std::vector<LeftOutFiles> leftOut;
    Sources sources;

    bool operator==(const CaptureRules&) const = default;
};

[[nodiscard]] std::string_view toString(RegistryUse use);

} // namespace bes
