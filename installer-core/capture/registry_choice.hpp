// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "capture/registry_file.hpp"
#include "model/capture_rules.hpp"
#include "model/captured_server.hpp"
#include "model/secret.hpp"

namespace bes::capture {

/// A text of the registry that is looked for in files, because no media may have it.
struct RegistrySecret {
    std::string name; ///< "the value SRPKey"
    Secret text;
};

/// What a capture takes of an exported registry, and what it learns of it.
struct ChosenRegistry {
    std::vector<ExportedRegistryValue> kept;     ///< sorted by key and name, the key below SOFTWARE
    std::vector<std::string> left;               ///< names of the product's other values, with their keys
    std::string version;                         ///< of the product; empty: unknown
    std::vector<std::string> serverNames;        ///< of the server, its computer and its account
    std::vector<RegistrySecret> secrets;         ///< what is called like a secret
    std::map<std::string, std::string> programs; ///< foldCase() of a service's name → path of its program
};

/// Whether the export has anything of the product.
[[nodiscard]] bool hasProduct(const RegistryKeys& keys, const CaptureRules& rules);

/// As the rules say. A 32-bit product on 64-bit Windows has its values below Wow6432Node: they count first. A
/// value that a rule keeps stays behind all the same where it looks like a key or is no plain text.
[[nodiscard]] ChosenRegistry chooseRegistry(const RegistryKeys& keys, const CaptureRules& rules);

/// "5.0.3.22": digits and dots.
[[nodiscard]] bool isVersion(std::string_view text);

} // namespace bes::capture
