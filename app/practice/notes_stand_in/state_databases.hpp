// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "scenario.hpp"
#include "spread.hpp"

namespace stand_in {

/// The state databases that one server has, made when asked for: a hundred thousand of them take no memory.
class StateDatabaseFiles {
public:
    StateDatabaseFiles(const StateDatabases& all, const StateDatabasesHere& here);

    [[nodiscard]] std::size_t count() const { return all_.count; }
    [[nodiscard]] const std::string& folder() const { return all_.folder; }
    /// None where the server lacks it.
    [[nodiscard]] std::optional<Database> at(std::size_t index) const;
    [[nodiscard]] std::optional<Database> named(std::string_view fileName) const;
    [[nodiscard]] std::optional<Database> withReplicaId(notes::TimeDate id) const;

private:
    [[nodiscard]] notes::TimeDate replicaId(std::size_t index, bool other) const;

    StateDatabases all_;
    StateDatabasesHere here_;
    Spread names_, replicaIds_, lot_;
    std::size_t missing_, stale_, other_, disabled_, unclustered_; ///< ends of their shares of the lot
};

} // namespace stand_in
