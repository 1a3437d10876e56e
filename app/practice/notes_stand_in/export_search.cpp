// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <memory>

#include "call.hpp"
#include "database_use.hpp"
#include "documents.hpp"
#include "exports.hpp"
#include "file_entries.hpp"
#include "runs.hpp"
#include "times.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::Database;
using stand_in::SearchEntry;

namespace {

/// What a search is asked for.
struct Search {
    Word flags;
    Word mask;
    const TimeDate* since;
    SearchCallback callback;
    void* context;
};

// Entries live for the call-back only, the summary at an odd address.
Status deliver(Call& call, const Search& search, const SearchEntry& entry) {
    const std::string table = stand_in::itemTable(entry.items);
    const auto summary = std::make_unique<char[]>(table.size() + 1);
    std::memcpy(summary.get() + 1, table.data(), table.size());
    const auto match = std::make_unique<SearchMatch>(entry.match);
    match->summaryLength = static_cast<Word>(table.size());
    const bool withSummary = (search.flags & searchSummary) != 0;
    call.unlock();
    const Status status =
        search.callback(search.context, match.get(), withSummary ? summary.get() + 1 : nullptr);
    call.lock();
    return status;
}

bool isSince(const TimeDate* since, const Database& database) {
    return since == nullptr || database.modified >= stand_in::unixSecondsOf(*since);
}

Status searchFolders(Call& call, const Search& search, const std::string& folder,
                     const stand_in::Server& server) {
    const bool onlyFolders = (search.mask & fileTypeMask) == fileDirectory;
    if (!onlyFolders && (search.mask & fileWithDirectories) == 0)
        return 0;
    std::vector<std::string> folders =
        stand_in::Files(call.scenario(), server).folders(folder, (search.mask & fileRecurse) != 0);
    if (!folder.empty() && (search.mask & fileWithoutParent) == 0)
        folders.insert(folders.begin(), "..");
    Status status = 0;
    for (std::size_t i = 0; i < folders.size() && status == 0; ++i)
        status = deliver(call, search, stand_in::folderEntry(folders[i], server));
    return status;
}

Status searchFiles(Call& call, const Search& search, const std::string& folder,
                   const stand_in::Server& server) {
    constexpr std::size_t beforeDecoy = 2;
    Status status = 0;
    std::size_t number = 0;
    const auto visit = [&](const Database& database) {
        if (!stand_in::isOfType(search.mask, database.path) || !isSince(search.since, database))
            return true;
        if (number == beforeDecoy)
            status = deliver(call, search, stand_in::decoyEntry(folder, server));
        if (status == 0)
            status = deliver(call, search, stand_in::databaseEntry(database, server, number++));
        return status == 0;
    };
    stand_in::Files(call.scenario(), server).forEachDatabase(folder, (search.mask & fileRecurse) != 0, visit);
    return status;
}

Status searchDocuments(Call& call, const Search& search, const stand_in::OpenDatabase& database) {
    const auto documents = stand_in::documentsOf(call.scenario(), database);
    Status status = 0;
    for (std::size_t i = 0; i < documents->count() && status == 0; ++i) {
        SearchEntry entry;
        entry.match.id.noteId = stand_in::noteIdOf(i);
        entry.match.noteClass = noteClassDocument;
        entry.match.flags = searchMatches;
        for (const stand_in::Item& item : documents->at(i))
            entry.items.emplace_back(item.name, item.values.size() == 1
                                                    ? stand_in::textValue(item.values.front())
                                                    : stand_in::textListValue(item.values));
        status = deliver(call, search, entry);
    }
    return status;
}

} // namespace

Status NSFSearch(DatabaseHandle database, FormulaHandle formula, char*, Word searchFlags, Word mask,
                 TimeDate* since, SearchCallback callback, void* context, TimeDate* until) noexcept {
    Call call("NSFSearch");
    const stand_in::DatabaseUse use(call, database);
    if (formula != 0)
        call.panic("there is no formula with the handle " + std::to_string(formula));
    if (callback == nullptr)
        call.panic("there is no call-back");
    if (const auto injected = call.injected())
        return *injected;
    const bool asDirectory = (searchFlags & searchFiletype) != 0;
    if (const auto problem = use.unusable(asDirectory))
        return *problem;
    if (until != nullptr)
        *until = stand_in::timeOf(static_cast<std::int64_t>(stand_in::unixTime()));
    const Search search{searchFlags, mask, since, callback, context};
    if (!asDirectory)
        return searchDocuments(call, search, use.open());
    const Status status = searchFolders(call, search, use.open().path, use.server());
    if (status != 0 || (mask & fileTypeMask) == fileDirectory)
        return status;
    return searchFiles(call, search, use.open().path, use.server());
}

} // namespace bes::domino::notes
