// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bes::domino {

/// What the view ($Clusters) of the Domino Directory says of a server.
struct DirectoryRow {
    std::string server;  ///< canonical
    std::string cluster; ///< empty: in none

    bool operator==(const DirectoryRow&) const = default;
};

/// A part of the view, as the server writes it to ReadViewEntries with OutputFormat=JSON (domino.md §4).
struct DirectoryPage {
    struct Entry {
        std::string position;            ///< in the view, "12"
        std::optional<DirectoryRow> row; ///< empty where a column is missing, as in a category
    };
    std::vector<Entry> entries;
    std::optional<std::uint64_t> total; ///< entries of the view
};

/// Empty where the text is not of this form.
[[nodiscard]] std::optional<DirectoryPage> parseDirectoryPage(std::string_view json);

} // namespace bes::domino
