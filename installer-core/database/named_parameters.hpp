// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace bes::database {

/// A statement with its parameters as ODBC takes them: a question mark for each, in this order.
struct PositionedStatement {
    std::string text;
    std::vector<std::string> names; ///< one that stands twice comes twice
};

/// Of a statement with parameters such as ":id", outside of texts in single quotes.
[[nodiscard]] PositionedStatement positioned(const std::string& statement);

} // namespace bes::database
