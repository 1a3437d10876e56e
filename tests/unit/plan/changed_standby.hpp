// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include <catch2/catch.hpp>

#include "plan/change.hpp"
#include "plan/make_plan.hpp"
#include "unit/check/sample_facts.hpp"

namespace bes {

inline constexpr auto repair = Maintenance::Kind::repair;
inline constexpr auto modify = Maintenance::Kind::modify;

/// The receipt that an installation of the sample leaves, and the database after it.
inline Facts installedFacts() {
    Facts facts = sampleFactsInstalled();
    Receipt receipt = plan::makePlan(sampleFacts(), sampleRequest()).receipt;
    receipt.run = sampleReceipt().run;
    receipt.installedAt = sampleReceipt().installedAt;
    receipt.made.tasks = {{"/local/notesdata/notes.ini", "BES"}};
    facts.installed = std::optional(InstalledState{receipt, {}});
    changeFact(facts.notesIni, [](auto& ini) { ini->serverTasks.emplace_back("BES"); });
    changeFact(facts.database, [&](DatabaseContents& database) {
        Server& standby = *std::ranges::find(database.servers, "BES01-standby", &Server::name);
        standby.fullyQualifiedName = facts.computer.value().fullyQualifiedName;
        standby.addresses = facts.computer.value().addresses;
        standby.dominoServer = facts.notesIni.value()->serverName;
    });
    StandbyState standby{
        std::vector<std::string>{"bes-router.service", "bes-dispatcher.service", "bes-standby.target"}, {}};
    standby.differences = std::vector<FileDifference>();
    facts.standby = standby;
    return facts;
}

inline void damage(Facts& facts, const FileDifference& difference) {
    changeFact(facts.standby, [&](StandbyState& standby) {
        auto differences = standby.differences.value();
        differences.push_back(difference);
        standby.differences = differences;
    });
}

inline Plan changed(const Facts& facts, const Maintenance& wanted = {.kind = repair}) {
    return plan::makeChange(facts, facts.installed.value()->receipt.request, wanted);
}

inline std::vector<std::string> stepIds(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Step& step : plan.steps)
        ids.push_back(step.id);
    return ids;
}

template<class T>
const T& actionOf(const Plan& plan, std::string_view id) {
    const auto step = std::ranges::find(plan.steps, id, &Step::id);
    REQUIRE(step != plan.steps.end());
    return std::get<T>(step->action);
}

using Ids = std::vector<std::string>;
inline const std::string program = "/opt/bes-standby/router/bin/bes-router";

} // namespace bes
