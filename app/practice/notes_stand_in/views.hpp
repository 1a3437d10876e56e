// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "documents.hpp"

namespace stand_in {

/// The design of a view: whose items its columns show. The first column is the sorted one.
struct ViewDesign {
    const char* database; ///< path in lower case
    const char* name;
    std::vector<const char*> columns;
};

/// Note ID of a view: its place in this list. Where a column is not known (domino.md §3.3), the choice is
/// ours.
[[nodiscard]] const std::vector<ViewDesign>& viewDesigns();
[[nodiscard]] notes::NoteId viewNoteId(std::size_t design);
[[nodiscard]] const ViewDesign* viewOfNote(notes::NoteId id);

/// A view that is open: its rows stay as they were.
class OpenView {
public:
    OpenView(std::shared_ptr<const Scenario> scenario, const OpenDatabase& database,
             const ViewDesign& design);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] notes::NoteId noteId(std::size_t row) const { return noteIdOf(rows_[row]); }
    [[nodiscard]] std::vector<std::string> columns(std::size_t row) const;

    /// First row with the key and the number of rows with it; whole or the beginning, cases ignored or not.
    struct Match {
        std::size_t first, count;
    };
    [[nodiscard]] Match find(const std::string& key, bool partial, bool withoutCase) const;

private:
    std::shared_ptr<const Scenario> scenario_;
    const ViewDesign& design_;
    std::unique_ptr<Documents> documents_;
    std::vector<std::uint32_t> rows_;
};

using OpenViews = Handles<OpenView>;

} // namespace stand_in
