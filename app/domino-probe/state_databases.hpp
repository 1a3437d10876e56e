// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bes::probe {

/// The state databases of one server, of which there are as many as users: kept in few bytes each.
class StateDatabases {
public:
    struct Entry {
        std::uint64_t replicaId = 0;
        std::int64_t modified = 0; ///< hundredths of a second since 1970, or undated
        std::uint32_t nameAt = 0;
        std::uint32_t nameLength = 0;
    };
    static constexpr std::int64_t undated = INT64_MIN;

    /// `name` is the file's, in LMBCS, without the folder that is common to all.
    void add(std::uint64_t replicaId, std::optional<std::int64_t> modified, std::string_view name);
    /// Sorts by replica ID. After the last add().
    void arrange();

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] std::string_view name(const Entry& entry) const {
        return std::string_view(names_).substr(entry.nameAt, entry.nameLength);
    }

private:
    std::vector<Entry> entries_;
    std::string names_;
};

} // namespace bes::probe
