// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Names of Domino servers, in UTF-8. The stand-in's own rules, after domino.md §5.1: the checks have theirs.
namespace stand_in {

/// Upper and lower case, ASCII and Latin-1.
[[nodiscard]] std::string toUpper(std::string_view text);
[[nodiscard]] std::string toLower(std::string_view text);

/// "CN=Mail01/O=Acme" of "Mail01/Acme". A name without "/" stays; one that ends in "/" takes the rest from
/// `like`.
[[nodiscard]] std::string canonical(std::string_view name, std::string_view like = {});

/// "Mail01/Acme" of "CN=Mail01/O=Acme".
[[nodiscard]] std::string abbreviated(std::string_view name);

/// Whether both name the same server, whatever their case and form.
[[nodiscard]] bool sameName(std::string_view left, std::string_view right);

} // namespace stand_in
