// SPDX-License-Identifier: Apache-2.0
#include "state_databases.hpp"

#include <algorithm>
#include <tuple>

namespace bes::probe {

void StateDatabases::add(std::uint64_t replicaId, std::optional<std::int64_t> modified,
                         std::string_view name) {
    entries_.push_back({replicaId, modified.value_or(undated), static_cast<std::uint32_t>(names_.size()),
                        static_cast<std::uint32_t>(name.size())});
    names_ += name;
}

void StateDatabases::arrange() {
    std::ranges::sort(entries_, [this](const Entry& a, const Entry& b) {
        return std::tuple(a.replicaId, name(a)) < std::tuple(b.replicaId, name(b));
    });
}

} // namespace bes::probe
