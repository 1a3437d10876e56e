// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bes::database {

/// The parts that a server is sent one by one: a line "GO" ends each, as the tools of SQL Server have it.
[[nodiscard]] std::vector<std::string> batchesOf(std::string_view script);

/// The script for another schema than dbo, in which it is written.
[[nodiscard]] std::string inSchema(std::string_view script, std::string_view schema);

/// The batch that makes a schema.
[[nodiscard]] std::string schemaCreation(std::string_view schema);

} // namespace bes::database
