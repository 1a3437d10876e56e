// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace bes {

/// A value of the registry as it was on the server that media was captured from.
struct ExportedRegistryValue {
    std::string key;  ///< below SOFTWARE of the local machine, with '\' between the names
    std::string name; ///< empty: the default value of the key
    std::string type; ///< "REG_SZ"
    /// Of REG_MULTI_SZ its texts, of others one: numbers are decimal, bytes hexadecimal.
    std::vector<std::string> data;

    bool operator==(const ExportedRegistryValue&) const = default;
};

/// What was read of the server that media was captured from, without what belongs to that server alone.
struct CapturedServer {
    std::string version;  ///< of the product; empty: unknown
    std::string language; ///< of its programs: "en", or Windows' number; empty: unknown
    std::vector<ExportedRegistryValue> registry; ///< sorted by key and name

    bool operator==(const CapturedServer&) const = default;
};

} // namespace bes
