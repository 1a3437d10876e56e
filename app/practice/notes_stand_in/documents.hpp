// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "open_databases.hpp"
#include "scenario.hpp"

namespace stand_in {

/// Item and its values.
struct Item {
    std::string name;
    std::vector<std::string> values;
};

/// The documents of a database, made when asked for.
class Documents {
public:
    virtual ~Documents() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual std::vector<Item> at(std::size_t index) const = 0;

    /// First value of an item, empty where there is none.
    [[nodiscard]] std::string text(std::size_t index, const std::string& item) const;
};

/// cldbdir.nsf has a document for each database of each server in the cluster, names.nsf one for each server,
/// others none. Refers to the scenario.
[[nodiscard]] std::unique_ptr<Documents> documentsOf(const Scenario& scenario, const OpenDatabase& database);

// Note IDs as Domino has them: multiples of four.
[[nodiscard]] constexpr notes::NoteId noteIdOf(std::size_t document) {
    return static_cast<notes::NoteId>(0x8FA + 4 * document);
}
[[nodiscard]] constexpr std::size_t documentOf(notes::NoteId id) {
    return (id - 0x8FA) / 4;
}

} // namespace stand_in
