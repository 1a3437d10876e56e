// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "copy_text.hpp"
#include "database_use.hpp"
#include "documents.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "server_document.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::DatabaseUse;

namespace {

std::vector<std::string> valuesOfItem(const Call& call, NoteHandle handle, const char* item) {
    const stand_in::OpenNote* note = call.runtime().openNotes.find(handle);
    if (note == nullptr)
        call.panic(call.runtime().openNotes.complaint(handle));
    call.need(item, "the item's name");
    const std::vector<stand_in::Item> document =
        stand_in::documentsOf(call.scenario(), note->database)->at(note->document);
    const std::vector<std::string>* values = stand_in::valuesOf(document, stand_in::utf8Of(item));
    return values == nullptr ? std::vector<std::string>{} : *values;
}

} // namespace

Status NSFNoteOpen(DatabaseHandle database, NoteId note, Word, NoteHandle* handle) noexcept {
    const Call call("NSFNoteOpen");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    const std::size_t document = stand_in::documentOf(note);
    if (document >= stand_in::documentsOf(call.scenario(), use.open())->count())
        return call.status(use.server(), Code::notFound);
    call.store(handle, call.runtime().openNotes.add("NSFNoteOpen", {use.open(), document}));
    return 0;
}

Status NSFNoteClose(NoteHandle note) noexcept {
    const Call call("NSFNoteClose");
    if (call.runtime().openNotes.find(note) == nullptr)
        call.panic(call.runtime().openNotes.complaint(note));
    call.runtime().openNotes.remove(note);
    return 0;
}

Word NSFItemGetText(NoteHandle note, const char* item, char* buffer, Word size) noexcept {
    const Call call("NSFItemGetText");
    const std::vector<std::string> values = valuesOfItem(call, note, item);
    return static_cast<Word>(
        stand_in::copyText(values.empty() ? "" : stand_in::lmbcsOf(values.front()), buffer, size));
}

Word NSFItemGetTextListEntries(NoteHandle note, const char* item) noexcept {
    const Call call("NSFItemGetTextListEntries");
    return static_cast<Word>(valuesOfItem(call, note, item).size());
}

Word NSFItemGetTextListEntry(NoteHandle note, const char* item, Word entry, char* buffer,
                             Word size) noexcept {
    const Call call("NSFItemGetTextListEntry");
    const std::vector<std::string> values = valuesOfItem(call, note, item);
    return static_cast<Word>(
        stand_in::copyText(entry < values.size() ? stand_in::lmbcsOf(values[entry]) : "", buffer, size));
}

} // namespace bes::domino::notes
