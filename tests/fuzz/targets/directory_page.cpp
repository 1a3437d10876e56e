// SPDX-License-Identifier: Apache-2.0
#include "domino/directory_page.hpp"
#include "domino/http_directory.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;

template<class T>
void requireWhole(const Reply<T>& answer) {
    require(answer.witness == Witness::http, "what comes by HTTP is labelled so");
    require(answer.verdict == Verdict::yes ? answer.value.has_value() : answer.reason.has_value(),
            "an answer has a value or a reason");
    if (answer.reason)
        requireShowable(answer.reason->text, "a reason can be shown");
}

} // namespace

void tryInput(std::string_view input) {
    const auto page = parseDirectoryPage(input);
    if (!page)
        return;
    DirectoryList list;
    for (const DirectoryPage::Entry& entry : page->entries)
        if (entry.row) {
            require(!entry.row->server.empty(), "a row names a server");
            requireShowable(entry.row->server, "the name of a server can be shown");
            requireShowable(entry.row->cluster, "the name of a cluster can be shown");
            list.rows.push_back(*entry.row);
        }
    const DirectoryReplies replies = repliesOf(list, {"Mail01/Acme", "CN=Mail11/O=Acme"});
    for (const Role role : {Role::primary, Role::standby}) {
        requireWhole(replies.liveCluster.of(role));
        requireWhole(replies.serverDocument.of(role));
    }
}

} // namespace bes::fuzz
