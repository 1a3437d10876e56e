// SPDX-License-Identifier: Apache-2.0
#include "domino/http_directory.hpp"

#include <algorithm>
#include <string_view>

#include "domino/server_name.hpp"
#include "host/http.hpp"
#include "model/server.hpp"

namespace bes::domino {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* view = "($Clusters)";
constexpr int entriesPerPage = 1000;
constexpr int mostPages = 100;

Reason reasonOf(ReasonClass kind, std::string text) {
    return {.kind = kind, .source = view, .text = std::move(text)};
}

Reason reasonOf(const Failure& failure) {
    const bool silent = failure.id == "http.connect" || failure.id == "http.timeout";
    return reasonOf(silent ? ReasonClass::unreachable : ReasonClass::unexpected,
                    failure.what + ": " + failure.why + ". " + failure.remedy);
}

bool has(std::string_view text, std::string_view word) {
    return !std::ranges::search(text, word, [](char a, char b) {
                return sameName({&a, 1}, {&b, 1});
            }).empty();
}

/// A login form comes with status 200.
std::optional<Reason> problemOfPage(const host::HttpAnswer& answer) {
    const auto begin = answer.body.find_first_not_of(" \t\r\n");
    if (answer.contentType != "text/html" && (begin == std::string::npos || answer.body[begin] != '<'))
        return std::nullopt;
    if (has(answer.body, "?login") || has(answer.body, "type=\"password\"") ||
        has(answer.body, "type=password"))
        return reasonOf(ReasonClass::noAccess,
                        "The Domino server answers HTTP with its login form: check the account and its "
                        "password, and that the server takes basic authentication for names.nsf, also where "
                        "it has session authentication");
    return reasonOf(ReasonClass::unexpected,
                    "The server answers HTTP with a web page instead of the Domino Directory's data: check "
                    "that the URL is that of a Domino server");
}

std::optional<Reason> problemOf(const host::HttpAnswer& answer) {
    switch (answer.status) {
    case 200:
        return problemOfPage(answer);
    case 401:
        return reasonOf(ReasonClass::noAccess, "The Domino server refuses the account for HTTP or its "
                                               "password (status 401): check both");
    case 403:
        return reasonOf(ReasonClass::noAccess,
                        "The account for HTTP has no permission to read the Domino Directory "
                        "(status 403): give it Reader access to names.nsf");
    case 404:
        return reasonOf(ReasonClass::absent, "The server has no names.nsf with the view ($Clusters) for HTTP "
                                             "(status 404): check that the URL is that of a Domino server");
    default:
        break;
    }
    if (has(answer.body, "not authorized to access that database"))
        return reasonOf(ReasonClass::noAccess,
                        "The Domino Directory can't be opened by HTTP: its property \"Don't allow URL open\" "
                        "is set, or the account has no access to names.nsf");
    return reasonOf(ReasonClass::unexpected, "The Domino server answers HTTP with status " +
                                                 std::to_string(answer.status) +
                                                 ": check its console for the reason");
}

/// Pages overlap by one entry: where the last one ended the next one has to begin.
class Pages {
public:
    explicit Pages(const HttpDirectory& directory)
        : directory_(directory), deadline_(Clock::now() + directory.limit) {
        while (directory_.url.ends_with('/'))
            directory_.url.pop_back();
    }

    DirectoryList readAll() {
        for (int page = 0; page < mostPages && !complete_; ++page)
            if (auto problem = readNext())
                return {{}, std::move(problem)};
        if (!complete_)
            return {{}, reasonOf(ReasonClass::unexpected, "The view ($Clusters), read by HTTP, is endless")};
        return {std::move(rows_), std::nullopt};
    }

private:
    std::optional<Reason> readNext() {
        host::HttpRequest request{directory_.url + "/names.nsf/" + view +
                                      "?ReadViewEntries&OutputFormat=JSON&Count=" +
                                      std::to_string(entriesPerPage) + "&Start=" + start_,
                                  directory_.user, directory_.password};
        request.limit = std::max(std::chrono::ceil<std::chrono::milliseconds>(deadline_ - Clock::now()),
                                 std::chrono::milliseconds(1));
        const auto answer = host::fetch(request);
        if (!answer)
            return reasonOf(answer.error());
        if (auto problem = problemOf(*answer))
            return problem;
        const auto page = parseDirectoryPage(answer->body);
        if (!page || (!page->entries.empty() && page->entries.front().position != start_))
            return reasonOf(ReasonClass::unexpected,
                            "What the server answers HTTP is not the list of the view "
                            "($Clusters) as Domino writes it, or cut off");
        take(*page);
        return std::nullopt;
    }

    void take(const DirectoryPage& page) {
        for (const DirectoryPage::Entry& entry : page.entries)
            if (entry.row && (isFirst_ || entry.position != start_))
                rows_.push_back(*entry.row);
        complete_ = page.entries.empty() || page.entries.back().position == start_ ||
                    (page.total && page.entries.back().position == std::to_string(*page.total));
        if (!page.entries.empty())
            start_ = page.entries.back().position;
        isFirst_ = false;
    }

    HttpDirectory directory_;
    Clock::time_point deadline_;
    std::string start_ = "1";
    bool isFirst_ = true;
    bool complete_ = false;
    std::vector<DirectoryRow> rows_;
};

template<class T>
Reply<T> byHttp(Reply<T> answer) {
    answer.witness = Witness::http;
    return answer;
}

/// The server's row, or why there is none that can be used.
struct Found {
    const DirectoryRow* row = nullptr;
    Reason reason;
};

Found find(const DirectoryList& list, const std::string& server) {
    if (list.problem)
        return {nullptr, *list.problem};
    if (server.empty())
        return {nullptr,
                reasonOf(ReasonClass::unexpected, "The name of the Domino server is not known, so it can't "
                                                  "be looked up in the Domino Directory by HTTP")};
    std::vector<std::string> names;
    for (const DirectoryRow& row : list.rows)
        names.push_back(row.server);
    const auto at = findServer(names, server);
    if (!at)
        return {nullptr,
                reasonOf(ReasonClass::absent, "The Domino Directory, read by HTTP, shows no cluster for " +
                                                  abbreviatedName(server) +
                                                  ": it is in none, or the account may not read its "
                                                  "Server document")};
    const DirectoryRow& row = list.rows[*at];
    const bool contradicted = std::ranges::any_of(list.rows, [&](const DirectoryRow& other) {
        return sameServer(other.server, row.server) && !sameName(other.cluster, row.cluster);
    });
    if (contradicted)
        return {nullptr, reasonOf(ReasonClass::unexpected,
                                  "The Domino Directory, read by HTTP, has " + abbreviatedName(server) +
                                      " in several clusters: check its Server documents for conflicts")};
    return {&row, {}};
}

LiveCluster clusterOf(const DirectoryList& list, const std::string& cluster) {
    LiveCluster found{cluster, {}, Availability::available, 0};
    for (const DirectoryRow& row : list.rows) {
        const auto isSame = [&](const std::string& member) { return sameServer(member, row.server); };
        if (sameName(row.cluster, cluster) && std::ranges::none_of(found.members, isSame))
            found.members.push_back(row.server);
    }
    return found;
}

} // namespace

DirectoryList readHttpDirectory(const HttpDirectory& directory) {
    return Pages(directory).readAll();
}

DirectoryReplies repliesOf(const DirectoryList& list, const OfBoth<std::string>& servers) {
    DirectoryReplies replies;
    for (const Role role : {Role::primary, Role::standby}) {
        auto& live = replies.liveCluster.of(role);
        auto& document = replies.serverDocument.of(role);
        if (const Found found = find(list, servers.of(role)); found.row == nullptr) {
            live = byHttp(Reply<LiveCluster>::unknown(found.reason));
            document = byHttp(Reply<ServerDocument>::unknown(found.reason));
        } else {
            const DirectoryRow& row = *found.row;
            document = byHttp(Reply<ServerDocument>::yes({row.server, "", row.cluster, "", ""}));
            live = byHttp(row.cluster.empty()
                              ? Reply<LiveCluster>::no(
                                    reasonOf(ReasonClass::notClustered,
                                             "The Domino Directory does not have the server in a cluster"))
                              : Reply<LiveCluster>::yes(clusterOf(list, row.cluster)));
        }
    }
    return replies;
}

} // namespace bes::domino
