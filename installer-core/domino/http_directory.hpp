// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domino/directory_page.hpp"
#include "model/domino/questions.hpp"
#include "model/secret.hpp"

namespace bes::domino {

// The Domino Directory, read by HTTP (domino.md §4). It says which servers are configured to be in which
// cluster, not what runs: a cluster that was changed a minute ago may not be active yet, and a server that is
// down is in it all the same. So everything that comes from here is labelled Witness::http.

struct HttpDirectory {
    std::string url; ///< of a Domino server, e.g. "https://mail01.example.com"
    std::string user;
    Secret password;
    std::chrono::milliseconds limit;
};

/// All rows of the view ($Clusters), or why they could not be read.
struct DirectoryList {
    std::vector<DirectoryRow> rows;
    std::optional<Reason> problem;
};

[[nodiscard]] DirectoryList readHttpDirectory(const HttpDirectory& directory);

/// What the list says of both servers. A server that it does not name is unknown: its document may be hidden
/// from the account. Of a LiveCluster cluster and members are given, and nothing of its availability.
struct DirectoryReplies {
    OfBoth<Reply<LiveCluster>> liveCluster;
    OfBoth<Reply<ServerDocument>> serverDocument;
};

[[nodiscard]] DirectoryReplies repliesOf(const DirectoryList& list, const OfBoth<std::string>& servers);

} // namespace bes::domino
