// SPDX-License-Identifier: Apache-2.0
#include "domino/console_text.hpp"
#include "domino/server_name.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;

template<class T>
void requireWhole(const Reply<T>& answer) {
    require(answer.witness == Witness::pasted, "what a text says is labelled so");
    require(answer.verdict != Verdict::yes || answer.value.has_value(), "a yes has a value");
    require(answer.verdict != Verdict::unknown || answer.reason.has_value(), "an unknown has a reason");
    if (answer.reason)
        requireShowable(answer.reason->text, "a reason can be shown");
}

void requireSound(const ConsoleReplies& replies, const ConsoleSource& source) {
    requireWhole(replies.liveCluster);
    requireWhole(replies.serverTasks);
    if (replies.liveCluster.value) {
        const LiveCluster& cluster = *replies.liveCluster.value;
        requireShowable(cluster.cluster, "the name of a cluster can be shown");
        for (const std::string& member : cluster.members)
            requireShowable(member, "the name of a member can be shown");
        require(findServer(cluster.members, source.server).has_value(), "a server is in its own cluster");
    }
    if (replies.serverTasks.value)
        for (const std::string& line : replies.serverTasks.value->lines)
            requireShowable(line, "the line of a task can be shown");
}

} // namespace

void tryInput(std::string_view input) {
    static const std::vector<ConsoleSource> sources{
        {"CN=Mail01/O=Acme", "Mail11/Acme", "The text"},
        {"Mail-K\xC3\xB6ln/Acme", "CN=Mail-\xC3\x85/O=Acme", "The text"},
    };
    for (const ConsoleSource& source : sources)
        requireSound(readConsoleText(input, source), source);
}

} // namespace bes::fuzz
