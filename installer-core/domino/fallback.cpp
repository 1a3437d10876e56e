// SPDX-License-Identifier: Apache-2.0
#include "domino/fallback.hpp"

#include <utility>

#include "domino/console_text.hpp"
#include "domino/http_directory.hpp"

namespace bes::domino {
namespace {

template<class T>
void fill(Reply<T>& answer, Reply<T> other) {
    if (answer.verdict != Verdict::unknown)
        return;
    if (other.verdict != Verdict::unknown)
        answer = std::move(other);
    else if (answer.reason && other.reason)
        answer.reason->text += ". " + other.reason->text;
}

void fillFromConsole(Replies& replies, Role role, const FallbackSources& sources) {
    const bool ofPrimary = role == Role::primary;
    const std::filesystem::path& file = ofPrimary ? sources.primaryConsole : sources.standbyConsole;
    if (file.empty())
        return;
    ConsoleReplies pasted = readConsoleFile(file, ofPrimary ? sources.primary : sources.standby,
                                            ofPrimary ? sources.standby : sources.primary);
    fill(replies.liveCluster.of(role), std::move(pasted.liveCluster));
    fill(replies.serverTasks.of(role), std::move(pasted.serverTasks));
}

template<class T>
bool anyUnknown(const OfBoth<Reply<T>>& replies) {
    return replies.primary.verdict == Verdict::unknown || replies.standby.verdict == Verdict::unknown;
}

void fillFromDirectory(Replies& replies, const FallbackSources& sources) {
    if (sources.httpUrl.empty() || !(anyUnknown(replies.liveCluster) || anyUnknown(replies.serverDocument)))
        return;
    const DirectoryList list =
        readHttpDirectory({sources.httpUrl, sources.httpUser, sources.httpPassword, sources.limit});
    DirectoryReplies read = repliesOf(list, {sources.primary, sources.standby});
    for (const Role role : {Role::primary, Role::standby}) {
        fill(replies.liveCluster.of(role), std::move(read.liveCluster.of(role)));
        fill(replies.serverDocument.of(role), std::move(read.serverDocument.of(role)));
    }
}

} // namespace

void fillUnknown(Replies& replies, const FallbackSources& sources) {
    fillFromConsole(replies, Role::primary, sources);
    fillFromConsole(replies, Role::standby, sources);
    fillFromDirectory(replies, sources);
}

} // namespace bes::domino
