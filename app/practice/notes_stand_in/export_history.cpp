// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "call.hpp"
#include "database_use.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "times.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::DatabaseUse;
using stand_in::HistoryEntry;

namespace {

// Entries, then the names they point to.
std::string historyBuffer(const std::vector<HistoryEntry>& history, unsigned zone) {
    std::string entries, names;
    for (const HistoryEntry& entry : history) {
        const std::string server = stand_in::lmbcsOf(entry.server);
        const std::string file = stand_in::lmbcsOf(entry.file);
        ReplicationHistory raw{};
        raw.time = stand_in::timeOf(entry.time, zone);
        raw.direction = static_cast<Word>(entry.direction);
        raw.serverNameOffset = static_cast<DWord>(history.size() * sizeof raw + names.size());
        raw.serverNameLength = static_cast<Word>(server.size());
        raw.fileNameLength = static_cast<Word>(file.size());
        char bytes[sizeof raw];
        std::memcpy(bytes, &raw, sizeof raw);
        entries.append(bytes, sizeof bytes);
        names.append(server).append("!!").append(file).push_back('\0');
    }
    return entries + names;
}

} // namespace

Status NSFDbGetReplHistorySummary(DatabaseHandle database, DWord flags, Handle* history,
                                  DWord* count) noexcept {
    const Call call("NSFDbGetReplHistorySummary");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    std::vector<HistoryEntry> entries = use.database().history;
    if (entries.empty())
        return call.status(use.server(), Code::nothingThere);
    if ((flags & historySortedByDate) != 0)
        std::stable_sort(
            entries.begin(), entries.end(),
            [](const HistoryEntry& left, const HistoryEntry& right) { return left.time > right.time; });
    *count = static_cast<DWord>(entries.size());
    call.give(history, historyBuffer(entries, use.server().zone));
    return 0;
}

} // namespace bes::domino::notes
