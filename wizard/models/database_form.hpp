// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/request.hpp"

namespace bes::wizard {

/// A choice of an answer, with the words for it.
struct Choice {
    std::string value;
    std::string text;

    bool operator==(const Choice&) const = default;
};
/// What the database can be kept in.
[[nodiscard]] std::vector<Choice> databaseKinds();
/// What can be demanded of a connection to a server.
[[nodiscard]] std::vector<Choice> tlsDemands();

/// The page asks for this answer, "database.server", for such a database.
[[nodiscard]] bool asksFor(std::string_view answer, const DatabaseAddress& database);

/// Without what means nothing for such a database: the page keeps what was typed there, the answers do not.
[[nodiscard]] DatabaseAddress meant(DatabaseAddress typed);

/// What is said in fields that are empty.
[[nodiscard]] std::string serverHint(const DatabaseAddress& database);
[[nodiscard]] std::string partnerHint();
[[nodiscard]] std::string userHint(const DatabaseAddress& database);
/// What is said where the page asks for a password.
[[nodiscard]] std::string passwordHint(const DatabaseAddress& database);

} // namespace bes::wizard
