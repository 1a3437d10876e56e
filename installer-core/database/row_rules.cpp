// SPDX-License-Identifier: Apache-2.0
#include "database/row_rules.hpp"

#include <fmt/format.h>

#include "text/acceptable.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

constexpr auto what = "The BlackBerry Configuration Database can't be used";

} // namespace

void RowRules::begin(std::string row) {
    row_ = std::move(row);
    if (++rows_ > mostRows_ && judged_)
        judged_ = fail(ExitCode::database, "database.too-long", what,
                       fmt::format("{} has more than {} rows in {}", place_, mostRows_, table_),
                       "Check that it is the BlackBerry Configuration Database, and what wrote these rows.");
}

void RowRules::text(const char* column, const std::string& value) {
    if (const auto problem = wrongLine(value, longestColumn))
        refuse(column, *problem, value);
}

void RowRules::number(const char* column, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value < least || value > most)
        refuse(column, fmt::format("is not from {} to {}", least, most), std::to_string(value));
}

void RowRules::word(const char* column, const std::string& value, std::string_view one,
                    std::string_view other) {
    if (value != one && value != other)
        refuse(column, fmt::format("is neither {} nor {}", one, other), value);
}

void RowRules::refuse(const char* column, const std::string& problem, const std::string& value) {
    if (judged_)
        judged_ = fail(ExitCode::database, "database.text", what,
                       fmt::format("{}: {} in the row with {} of {} {}: \"{}\"", place_, column,
                                   shownText(row_), table_, problem, shownText(value)),
                       "Correct this row in the database, and find out what wrote it.");
}

} // namespace bes::database
