// SPDX-License-Identifier: Apache-2.0
// What is planned for Windows is worked out and tried wherever the tests run: the system is a fact.
#include "plan/removal.hpp"
#include "unit/plan/changed_standby.hpp"

using namespace bes;

namespace {

/// The documented names are the keys, as media for Windows has them.
void callAsOnWindows(Catalog& catalog) {
    for (Component& component : catalog.components)
        for (Service& service : component.services)
            service.unit = service.name;
}

Facts onWindows(Facts facts) {
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    changeFact(facts.media, [](MediaContents& media) { callAsOnWindows(media.manifest.catalog); });
    return facts;
}

Facts installedOnWindows() {
    Facts facts = onWindows(installedFacts());
    Receipt receipt = plan::makePlan(onWindows(sampleFacts()), sampleRequest()).receipt;
    receipt.run = sampleReceipt().run;
    receipt.installedAt = sampleReceipt().installedAt;
    receipt.made.tasks = {{"/local/notesdata/notes.ini", "BES"}};
    facts.installed = std::optional(InstalledState{receipt, {}});
    changeFact(facts.standby, [](StandbyState& standby) {
        standby.running = std::vector<std::string>{"BlackBerry Router", "BlackBerry Dispatcher"};
    });
    return facts;
}

bool isUnit(const InstalledFile& file) {
    return file.path.ends_with(".service") || file.path.ends_with(".target");
}

} // namespace

TEST_CASE("On Windows the services are registered by their documented names, and no unit file is written") {
    const Plan plan = plan::makePlan(onWindows(sampleFacts()), sampleRequest());
    const auto& services = actionOf<InstallServices>(plan, "units.install").services.definitions;
    const auto router = std::ranges::find(services, "BlackBerry Router", &ServiceDefinition::key);
    REQUIRE(router != services.end());
    CHECK(router->policy == StartPolicy::startAfterSetup);
    const auto policy = std::ranges::find(services, "BlackBerry Policy Service", &ServiceDefinition::key);
    REQUIRE(policy != services.end());
    CHECK(policy->policy == StartPolicy::deferredUntilFailover);
    for (const ServiceDefinition& service : services) // Windows starts what a service depends on
        for (const std::string& needed : service.dependsOn) {
            const auto other = std::ranges::find(services, needed, &ServiceDefinition::key);
            REQUIRE(other != services.end());
            CHECK(other->policy == service.policy);
        }
    const auto dispatcher = std::ranges::find(services, "BlackBerry Dispatcher", &ServiceDefinition::key);
    REQUIRE(dispatcher != services.end());
    CHECK(dispatcher->dependsOn == Ids{"BlackBerry Router"});
    CHECK(std::ranges::none_of(plan.receipt.files, isUnit));
    CHECK(plan.receipt.services.definitions == services);
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
}

TEST_CASE("On Windows a standby that is as it was installed needs no step") {
    CHECK(stepIds(changed(installedOnWindows())) == Ids{});
}

TEST_CASE("On Windows a service that was changed is registered again, and started again where it ran") {
    Facts facts = installedOnWindows();
    damage(facts, {"BlackBerry Router", true, false, "the start type is disabled, not automatic"});
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) == Ids{"services.stop", "units.install", "services.start", "receipt.record"});
    const auto& again = actionOf<InstallServices>(plan, "units.install").services;
    REQUIRE(again.definitions.size() == 1);
    CHECK(again.definitions[0].key == "BlackBerry Router");
    damage(facts, {"BlackBerry Policy Service", true, false, "does not exist", false, true});
    CHECK(actionOf<StartServices>(changed(facts), "services.start").services.size() == 1);
}

TEST_CASE("On Windows a component that goes takes its service along, and a removal takes all") {
    const Facts facts = installedOnWindows();
    const Plan less = changed(facts, {.kind = modify, .omit = {"policy"}});
    CHECK(actionOf<RemoveServices>(less, "units.remove").keys == Ids{"BlackBerry Policy Service"});
    const Plan none = plan::makeRemoval(facts, facts.installed.value()->receipt.request, {});
    CHECK(actionOf<RemoveServices>(none, "units.remove").keys.size() ==
          facts.installed.value()->receipt.services.definitions.size());
}
