#pragma once

#include <span>
#include <string_view>

namespace bes::database {

/// resources/schema/sqlite/0001.sql and those that follow, built into the program.
[[nodiscard]] std::span<const std::string_view> sqliteMigrations();

} // namespace bes::database
