// SPDX-License-Identifier: Apache-2.0
#include "views.hpp"

#include <algorithm>

#include "names.hpp"

namespace stand_in {
namespace {

constexpr notes::NoteId firstViewNote = 0x11A;

} // namespace

const std::vector<ViewDesign>& viewDesigns() {
    static const std::vector<ViewDesign> designs{
        {"cldbdir.nsf", "($ReplicaID)", {"ReplicaID", "Title", "Server", "PathName"}},
        {"cldbdir.nsf", "($Pathname)", {"PathName", "Server", "Title", "ReplicaID"}},
        {"cldbdir.nsf", "($Server)", {"Server", "PathName", "Title", "ReplicaID"}},
        {"names.nsf", "($Servers)", {"ServerName", "Domain", "ClusterName"}},
        {"names.nsf", "($Clusters)", {"ClusterName", "ServerName"}},
    };
    return designs;
}

notes::NoteId viewNoteId(std::size_t design) {
    return static_cast<notes::NoteId>(firstViewNote + 4 * design);
}

const ViewDesign* viewOfNote(notes::NoteId id) {
    const std::size_t design = (id - firstViewNote) / 4;
    return design < viewDesigns().size() && viewNoteId(design) == id ? &viewDesigns()[design] : nullptr;
}

OpenView::OpenView(std::shared_ptr<const Scenario> scenario, const OpenDatabase& database,
                   const ViewDesign& design)
    : scenario_(std::move(scenario)), design_(design), documents_(documentsOf(*scenario_, database)) {
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    for (std::uint32_t i = 0; i < documents_->count(); ++i)
        keys.emplace_back(toLower(documents_->text(i, design.columns.front())), i);
    std::sort(keys.begin(), keys.end());
    rows_.reserve(keys.size());
    for (const auto& [key, document] : keys)
        rows_.push_back(document);
}

std::vector<std::string> OpenView::columns(std::size_t row) const {
    std::vector<std::string> values;
    values.reserve(design_.columns.size());
    for (const char* item : design_.columns)
        values.push_back(documents_->text(rows_[row], item));
    return values;
}

OpenView::Match OpenView::find(const std::string& key, bool partial, bool withoutCase) const {
    const std::string wanted = toLower(key);
    const auto begins =
        std::lower_bound(rows_.begin(), rows_.end(), wanted, [&](std::uint32_t row, const std::string& text) {
            return toLower(documents_->text(row, design_.columns.front())) < text;
        });
    std::size_t count = 0;
    for (auto row = begins; row != rows_.end(); ++row, ++count) {
        std::string text = documents_->text(*row, design_.columns.front());
        if (partial)
            text = text.substr(0, key.size());
        if (withoutCase ? toLower(text) != wanted : text != key)
            break;
    }
    return {static_cast<std::size_t>(begins - rows_.begin()), count};
}

} // namespace stand_in
