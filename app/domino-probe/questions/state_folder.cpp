// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>

#include "bytes.hpp"
#include "database.hpp"
#include "item_table.hpp"
#include "notes_time.hpp"
#include "questions.hpp"
#include "state_search.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

constexpr std::string_view databaseEnding = ".nsf";

bool isDatabase(std::string_view name) {
    return name.size() > databaseEnding.size() &&
           sameName(name.substr(name.size() - databaseEnding.size()), databaseEnding);
}

/// The name of the file: of $Path ("BES\State\00000001.nsf"), or $TITLE. Empty for a folder.
std::string_view fileName(const void* summary) {
    if (textItem(summary, "$Type") == "$DIR")
        return {};
    const std::string_view path =
        textItem(summary, "$Path").value_or(textItem(summary, "$TITLE").value_or(""));
    const auto separator = path.find_last_of("\\/");
    return separator == std::string_view::npos ? path : path.substr(separator + 1);
}

/// For each file. Searching a folder, the match has the replica ID and the modified time where it has the IDs
/// of documents otherwise (domino.md §2.5).
notes::Status BES_NOTES_CALL take(void* context, const notes::SearchMatch* place, const void* summary) {
    try {
        const auto match = valueAt<notes::SearchMatch>(place);
        const std::string_view name = fileName(summary);
        if ((match.flags & notes::searchMatches) != 0 && isDatabase(name))
            static_cast<StateDatabases*>(context)->add(replicaIdOf(match.id.note),
                                                       hundredths(match.originator.file), name);
        return 0;
    } catch (const std::exception&) { // no memory: nothing may fly through the runtime
        return static_cast<notes::Status>(notes::Code::outOfMemory);
    }
}

tl::expected<StateDatabases, Reason> search(const Asking& asking, Role role) {
    const auto& server = asking.servers.of(role);
    if (!server)
        return tl::unexpected(server.error());
    const auto folder = Database::open(asking.api, *server, asking.settings.stateFolder);
    if (!folder)
        return tl::unexpected(folder.error());
    StateDatabases found;
    const notes::Status status =
        asking.api.NSFSearch(folder->handle(), 0, nullptr, notes::searchFiletype | notes::searchSummary,
                             notes::fileNsf | notes::fileWithoutParent, nullptr, take, &found, nullptr);
    if (notes::codeOf(status) != notes::Code::none)
        return tl::unexpected(reasonOf(asking.api, status, "NSFSearch"));
    found.arrange();
    return found;
}

std::string newestOf(const StateDatabases& databases) {
    std::int64_t newest = StateDatabases::undated;
    for (const StateDatabases::Entry& entry : databases.entries())
        newest = std::max(newest, entry.modified);
    return newest == StateDatabases::undated ? std::string() : isoTime(newest);
}

} // namespace

const tl::expected<StateDatabases, Reason>& stateDatabases(Asking& asking, Role role) {
    auto& found = asking.stateDatabases.of(role);
    if (!found)
        found = search(asking, role);
    return *found;
}

Reply<StateFolder> askStateFolder(Asking& asking, Role role) {
    const auto& found = stateDatabases(asking, role);
    if (found)
        return Reply<StateFolder>::yes({found->entries().size(), newestOf(*found)});
    return found.error().kind == ReasonClass::absent ? Reply<StateFolder>::no(found.error())
                                                     : Reply<StateFolder>::unknown(found.error());
}

} // namespace bes::probe
