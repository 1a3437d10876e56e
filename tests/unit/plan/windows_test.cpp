// SPDX-License-Identifier: Apache-2.0
// What is planned for Windows is worked out and tried wherever the tests run: the system is a fact.
#include "plan/removal.hpp"
#include "unit/linux_words.hpp"
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
    changeFact(facts.computer, [](Computer& computer) {
        computer.system = System::windows;
        computer.setupProgram = "C:/Setup/bes-standby-setup.exe";
    });
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

TEST_CASE("On Windows a component that comes to a standby that runs is started, and not where nothing runs") {
    Facts facts = installedOnWindows();
    const Plan less = changed(facts, {.kind = modify, .omit = {"attachment"}});
    InstalledState installed = *facts.installed.value();
    installed.receipt = less.receipt;
    facts.installed = std::optional(installed);
    const Maintenance more{.kind = modify, .add = {"attachment"}};
    const Plan plan = changed(facts, more);
    const auto& started = actionOf<StartServices>(plan, "services.start").services;
    REQUIRE(started.size() == 1);
    CHECK(started.front().unit() == "BBAttachServer");
    changeFact(facts.standby, [](StandbyState& standby) { standby.running = std::vector<std::string>(); });
    CHECK(std::ranges::count(stepIds(changed(facts, more)), "services.start") == 0);
}

TEST_CASE("On Windows the documented values of the registry are written, and an entry among the programs") {
    const Plan plan = plan::makePlan(onWindows(sampleFacts()), sampleRequest());
    const std::vector<RegistryValue>& values = actionOf<WriteRegistry>(plan, "registry.write").values;
    CHECK(plan.receipt.registry == values);
    const auto valueOf = [&](const std::string& name) {
        const auto found = std::ranges::find(values, name, &RegistryValue::name);
        REQUIRE(found != values.end());
        return *found;
    };
    const RegistryValue base = valueOf("BasePath");
    CHECK(shown(base) ==
          "HKLM\\SOFTWARE\\Wow6432Node\\Research In Motion\\BlackBerry Enterprise Server\\Setup\\BasePath");
    CHECK(std::get<std::string>(base.data) == "\\opt\\bes-standby");
    CHECK(valueOf("UninstallString").key.view == RegistryView::bits64);
    CHECK(std::get<std::string>(valueOf("UninstallString").data) ==
          "cmd.exe /k \"\"C:\\Setup\\bes-standby-setup.exe\" remove\"");
    const auto secret = [&](const RegistryValue& value) {
        return value.name.find("Key") != std::string::npos;
    };
    CHECK(std::ranges::none_of(values, secret));
}

TEST_CASE("What captured media has of the registry is written too, unless the standby has its own value") {
    Facts facts = onWindows(sampleFacts());
    const std::string product = "Research In Motion\\BlackBerry Enterprise Server\\";
    changeFact(facts.media, [&](MediaContents& media) {
        media.manifest.captured = CapturedServer{
            "5.0.3",
            "en",
            {{product + "Agents", "NumAgents", "REG_DWORD", {"2"}},
             {product + "setup", "PRODUCTVERSION", "REG_SZ", {"of the other server"}},
             {"Research In Motion\\BBAttachServer", "Formats", "REG_MULTI_SZ", {"doc", "xls"}}}};
    });
    const Plan plan = plan::makePlan(facts, sampleRequest());
    const std::vector<RegistryValue>& values = actionOf<WriteRegistry>(plan, "registry.write").values;
    CHECK(std::ranges::count(values, RegistryValue{{RegistryView::bits32, "SOFTWARE\\" + product + "Agents"},
                                                   "NumAgents",
                                                   2u}) == 1);
    const auto formats = std::ranges::find(values, "Formats", &RegistryValue::name);
    REQUIRE(formats != values.end());
    CHECK(std::get<RegistryData>(formats->data) ==
          RegistryData{7, std::string("d\0o\0c\0\0\0x\0l\0s\0\0\0\0\0", 18)});
    CHECK(std::ranges::find(values, "PRODUCTVERSION", &RegistryValue::name) == values.end());
    CHECK(plan.receipt.registry == values);
}

TEST_CASE(
    "On Windows a removal ends the right to log on as a service of the accounts that setup gave it to") {
    Facts facts = installedOnWindows();
    InstalledState installed = *facts.installed.value();
    installed.receipt.made.logonRights = {"CONTOSO\\bes$"};
    facts.installed = std::optional(installed);
    const Plan plan = plan::makeRemoval(facts, installed.receipt.request, {});
    CHECK(actionOf<RemoveServices>(plan, "units.remove").logonRights == Ids{"CONTOSO\\bes$"});
}

TEST_CASE("Other systems, and images of a Windows computer, get no value of the registry") {
    CHECK(plan::makePlan(sampleFacts(), sampleRequest()).receipt.registry.empty());
    Request image = sampleRequest();
    image.root = "/mnt/image";
    CHECK(plan::makePlan(onWindows(sampleFacts()), image).receipt.registry.empty());
}

TEST_CASE("On Windows a value of the registry that was changed or lost is written again, and no other one") {
    Facts facts = installedOnWindows();
    const std::vector<RegistryValue> values = facts.installed.value()->receipt.registry;
    REQUIRE(values.size() > 1);
    damage(facts, {shown(values[1]), true, false, "is missing"});
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) == Ids{"registry.write", "receipt.record"});
    CHECK(actionOf<WriteRegistry>(plan, "registry.write").values == std::vector{values[1]});
}

TEST_CASE(
    "On Windows a removal gives the registry back what was there, and removes the keys that setup made") {
    Facts facts = installedOnWindows();
    const RegistryKey outer{RegistryView::bits32, "SOFTWARE\\Research In Motion"},
        inner{RegistryView::bits32, "SOFTWARE\\Research In Motion\\BlackBerry Enterprise Server"};
    const CapturedRegistryValue before{inner, "BasePath", RegistryData{1, "C"}};
    InstalledState installed = *facts.installed.value();
    installed.receipt.made.registryKeys = {outer, inner};
    installed.receipt.made.registryBefore = {before};
    facts.installed = std::optional(installed);
    const Plan plan = plan::makeRemoval(facts, installed.receipt.request, {});
    const auto& act = actionOf<RemoveRegistry>(plan, "registry.remove");
    CHECK(act.values == std::vector{before});
    CHECK(act.keys == std::vector{inner, outer});
}

TEST_CASE("No step for a computer with Windows has words of Linux in its title") {
    const auto look = [](const Plan& plan) {
        REQUIRE_FALSE(plan.steps.empty());
        for (const Step& step : plan.steps) {
            INFO(step.title);
            CHECK(linux_words::besidePaths(step.title) == "");
        }
    };
    look(plan::makePlan(onWindows(sampleFacts()), sampleRequest()));
    Facts facts = installedOnWindows();
    look(plan::makeRemoval(facts, facts.installed.value()->receipt.request, {}));
    look(plan::makeRemoval(facts, facts.installed.value()->receipt.request, {.removeLogs = true}));
    look(changed(facts, {.kind = modify, .omit = {"policy"}}));
    damage(facts, {"BlackBerry Router", true, false, "the start type is disabled, not automatic"});
    look(changed(facts));
    changeFact(facts.installed, [](auto& installed) { installed->receipt.made.account = "CONTOSO\\bes$"; });
    changeFact(facts.standby, [](StandbyState& standby) { standby.hasLogFolder = true; });
    const Plan removal = plan::makeRemoval(facts, facts.installed.value()->receipt.request, {});
    look(removal);
    const auto handOver = std::ranges::find(removal.steps, "logs.hand-over", &Step::id);
    REQUIRE(handOver != removal.steps.end());
    CHECK(handOver->title == "Change the owner of the logs to an administrator");
}
