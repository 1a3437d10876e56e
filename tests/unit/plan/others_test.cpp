// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "model/json.hpp"
#include "plan/make_plan.hpp"
#include "plan/removal.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Facts factsWithOthers() {
    Facts facts = sampleFacts();
    const Appearance file{
        EntryType::file,       Rights::ofMode(0640), 1000, 1000, 7, std::string(64, 'e'), {},
        "2026-11-27T10:00:00Z"};
    facts.others = std::vector<ThingOfOthers>{
        {"/etc/bes-standby/standby.ini", ThingOfOthers::Standing::inPlace, file, "alice", {}, {}},
        {"/opt/bes-standby/router/bin/bes-router", ThingOfOthers::Standing::inPlace, file, "alice", {}, {}},
        {"/etc/systemd/system/bes-router.service.d",
         ThingOfOthers::Standing::inForce,
         {EntryType::folder, {}},
         "root",
         "bes-router.service",
         {}}};
    return facts;
}

Request keeping() {
    Request request = sampleRequest();
    request.existingFiles = ExistingFiles::keep;
    return request;
}

const Step* find(const Plan& plan, const std::string& id) {
    const auto found = std::ranges::find(plan.steps, id, &Step::id);
    return found == plan.steps.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("What is in place is moved away before anything is put there, what is in force is left") {
    const Plan plan = plan::makePlan(factsWithOthers(), keeping());
    const Step* keep = find(plan, "others.keep");
    REQUIRE(keep != nullptr);
    CHECK(keep < find(plan, "folders.make"));
    const auto& things = std::get<KeepOthers>(keep->action).things;
    REQUIRE(things.size() == 2);
    CHECK(things[0].keptAt == "/etc/bes-standby/.kept-by-bes-standby-setup");
    CHECK(things[1].keptAt == "/opt/bes-standby/.kept-by-bes-standby-setup");
    CHECK(find(plan::makePlan(sampleFacts(), keeping()), "others.keep") == nullptr);
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
}

TEST_CASE("A receipt of before kept nothing; one of now is read as it was written") {
    Receipt receipt = sampleReceipt();
    receipt.kept = {
        {"/etc/bes-standby/standby.ini",
         "/etc/bes-standby/.kept-by-bes-standby-setup/0",
         {EntryType::symbolicLink, Rights::ofMode(0777), 0, 0, 0, {}, "/srv/x", "2026-11-27T10:00:00Z"}}};
    CHECK(receiptFromJson(toJson(receipt)) == receipt);
    Json before = toJson(receipt);
    before.erase("kept");
    before["request"].erase("existing_files");
    receipt.kept.clear();
    CHECK(receiptFromJson(before) == receipt);
}

TEST_CASE("A removal puts back what was kept, the last one first, after everything of its own is gone") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.installed, [](auto& installed) {
        installed->receipt.kept = {
            {"/etc/bes-standby/standby.ini", "/etc/bes-standby/.kept/0", {EntryType::file, {}}},
            {"/opt/bes-standby/policy", "/opt/bes-standby/.kept/0", {EntryType::file, {}}}};
        installed->receipt.made.folders = {"/opt/bes-standby/policy"};
    });
    facts.standby = StandbyState{std::vector<std::string>(), {"/opt/bes-standby/policy/notes"}};
    const Request request = facts.installed.value()->receipt.request;
    const Plan plan = plan::makeRemoval(facts, request, {});
    const Step* back = find(plan, "others.return");
    REQUIRE(back != nullptr);
    CHECK(back == &plan.steps.back());
    CHECK(std::get<ReturnOthers>(back->action).things.front().path == "/opt/bes-standby/policy");
    const auto stays = plan::staysAfterRemoval(facts, request, {});
    CHECK(std::ranges::count(
              stays, "/etc/bes-standby/standby.ini: is restored as it was before the installation") == 1);
    CHECK(std::ranges::any_of(stays, [](const std::string& line) {
        return line.starts_with("/opt/bes-standby/policy: existed before the installation, and stays in");
    }));
}

TEST_CASE("What was changed since the installation is not taken away but saved") {
    Facts facts = sampleFactsInstalled();
    facts.standby = StandbyState{std::vector<std::string>(), {}};
    const std::string path = facts.installed.value()->receipt.files.back().path;
    changeFact(facts.standby, [&](StandbyState& standby) {
        standby.differences =
            std::vector<FileDifference>{{path, true, false, "has other content", false},
                                        {"/nowhere", true, false, "is missing", false, true}};
    });
    const Request request = facts.installed.value()->receipt.request;
    const Plan plan = plan::makeRemoval(facts, request, {});
    CHECK(std::get<SaveChanged>(find(plan, "files.save")->action).files ==
          std::vector<std::filesystem::path>{path});
    CHECK(std::ranges::count(std::get<RemoveFiles>(find(plan, "files.remove")->action).files,
                             std::filesystem::path(path)) == 0);
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
}
