// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "call.hpp"
#include "database_use.hpp"
#include "exports.hpp"
#include "item_table.hpp"
#include "lmbcs.hpp"
#include "names.hpp"
#include "text_list.hpp"
#include "views.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::DatabaseUse;
using stand_in::OpenView;

namespace {

constexpr std::size_t mostBytes = 60'000; ///< of a buffer, whose length is 16 bits wide

OpenView& viewOf(const Call& call, CollectionHandle collection) {
    OpenView* view = call.runtime().views.find(collection);
    if (view == nullptr)
        call.panic(call.runtime().views.complaint(collection));
    if (!call.runtime().views.isOfThisThread(collection))
        call.panic("the view belongs to another thread");
    return *view;
}

template<typename Number>
void append(std::string& bytes, Number number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof raw);
}

// In the order of the header, as far as the checks may ask for it (domino.md §2.6).
std::string entryBytes(const OpenView& view, std::size_t row, DWord mask) {
    std::string bytes;
    if ((mask & readNoteId) != 0)
        append(bytes, view.noteId(row));
    if ((mask & readUniversalId) != 0)
        bytes.append(16, static_cast<char>(row));
    if ((mask & readNoteClass) != 0)
        append(bytes, noteClassDocument);
    if ((mask & readSiblings) != 0)
        append(bytes, static_cast<DWord>(view.size()));
    if ((mask & readSummaryValues) != 0) {
        std::vector<std::string> values;
        for (const std::string& column : view.columns(row))
            values.push_back(column.empty() ? "" : stand_in::textValue(column));
        bytes += stand_in::valueTable(values);
    }
    return bytes;
}

CollectionPosition positionOf(std::size_t row) {
    CollectionPosition position{};
    position.tumbler[0] = static_cast<DWord>(row + 1);
    return position;
}

} // namespace

Status NIFFindDesignNoteExt(DatabaseHandle database, const char* name, Word noteClass, const char* flags,
                            NoteId* note, DWord) noexcept {
    const Call call("NIFFindDesignNoteExt");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    if (noteClass != noteClassView || flags == nullptr || std::strcmp(flags, designNoteFlags) != 0)
        call.panic("only views are looked for as the macro does");
    const auto& designs = stand_in::viewDesigns();
    for (std::size_t i = 0; i < designs.size(); ++i) {
        if (stand_in::foldedPath(use.open().path) == designs[i].database &&
            stand_in::toLower(designs[i].name) == stand_in::toLower(stand_in::utf8Of(name))) {
            *note = stand_in::viewNoteId(i);
            return 0;
        }
    }
    return call.status(use.server(), Code::notFound);
}

Status NIFOpenCollection(DatabaseHandle view, DatabaseHandle documents, NoteId viewNote, Word, Handle,
                         CollectionHandle* collection, NoteHandle*, void*, Handle*, Handle*) noexcept {
    const Call call("NIFOpenCollection");
    const DatabaseUse use(call, view);
    const DatabaseUse documentsUse(call, documents);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    const stand_in::ViewDesign* design = stand_in::viewOfNote(viewNote);
    if (design == nullptr || stand_in::foldedPath(use.open().path) != design->database)
        return call.status(use.server(), Code::notFound);
    call.need(collection, "the variable for the view");
    *collection = static_cast<CollectionHandle>(call.runtime().views.add(
        "NIFOpenCollection", OpenView(call.snapshot(), documentsUse.open(), *design)));
    return 0;
}

Status NIFFindByName(CollectionHandle collection, const char* key, Word flags, CollectionPosition* position,
                     DWord* matches) noexcept {
    const Call call("NIFFindByName");
    const OpenView& view = viewOf(call, collection);
    call.need(key, "the key");
    if (const auto injected = call.injected())
        return *injected;
    const OpenView::Match match =
        view.find(stand_in::utf8Of(key), (flags & findPartial) != 0, (flags & findWithoutCase) != 0);
    if (match.count == 0)
        return static_cast<Status>(Code::notFound);
    if (position != nullptr)
        *position = positionOf(match.first);
    if (matches != nullptr)
        *matches = static_cast<DWord>(std::min<std::size_t>(match.count, 0xFFFF));
    return 0;
}

Status NIFReadEntries(CollectionHandle collection, CollectionPosition* position, Word skipNavigator,
                      DWord skip, Word returnNavigator, DWord count, DWord mask, Handle* buffer, Word* length,
                      DWord* skipped, DWord* returned, Word* signal) noexcept {
    const Call call("NIFReadEntries");
    const OpenView& view = viewOf(call, collection);
    call.need(position, "the position");
    if (const auto injected = call.injected())
        return *injected;
    if ((mask & ~(readNoteId | readUniversalId | readNoteClass | readSiblings | readSummaryValues)) != 0)
        call.panic("the stand-in can't give all of the mask");
    if (returnNavigator != navigateNext && returnNavigator != navigateNextDocument)
        call.panic("the stand-in can't navigate so");
    const std::size_t first = position->tumbler[0] + (skipNavigator == navigateCurrent ? 0 : skip);
    std::size_t row = first == 0 ? 0 : first - 1;
    const std::size_t begin = row;
    std::string bytes;
    for (; row < view.size() && row - begin < count && bytes.size() < mostBytes; ++row)
        bytes += entryBytes(view, row, mask);
    if (row > begin)
        *position = positionOf(row - 1);
    if (skipped != nullptr)
        *skipped = skipNavigator == navigateCurrent ? 0 : skip;
    if (returned != nullptr)
        *returned = static_cast<DWord>(row - begin);
    if (signal != nullptr)
        *signal = row < view.size() && row - begin < count ? signalMoreToDo : 0;
    if (length != nullptr)
        *length = static_cast<Word>(bytes.size());
    if (bytes.empty())
        call.store(buffer, 0);
    else
        call.give(buffer, bytes);
    return 0;
}

Status NIFCloseCollection(CollectionHandle collection) noexcept {
    const Call call("NIFCloseCollection");
    (void)viewOf(call, collection);
    call.runtime().views.remove(collection);
    return 0;
}

} // namespace bes::domino::notes
