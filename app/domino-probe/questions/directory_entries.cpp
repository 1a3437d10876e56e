// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>
#include <map>
#include <optional>

#include "bytes.hpp"
#include "database.hpp"
#include "domino/server_name.hpp"
#include "item_table.hpp"
#include "lmbcs.hpp"
#include "questions.hpp"
#include "state_comparison.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

struct Search {
    const Asking& asking;
    DirectoryEntries found;
    std::map<std::string, std::optional<Role>, std::less<>> roles; ///< of the names that came already
};

char folded(char c) {
    if (c == '/')
        return '\\';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isBelow(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && folded(path[folder.size()]) == '\\' &&
           std::ranges::equal(path.substr(0, folder.size()), folder, {}, folded, folded);
}

/// Whether the document is about one of the two servers, and which.
std::optional<Role> serverOf(const Asking& asking, std::string_view name) {
    const ServerName server = canonicalServer(asking.api, name);
    for (const Role role : {Role::primary, Role::standby})
        if (asking.servers.of(role) && sameServer(asking.api, server, *asking.servers.of(role)))
            return role;
    return std::nullopt;
}

void count(Search& search, const void* summary) {
    const std::string_view path = textItem(summary, "PathName").value_or("");
    if (!isBelow(path, search.asking.settings.stateFolder))
        return;
    const std::string_view name = textItem(summary, "Server").value_or("");
    auto known = search.roles.find(name);
    if (known == search.roles.end())
        known = search.roles.emplace(name, serverOf(search.asking, name)).first;
    const auto role = known->second;
    if (!role)
        return;
    DirectoryEntries& found = search.found;
    ++(*role == Role::primary ? found.primary : found.standby);
    const bool off = textItem(summary, "ClusterReplicate") == "0";
    const bool outOfService = textItem(summary, "DatabaseOutOfService") == "1";
    const bool marked = textItem(summary, "MarkedForDelete") == "1";
    found.switchedOff += off ? 1 : 0;
    found.outOfService += outOfService ? 1 : 0;
    found.markedForDelete += marked ? 1 : 0;
    if ((off || outOfService || marked) && found.examples.size() < exampleLimit)
        found.examples.push_back(abbreviatedName(toUtf8(search.asking.api, name)) + "!!" +
                                 toUtf8(search.asking.api, path));
}

notes::Status BES_NOTES_CALL take(void* context, const notes::SearchMatch* match, const void* summary) {
    try {
        if ((valueAt<notes::SearchMatch>(match).flags & notes::searchMatches) != 0)
            count(*static_cast<Search*>(context), summary);
        return 0;
    } catch (const std::exception&) { // no memory: nothing may fly through the runtime
        return static_cast<notes::Status>(notes::Code::outOfMemory);
    }
}

tl::expected<DirectoryEntries, Reason> read(const Asking& asking, const ServerName& server) {
    const auto database = Database::open(asking.api, server, "cldbdir.nsf");
    if (!database)
        return tl::unexpected(database.error());
    Search search{asking, {}, {}};
    search.found.readFrom = server.text;
    // No formula: every document. (Recalled only, domino.md §2.6; the items: domino.md §3.3.)
    const notes::Status status =
        asking.api.NSFSearch(database->handle(), 0, nullptr, notes::searchSummary, notes::noteClassDocument,
                             nullptr, take, &search, nullptr);
    if (notes::codeOf(status) != notes::Code::none)
        return tl::unexpected(reasonOf(asking.api, status, "NSFSearch"));
    return std::move(search.found);
}

} // namespace

/// The cluster directory of the own server is at hand; where that can't be read, that of the primary says the
/// same.
Reply<DirectoryEntries> askDirectoryEntries(const Asking& asking) {
    std::optional<Reason> reason;
    for (const Role role : {Role::standby, Role::primary}) {
        const auto& server = asking.servers.of(role);
        auto found = server ? read(asking, *server) : tl::unexpected(server.error());
        if (found) {
            const bool allOn =
                found->switchedOff == 0 && found->outOfService == 0 && found->markedForDelete == 0;
            return allOn ? Reply<DirectoryEntries>::yes(std::move(*found))
                         : Reply<DirectoryEntries>::no(std::move(*found));
        }
        if (!reason)
            reason = found.error();
    }
    return Reply<DirectoryEntries>::unknown(std::move(*reason));
}

} // namespace bes::probe
