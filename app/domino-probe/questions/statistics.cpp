// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lmbcs.hpp"
#include "memory.hpp"
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

constexpr std::string_view prefix = "Replica.Cluster.";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks{" \t\r\0", 4};
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Lines "Facility.Stat<TAB>value"; the last may lack its line feed.
ReplicatorStatistics parse(std::string_view text) {
    ReplicatorStatistics found;
    while (!text.empty()) {
        const auto lineEnd = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, lineEnd);
        const auto tab = line.find('\t');
        if (tab != std::string_view::npos && sameName(line.substr(0, prefix.size()), prefix))
            found.values.emplace(trimmed(line.substr(0, tab)), trimmed(line.substr(tab + 1)));
        text.remove_prefix(std::min(lineEnd + 1, text.size()));
    }
    return found;
}

Reply<ReplicatorStatistics> readStatistics(const Asking& asking, Role role) {
    using Found = Reply<ReplicatorStatistics>;
    const notes::Functions& api = asking.api;
    const auto& server = asking.servers.of(role);
    if (!server)
        return Found::unknown(server.error());
    if (api.NSFGetServerStats == nullptr)
        return Found::unknown(missingFunction("NSFGetServerStats"));
    Memory table(api);
    notes::DWord size = 0;
    const notes::Status status =
        api.NSFGetServerStats(server->lmbcs.c_str(), "Replica", nullptr, table.out(), &size);
    if (notes::codeOf(status) != notes::Code::none)
        return Found::unknown(reasonOf(api, status, "NSFGetServerStats"));
    const LockedMemory locked(api, table);
    ReplicatorStatistics found;
    if (locked.get() != nullptr)
        found = parse(toUtf8(api, {locked.text(), size}));
    if (found.values.empty())
        return Found::unknown(Reason{.kind = ReasonClass::absent,
                                     .source = "NSFGetServerStats",
                                     .text = "The server has no statistics of a cluster replicator"});
    return Found::yes(std::move(found));
}

} // namespace

Reply<ReplicatorStatistics> askStatistics(Asking& asking, Role role) {
    Reply<ReplicatorStatistics> answer = readStatistics(asking, role);
    asking.statistics.of(role) = TimedStatistics{std::chrono::steady_clock::now(), answer};
    return answer;
}

} // namespace bes::probe
