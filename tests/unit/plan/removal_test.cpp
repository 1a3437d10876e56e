// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "plan/removal.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Request request() {
    return sampleReceipt().request;
}

/// The sample standby with everything that remove can take away, all of its services running.
Facts installedFacts() {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.installed, [](auto& installed) {
        Receipt& receipt = installed->receipt;
        for (const char* path :
             {"/etc/bes-standby/standby.ini", "/etc/systemd/system/bes-policy.service",
              "/etc/systemd/system/bes-router.service", "/etc/systemd/system/bes-standby.target"})
            receipt.files.push_back(
                {path, FileType::regular, Rights::ofMode(0644), 10, std::string(64, 'd')});
        receipt.made.folders = {"/opt/bes-standby", "/opt/bes-standby/router", "/var/log/bes-standby"};
        receipt.made.account = "bes";
        receipt.made.tasks = {{"/local/notesdata/notes.ini", "BES"}};
    });
    changeFact(facts.notesIni, [](auto& ini) { ini->serverTasks.emplace_back("BES"); });
    facts.standby = StandbyState{std::vector<std::string>{"bes-router.service", "bes-dispatcher.service",
                                                          "bes-policy.service", "bes-standby.target",
                                                          "bes-active.target"},
                                 {}};
    return facts;
}

Plan removal(const Facts& facts = installedFacts(), const Maintenance& wanted = {}) {
    return plan::makeRemoval(facts, request(), wanted);
}

std::vector<std::string> stepIds(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Step& step : plan.steps)
        ids.push_back(step.id);
    return ids;
}

const Step* find(const Plan& plan, const std::string& id) {
    const auto found = std::ranges::find(plan.steps, id, &Step::id);
    return found == plan.steps.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("A removal stops, takes away, forgets, and only then does what can't be undone") {
    CHECK(stepIds(removal()) ==
          std::vector<std::string>{"services.stop", "domino.task-remove", "units.remove", "files.remove",
                                   "configuration.remove", "receipt.forget", "standby.unregister",
                                   "logs.hand-over", "account.remove", "folders.remove"});
}

TEST_CASE("Every step before the commit of a removal has an undo, none after it needs one") {
    const Plan plan = removal();
    REQUIRE(firstAfterCommit(plan) == 6);
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        CHECK(std::holds_alternative<NothingToUndo>(plan.steps[i].undo) == (i >= 5));
}

TEST_CASE("What runs is stopped in reverse start order; no deferred service is among those started again") {
    const Plan plan = removal();
    const Step* stop = find(plan, "services.stop");
    CHECK(std::get<StopServices>(stop->action).units ==
          std::vector<std::string>{"bes-active.target", "bes-standby.target", "bes-policy.service",
                                   "bes-dispatcher.service", "bes-router.service"});
    std::vector<std::string> again;
    for (const StartableService& service : std::get<StartStopped>(stop->undo).services)
        again.push_back(service.unit());
    CHECK(again == std::vector<std::string>{"bes-router.service", "bes-dispatcher.service"});
}

TEST_CASE("Nothing is stopped where nothing runs") {
    Facts facts = installedFacts();
    facts.standby = StandbyState{std::vector<std::string>(), {}};
    CHECK(find(removal(facts), "services.stop") == nullptr);
}

TEST_CASE("An account and a task that setup did not bring stay") {
    Facts facts = installedFacts();
    changeFact(facts.installed, [](auto& installed) {
        installed->receipt.made.account.clear();
        installed->receipt.made.tasks.clear();
    });
    const Plan plan = removal(facts);
    CHECK(find(plan, "account.remove") == nullptr);
    CHECK(find(plan, "domino.task-remove") == nullptr);
    const auto stays = plan::staysAfterRemoval(facts, request(), {});
    CHECK(std::ranges::count(stays, "the account bes: it existed before") == 1);
}

TEST_CASE("A task that somebody took out already is no step") {
    Facts facts = installedFacts();
    changeFact(facts.notesIni, [](auto& ini) { ini->serverTasks.pop_back(); });
    CHECK(find(removal(facts), "domino.task-remove") == nullptr);
}

TEST_CASE("The registration stays where that was asked for, or where the database has another standby") {
    CHECK(find(removal(installedFacts(), {.keepRegistration = true}), "standby.unregister") == nullptr);
    Facts facts = installedFacts();
    changeFact(facts.database, [](DatabaseContents& database) { database.pairs[0].standby = "OTHER"; });
    CHECK(find(removal(facts), "standby.unregister") == nullptr);
    facts.database = Fact<DatabaseContents>::unknown("away");
    CHECK(find(removal(facts), "standby.unregister") == nullptr);
}

TEST_CASE("Logs are removed only when asked, and only from a folder that setup made") {
    CHECK(find(removal(), "logs.remove") == nullptr);
    const Step* logs = find(removal(installedFacts(), {.removeLogs = true}), "logs.remove");
    REQUIRE(logs != nullptr);
    Facts facts = installedFacts();
    changeFact(facts.installed, [](auto& installed) { installed->receipt.made.folders.pop_back(); });
    CHECK(find(removal(facts, {.removeLogs = true}), "logs.remove") == nullptr);
}

TEST_CASE("Folders go in the opposite order of their making") {
    const Plan plan = removal();
    const auto& folders = std::get<RemoveEmptyFolders>(find(plan, "folders.remove")->action).folders;
    CHECK(folders == std::vector<std::filesystem::path>{"/var/log/bes-standby", "/opt/bes-standby/router",
                                                        "/opt/bes-standby"});
}

TEST_CASE("A plan of a removal that was written and read is the same plan") {
    const Plan plan = removal(installedFacts(), {.removeLogs = true});
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
}
