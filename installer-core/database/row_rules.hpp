// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "model/failure.hpp"

namespace bes::database {

/// What of a table is taken at most; a site has hundreds of servers, each with some addresses and eleven
/// components.
inline constexpr std::size_t mostServers = 100'000;
inline constexpr std::size_t mostParts = 16 * mostServers;
/// Bytes of one text: the longest are names of computers and Domino servers.
inline constexpr std::size_t longestColumn = 1024;

/// Where rows of the BlackBerry Configuration Database enter. Whoever may write there must not be able to
/// write units and files of this computer, or steer the terminal of who looks: a row with a text that is not
/// one line, or with a number that its place does not have, is refused, and with it all that was read: what
/// the rest would say without that row is not known.
class RowRules {
public:
    /// `table` is what failures call it, `place` the database.
    RowRules(std::string place, std::string table, std::size_t mostRows = mostServers)
        : place_(std::move(place)), table_(std::move(table)), mostRows_(mostRows) {}

    /// The next row begins; `row` is how a person finds it ("Id 3").
    void begin(std::string row);
    void text(const char* column, const std::string& value);
    void number(const char* column, std::int64_t value, std::int64_t least, std::int64_t most);
    /// One of two words.
    void word(const char* column, const std::string& value, std::string_view one, std::string_view other);

    /// Failure database.text or database.too-long: the first thing that was wrong; then nothing more is to be
    /// read.
    [[nodiscard]] const Result<void>& judged() const { return judged_; }

private:
    void refuse(const char* column, const std::string& problem, const std::string& value);

    std::string place_;
    std::string table_;
    std::size_t mostRows_;
    std::string row_;
    std::size_t rows_ = 0;
    Result<void> judged_;
};

} // namespace bes::database
