// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bes::domino {

// Names of Domino servers without the Notes C API (domino.md §5.1), in UTF-8. Where the API is at hand its
// own DNCanonicalize is better: it knows the certifier's rules. A name without "/" is a flat name and stays
// one.

/// "Mail01/Srv/Acme" → "CN=Mail01/OU=Srv/O=Acme"; the labels of a canonical name become upper case, blanks
/// around the parts go. Of an abbreviated name with three or more parts a last one of two letters is taken
/// for the country, as the API guesses too.
[[nodiscard]] std::string canonicalName(std::string_view name);

/// "CN=Mail01/OU=Srv/O=Acme" → "Mail01/Srv/Acme".
[[nodiscard]] std::string abbreviatedName(std::string_view name);

/// "Mail01" of "CN=Mail01/O=Acme", of "Mail01/Acme" and of "Mail01".
[[nodiscard]] std::string commonName(std::string_view name);

/// Compared as canonical names, without case; "CN=Mail01" and "Mail01" are the same flat name.
[[nodiscard]] bool sameServer(std::string_view a, std::string_view b);

/// For names of clusters and domains, and replica IDs; blanks around don't count.
[[nodiscard]] bool sameIgnoringCase(std::string_view a, std::string_view b);

/// Index of the server that is meant by `wanted`. A flat name, as the dialogs of BlackBerry may show it, also
/// means the one server with that common name; empty where it fits none or several.
[[nodiscard]] std::optional<std::size_t> findServer(const std::vector<std::string>& names,
                                                    std::string_view wanted);

} // namespace bes::domino
