// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "runs.hpp"
#include "scenario.hpp"

namespace stand_in {

/// Calls so far, by function.
using CallCounts = std::map<std::string, unsigned>;

/// A scenario as it is now: its changes come when they are due.
class ChangingScenario {
public:
    /// Throws std::exception where the file can't be read.
    ChangingScenario(const std::filesystem::path& file, const std::filesystem::path& runsFile);

    /// Stays valid when the scenario changes.
    [[nodiscard]] std::shared_ptr<const Scenario> now(const CallCounts& calls);

private:
    [[nodiscard]] bool isDue(const nlohmann::json& change, const CallCounts& calls) const;

    nlohmann::json json_;
    std::vector<nlohmann::json> waiting_;
    std::shared_ptr<const Scenario> scenario_;
    Runs runs_;
};

} // namespace stand_in
