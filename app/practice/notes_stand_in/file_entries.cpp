// SPDX-License-Identifier: Apache-2.0
#include "file_entries.hpp"

#include <algorithm>

#include "files.hpp"
#include "times.hpp"

namespace stand_in {
namespace {

std::string fileName(const std::string& path) {
    return path.substr(path.rfind('\\') + 1);
}

} // namespace

bool isOfType(notes::Word mask, const std::string& path) {
    const std::string folded = foldedPath(path);
    const notes::Word type = mask & notes::fileTypeMask;
    if (type == notes::fileAny || type == notes::fileAnyNotes)
        return true;
    if (folded.ends_with(".nsf"))
        return type == notes::fileNsf || type == notes::fileReplicable;
    return folded.ends_with(".ntf") && (type == notes::fileTemplate || type == notes::fileReplicable);
}

// Which structure member carries what: domino.md §2.5.
SearchEntry databaseEntry(const Database& database, const Server& server, std::size_t number) {
    const notes::TimeDate modified = timeOf(database.modified, server.zone);
    SearchEntry entry;
    entry.match.id.file = timeOf(database.modified - static_cast<std::int64_t>(number) - 1);
    entry.match.id.note = database.replicaId;
    entry.match.originator.file = modified;
    entry.match.originator.sequenceTime = database.replicaId;
    entry.match.flags = notes::searchMatches;
    entry.items = {{"$TITLE", textValue(fileName(database.path))},
                   {"$Path", textValue(separated(database.path, server))},
                   {"$Type", textValue("$NOTEFILE")},
                   {"$Modified", timeValue(modified)},
                   {"$Length", numberValue(393'216)}};
    if (number % 7 != 3)
        entry.items.emplace_back("$Info", textValue(infoText(database)));
    std::rotate(entry.items.begin(),
                entry.items.begin() + static_cast<std::ptrdiff_t>(number % entry.items.size()),
                entry.items.end());
    return entry;
}

SearchEntry folderEntry(const std::string& path, const Server& server) {
    SearchEntry entry;
    entry.match.flags = notes::searchMatches;
    entry.items = {{"$TITLE", textValue(fileName(path))},
                   {"$Type", textValue("$DIR")},
                   {"$Path", textValue(separated(path, server))}};
    return entry;
}

SearchEntry decoyEntry(const std::string& folder, const Server& server) {
    Database database;
    database.path = folder + (folder.empty() ? "" : "\\") + "no-match.nsf";
    database.replicaId = {0xBAD, 0xBAD};
    SearchEntry entry = databaseEntry(database, server, 0);
    entry.match.flags = 0;
    return entry;
}

} // namespace stand_in
