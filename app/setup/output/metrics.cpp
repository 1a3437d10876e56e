// SPDX-License-Identifier: Apache-2.0
#include "output/metrics.hpp"

#include <map>
#include <vector>

#include <fmt/format.h>

namespace bes::app {
namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

/// A value of a label: backslash, quotation mark and line break are escaped.
std::string escaped(const std::string& value) {
    std::string text;
    for (const char c : value) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '\\' || c == '"')
            text += '\\';
        text += c;
    }
    return text;
}

class Metrics {
public:
    void family(const std::string& name, const std::string& help) {
        name_ = "bes_standby_" + name;
        text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name_, help);
    }

    void value(const Labels& labels, double number) {
        std::string list;
        for (const auto& [label, value] : labels)
            list += fmt::format("{}{}=\"{}\"", list.empty() ? "" : ",", label, escaped(value));
        text_ += fmt::format("{}{} {}\n", name_, list.empty() ? "" : "{" + list + "}", number);
    }

    void only(const std::string& name, const std::string& help, double number) {
        family(name, help);
        value({}, number);
    }

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string name_;
    std::string text_;
};

void addPair(Metrics& metrics, const Receipt& receipt) {
    metrics.family("info", "The pair: always 1.");
    metrics.value({{"primary", receipt.primary},
                   {"standby", receipt.standby},
                   {"computer", receipt.computer},
                   {"version", receipt.catalog.version}},
                  1);
}

void addServices(Metrics& metrics, const StandbyStatus& status) {
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const ServiceStatus& service : status.services)
        ++counts[{std::string(host::toString(service.state)),
                  std::string(toString(service.service.startPolicy))}];
    metrics.family("services", "Services of the standby by state and start policy.");
    for (const auto& [labels, count] : counts)
        metrics.value({{"state", labels.first}, {"start_policy", labels.second}}, static_cast<double>(count));
    metrics.only("services_at_fault", "Services that failed, or should run and do not.",
                 static_cast<double>(servicesAtFault(status).size()));
    metrics.only("damaged_files", "Installed files that are missing or differ.",
                 static_cast<double>(status.damage.size()));
}

void addReplication(Metrics& metrics, const domino::Readiness& readiness) {
    metrics.only("ready", "1 if the standby could take over now.",
                 readiness.state == domino::ReadinessState::ready ? 1 : 0);
    if (const auto& states = readiness.facts.replies.stateReplicas.value) {
        metrics.family(
            "state_databases",
            "State databases of the primary: with a current replica on the standby, waiting for one, "
            "with a stale one.");
        const std::uint64_t stale = std::min(states->stale.count, states->matched);
        metrics.value({{"state", "replicated"}}, static_cast<double>(states->matched - stale));
        metrics.value({{"state", "waiting"}}, static_cast<double>(states->missing.count));
        metrics.value({{"state", "stale"}}, static_cast<double>(stale));
        metrics.only("replication_lag_seconds", "How far the most outdated replica is behind.",
                     static_cast<double>(states->longestLagSeconds));
    }
    if (const auto depth = domino::queueDepth(readiness.facts.replies))
        metrics.only("replication_queue", "Databases in the queue of the primary's cluster replicator.",
                     *depth);
}

} // namespace

std::string formatMetrics(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness,
                          ExitCode code, std::time_t now) {
    Metrics metrics;
    metrics.only("last_look_timestamp_seconds", "When setup looked, in seconds since 1970.",
                 static_cast<double>(now));
    metrics.only("status_code", "Exit code of the status command: 0 the standby can take over.",
                 static_cast<double>(static_cast<int>(code)));
    metrics.only("run_in_progress", "1 if a run of setup is in progress.", status.underWay ? 1 : 0);
    metrics.only("installed", "1 if a standby is installed.", status.receipt ? 1 : 0);
    if (status.receipt) {
        addPair(metrics, *status.receipt);
        addServices(metrics, status);
    }
    if (readiness)
        addReplication(metrics, *readiness);
    return std::move(metrics).text();
}

} // namespace bes::app
