// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <soci/soci.h>

#include "journal/journal.hpp"
#include "journal/journal_failure.hpp"

namespace bes::journal {

// Inside the journal: its file, and how every statement is guarded.

/// Throws std::invalid_argument for a number that is none of the values up to `last`.
template<class Enum>
Enum valueOf(int number, Enum last) {
    if (number < 0 || number > static_cast<int>(last))
        throw std::invalid_argument("unknown number in the journal");
    return static_cast<Enum>(number);
}

struct Journal::State {
    soci::session sql;
    std::filesystem::path path;

    /// Runs `act` and turns what SOCI throws into a Failure.
    template<class Act>
    auto guarded(Act act) -> Result<decltype(act())> {
        try {
            if constexpr (std::is_void_v<decltype(act())>) {
                act();
                return {};
            } else {
                return act();
            }
        } catch (const std::exception&) {
            return fail(handledFailure(path));
        }
    }

    /// Throws std::invalid_argument for the database of somebody else.
    int version();
    /// Makes the tables that are missing.
    void prepare();

    std::optional<std::string> runIn(const std::string& state);
    void moveRun(const std::string& run, const std::string& state);
    /// The same, with the time, in one transaction.
    void end(const std::string& run, const std::string& state);

    /// The tables of records are there: a journal that only an older setup has written has none.
    bool hasRecords();
    void makeRecords();
    void recordBegin(const std::string& run, const RunOrigin& origin);
    void recordStep(const std::string& run, int step, StepState state);
};

} // namespace bes::journal
