// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "questions.hpp"

namespace bes::probe {

using namespace domino;

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto numbers = std::to_array<std::pair<std::string_view, std::optional<double> QueueReading::*>>({
    {"Replica.Cluster.Servers", &QueueReading::servers},
    {"Replica.Cluster.SecondsOnQueue", &QueueReading::secondsOnQueue},
    {"Replica.Cluster.WorkQueueDepth", &QueueReading::workQueueDepth},
    {"Replica.Cluster.Successful", &QueueReading::successful},
    {"Replica.Cluster.Failed", &QueueReading::failed},
    {"Replica.Cluster.Retry.Waiting", &QueueReading::retryWaiting},
    {"Replica.Cluster.Retry.Skipped", &QueueReading::retrySkipped},
    {"Replica.Cluster.Files.Local", &QueueReading::filesLocal},
    {"Replica.Cluster.Files.Remote", &QueueReading::filesRemote},
});

QueueReading readingOf(const ReplicatorStatistics& statistics) {
    QueueReading reading;
    for (const auto& [name, text] : statistics.values) {
        const auto number =
            std::ranges::find_if(numbers, [&](const auto& known) { return sameName(known.first, name); });
        if (number != numbers.end())
            reading.*(number->second) = statisticNumber(text);
    }
    return reading;
}

} // namespace

Reply<Queue> askQueue(Asking& asking, Role role) {
    for (const Role each : {Role::primary, Role::standby})
        if (!asking.statistics.of(each))
            static_cast<void>(askStatistics(asking, each));
    const TimedStatistics first = *asking.statistics.of(role);
    if (first.answer.verdict != Verdict::yes)
        return Reply<Queue>::unknown(*first.answer.reason);
    std::this_thread::sleep_until(first.at + asking.settings.interval);
    const Reply<ReplicatorStatistics> second = askStatistics(asking, role);
    if (second.verdict != Verdict::yes)
        return Reply<Queue>::unknown(*second.reason);
    const std::chrono::duration<double> between = Clock::now() - first.at;
    return Reply<Queue>::yes({between.count(), readingOf(*first.answer.value), readingOf(*second.value)});
}

} // namespace bes::probe
