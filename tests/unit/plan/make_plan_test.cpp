// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "plan/make_plan.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Plan samplePlan() {
    return plan::makePlan(sampleFacts(), sampleRequest());
}

std::vector<std::string> stepIds(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Step& step : plan.steps)
        ids.push_back(step.id);
    return ids;
}

bool has(const Plan& plan, const std::string& id) {
    return std::ranges::count(plan.steps, id, &Step::id) > 0;
}

template<class T>
T actionOf(const Plan& plan, const std::string& id) {
    return std::get<T>(std::ranges::find(plan.steps, id, &Step::id)->action);
}

} // namespace

TEST_CASE("The pair is reserved before anything is touched and the receipt comes last") {
    const Plan plan = samplePlan();
    CHECK(stepIds(plan) ==
          std::vector<std::string>{"pair.reserve", "folders.make", "packages.stage", "files.publish",
                                   "account.create", "folders.logs", "configuration.write", "units.install",
                                   "standby.register", "domino.task", "services.start", "receipt.record"});
}

TEST_CASE("The reservation of a dead run of this computer is taken over, and the plan says so") {
    Facts facts = sampleFacts();
    const auto reserved = [&](const std::string& primary) {
        changeFact(facts.database, [&](DatabaseContents& database) {
            std::erase_if(database.pairs, [&](const Pair& pair) { return pair.primary == primary; });
            database.pairs.push_back({primary, primary + "-standby", "bes02", PairState::reserved, "run-8",
                                      "2026-11-20T12:00:00Z"});
        });
        const Plan plan = plan::makePlan(facts, sampleRequest());
        CHECK(actionOf<ReservePair>(plan, "pair.reserve").replaces == "run-8");
        return plan.steps.front().title;
    };
    SECTION("for the same primary") {
        CHECK(reserved("BES01") ==
              "Reserve primary BES01 for this computer; takes over from the dead run run-8");
    }
    SECTION("for another primary") {
        CHECK(reserved("BES03") ==
              "Reserve primary BES01 for this computer; releases BES03, reserved by the dead run run-8");
    }
}

TEST_CASE("Every step but the last can be undone") {
    const Plan plan = samplePlan();
    for (std::size_t i = 0; i + 1 < plan.steps.size(); ++i)
        CHECK_FALSE(std::holds_alternative<NothingToUndo>(plan.steps[i].undo));
    CHECK(std::holds_alternative<NothingToUndo>(plan.steps.back().undo));
}

TEST_CASE("Services start in the catalogue's order and no deferred one is among them") {
    const auto start = actionOf<StartServices>(samplePlan(), "services.start");
    std::vector<std::string> units;
    for (const StartableService& service : start.services)
        units.push_back(service.unit());
    CHECK(units == std::vector<std::string>{"bes-router.service", "bes-attachment.service",
                                            "bes-dispatcher.service", "bes-mds-connection.service",
                                            "bes-collaboration.service", "bes-alert.service",
                                            "bes-controller.service"});
}

TEST_CASE("Services are stopped in the opposite order") {
    const Plan plan = samplePlan();
    const auto step = std::ranges::find(plan.steps, "services.start", &Step::id);
    const auto& undo = std::get<StopStarted>(step->undo);
    CHECK(undo.units.front() == "bes-standby.target");
    CHECK(undo.units.at(1) == "bes-controller.service");
    CHECK(undo.units.back() == "bes-router.service");
}

TEST_CASE("Below another root nothing is started") {
    Facts facts = sampleFacts();
    facts.serviceManager = ServiceManagerState::offline;
    CHECK_FALSE(has(plan::makePlan(facts, sampleRequest()), "services.start"));
}

TEST_CASE("An account that is there is not created, and so not removed by an undo") {
    Facts facts = sampleFacts();
    facts.serviceAccountExists = true;
    CHECK_FALSE(has(plan::makePlan(facts, sampleRequest()), "account.create"));
}

TEST_CASE("A task that notes.ini names already is left alone") {
    Facts facts = sampleFacts();
    changeFact(facts.notesIni, [](auto& ini) { ini->serverTasks.emplace_back("bes -debug"); });
    CHECK_FALSE(has(plan::makePlan(facts, sampleRequest()), "domino.task"));
}

TEST_CASE("A standby that is installed as wanted gives a plan without steps") {
    CHECK(plan::makePlan(sampleFactsInstalled(), sampleRequest()).steps.empty());
}

TEST_CASE("The receipt lists every file, unit and configuration file with its digest") {
    const Plan plan = samplePlan();
    const auto& files = plan.receipt.files;
    CHECK(std::ranges::is_sorted(files, {}, &InstalledFile::path));
    CHECK(std::ranges::count(files, "/etc/systemd/system/bes-policy.service", &InstalledFile::path) == 1);
    CHECK(std::ranges::count(files, "/etc/bes-standby/standby.ini", &InstalledFile::path) == 1);
    const auto published = actionOf<PublishFiles>(plan, "files.publish").files;
    REQUIRE_FALSE(published.empty());
    for (const InstalledFile& file : files)
        if (file.type == FileType::regular && file.path.starts_with("/etc/"))
            CHECK(file.sha256.size() == 64);
}

TEST_CASE("A plan knows which fact has changed since it was made") {
    Facts later = sampleFacts();
    changeFact(later.database, [](DatabaseContents& contents) {
        contents.pairs.push_back(
            {sampleRequest().primary, "OTHER", "bes77", PairState::reserved, "run", "now"});
    });
    const auto sentences = plan::differences(samplePlan(), plan::makePlan(later, sampleRequest()));
    REQUIRE(sentences.size() == 1);
    CHECK(sentences.front().find("primary.standby was \"none\"") == 0);
    CHECK(sentences.front().find("bes77") != std::string::npos);
}

TEST_CASE("A plan whose steps were edited differs from the plan that setup makes") {
    Plan edited = samplePlan();
    edited.steps.pop_back();
    CHECK(plan::differences(edited, samplePlan()).size() == 1);
    CHECK(plan::differences(samplePlan(), samplePlan()).empty());
}
