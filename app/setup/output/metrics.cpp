// SPDX-License-Identifier: Apache-2.0
#include "output/metrics.hpp"

#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace bes::app {
namespace {

using Label = std::pair<std::string_view, std::string>;

/// As the format wants a label's value.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        switch (c) {
        case '\\':
        case '"':
            out += '\\';
            out += c;
            break;
        case '\n':
            out += "\\n";
            break;
        default:
            out += c;
        }
    return out;
}

class Metrics {
public:
    /// All of one name come together, after this.
    void describe(std::string_view name, std::string_view help) {
        name_ = name;
        text_ += fmt::format("# HELP bes_standby_{0} {1}\n# TYPE bes_standby_{0} gauge\n", name, help);
    }
    void add(double value, const std::vector<Label>& labels = {}) {
        std::string inside;
        for (const auto& [name, content] : labels)
            inside += fmt::format("{}{}=\"{}\"", inside.empty() ? "" : ",", name, escaped(content));
        text_ +=
            fmt::format("bes_standby_{}{} {:.16g}\n", name_, inside.empty() ? "" : "{" + inside + "}", value);
    }
    void one(std::string_view name, std::string_view help, double value) {
        describe(name, help);
        add(value);
    }

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string text_;
    std::string name_;
};

void addPair(Metrics& metrics, const Receipt& receipt) {
    metrics.describe("info", "The pair, and the version of the product; always 1.");
    metrics.add(1, {{"standby", receipt.standby},
                    {"primary", receipt.primary},
                    {"computer", receipt.computer},
                    {"version", receipt.catalog.version}});
}

void addServices(Metrics& metrics, const StandbyStatus& status) {
    using host::ServiceState;
    constexpr std::array states{ServiceState::active,   ServiceState::inactive, ServiceState::failed,
                                ServiceState::changing, ServiceState::absent,   ServiceState::notRunning};
    std::map<std::pair<StartPolicy, ServiceState>, int> numbers;
    for (const ServiceStatus& entry : status.services)
        ++numbers[{entry.service.startPolicy, entry.state}];
    metrics.describe("services", "Services of the standby by start policy and state.");
    for (const StartPolicy policy : {StartPolicy::startAfterSetup, StartPolicy::deferredUntilFailover})
        for (const ServiceState state : states)
            metrics.add(numbers[{policy, state}], {{"policy", std::string(toString(policy))},
                                                   {"state", std::string(host::toString(state))}});
    metrics.one("services_at_fault", "Services that failed, or don't run although they start after setup.",
                static_cast<double>(servicesAtFault(status).size()));
    metrics.one("damaged_files", "Installed files that are missing or differ.",
                static_cast<double>(status.damage.size()));
}

void addReadiness(Metrics& metrics, const domino::Readiness& readiness) {
    using domino::ReadinessState;
    metrics.describe("readiness",
                     "1 for the state of the standby as far as Domino's replication goes, 0 for the others.");
    for (const ReadinessState state :
         {ReadinessState::ready, ReadinessState::replicating, ReadinessState::fault})
        metrics.add(readiness.state == state ? 1 : 0, {{"state", std::string(toString(state))}});
    if (const auto& found = readiness.facts.replies.stateReplicas.value) {
        metrics.describe("state_databases",
                         "State databases of the primary by the state of their replica on the standby.");
        metrics.add(static_cast<double>(found->matched - found->stale.count), {{"state", "replicated"}});
        metrics.add(static_cast<double>(found->missing.count), {{"state", "waiting"}});
        metrics.add(static_cast<double>(found->stale.count), {{"state", "stale"}});
    }
    if (const auto queue = queueDepth(readiness.facts.replies))
        metrics.one("replication_queue_databases",
                    "Databases that wait in the queue of the primary's cluster replicator.", *queue);
}

} // namespace

std::string metrics(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness,
                    std::chrono::system_clock::time_point looked) {
    Metrics metrics;
    metrics.one(
        "last_look_timestamp_seconds", "When this was looked at, in seconds since 1970.",
        std::chrono::duration<double>(std::chrono::floor<std::chrono::seconds>(looked.time_since_epoch()))
            .count());
    metrics.one("run_in_progress", "1 while a run of setup changes the standby.", status.underWay ? 1 : 0);
    if (status.readable)
        metrics.one("installed", "1 where a standby is installed.", status.receipt ? 1 : 0);
    if (status.readable && status.interruptionKnown)
        metrics.one("run_interrupted", "1 where a run was interrupted and has to be rolled back.",
                    status.unfinishedRun ? 1 : 0);
    if (!status.readable || !status.receipt)
        return std::move(metrics).text();
    addPair(metrics, *status.receipt);
    addServices(metrics, status);
    if (readiness)
        addReadiness(metrics, *readiness);
    return std::move(metrics).text();
}

} // namespace bes::app
