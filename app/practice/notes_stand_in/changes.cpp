// SPDX-License-Identifier: Apache-2.0
#include "changes.hpp"

#include "scenario_file.hpp"

namespace stand_in {

ChangingScenario::ChangingScenario(const std::filesystem::path& file, const std::filesystem::path& runsFile)
    : json_(readScenarioFile(file)) {
    if (json_.contains("changes")) {
        waiting_ = json_.at("changes").get<std::vector<nlohmann::json>>();
        json_.erase("changes");
        runs_ = Runs::begin(runsFile);
    }
    scenario_ = std::make_shared<const Scenario>(parseScenario(json_));
}

std::shared_ptr<const Scenario> ChangingScenario::now(const CallCounts& calls) {
    bool changed = false;
    std::erase_if(waiting_, [&](const nlohmann::json& change) {
        if (!isDue(change, calls))
            return false;
        json_.merge_patch(change.at("then"));
        return changed = true;
    });
    if (changed)
        scenario_ = std::make_shared<const Scenario>(parseScenario(json_));
    return scenario_;
}

bool ChangingScenario::isDue(const nlohmann::json& change, const CallCounts& calls) const {
    if (change.contains("after_seconds") &&
        unixTime() - runs_.first < change.at("after_seconds").get<double>())
        return false;
    if (change.contains("after_runs") && runs_.before < change.at("after_runs").get<std::size_t>())
        return false;
    const nlohmann::json afterCalls = change.value("after_calls", nlohmann::json::object());
    for (const auto& [function, count] : afterCalls.items()) {
        const auto found = calls.find(function);
        if (found == calls.end() || found->second < count.get<unsigned>())
            return false;
    }
    return true;
}

} // namespace stand_in
