// SPDX-License-Identifier: Apache-2.0
#include "unit/plan/changed_standby.hpp"

using namespace bes;

TEST_CASE("A standby that is as it was installed needs no step") {
    CHECK(stepIds(changed(installedFacts())) == Ids{});
}

TEST_CASE("A damaged program is published again, alone, and only its service is started again") {
    Facts facts = installedFacts();
    damage(facts, {program, true, false, "has other content"});
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) ==
          Ids{"services.stop", "packages.stage", "files.publish", "services.start", "receipt.record"});
    CHECK(actionOf<StopServices>(plan, "services.stop").units == Ids{"bes-router.service"});
    CHECK(actionOf<StagePackages>(plan, "packages.stage").packages == Ids{"router"});
    CHECK(actionOf<StagePackages>(plan, "packages.stage").files == Ids{"router/bin/bes-router"});
    REQUIRE(actionOf<PublishFiles>(plan, "files.publish").files.size() == 1);
    CHECK(actionOf<PublishFiles>(plan, "files.publish").files[0].path == program);
    REQUIRE(actionOf<StartServices>(plan, "services.start").services.size() == 1);
    CHECK(actionOf<StartServices>(plan, "services.start").services[0].unit() == "bes-router.service");
    CHECK(plan::needsMedia(facts, sampleRequest(), {.kind = repair}));
}

TEST_CASE("Where only an empty folder is missing the package is staged as before, with no file named") {
    Facts facts = installedFacts();
    damage(facts, {"/opt/bes-standby/router/bin", true, false, "is missing", false, true});
    const auto staged = actionOf<StagePackages>(changed(facts), "packages.stage");
    CHECK(staged.packages == Ids{"router"});
    CHECK(staged.files == Ids{});
    CHECK(staged.bytes > 0);
}

TEST_CASE("A service that did not run is not started by a repair") {
    Facts facts = installedFacts();
    damage(facts, {"/opt/bes-standby/alert/bin/bes-alert", true, false, "is missing", false, true});
    CHECK(stepIds(changed(facts)) == Ids{"packages.stage", "files.publish", "receipt.record"});
}

TEST_CASE("A deferred service that runs goes on while its files are put right, and is never started") {
    Facts facts = installedFacts();
    changeFact(facts.standby, [](StandbyState& standby) {
        standby.running = std::vector<std::string>{"bes-policy.service", "bes-active.target"};
    });
    damage(facts, {"/opt/bes-standby/policy/bin/bes-policy", true, false, "has other content"});
    CHECK(stepIds(changed(facts)) == Ids{"packages.stage", "files.publish", "receipt.record"});
}

TEST_CASE("A wrong mode is put right without the media") {
    Facts facts = installedFacts();
    facts.media = Fact<MediaContents>::unknown("not there");
    damage(facts, {program, false, true, "has the mode 0644, installed was 0755"});
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) == Ids{"files.rights", "receipt.record"});
    REQUIRE(actionOf<SetRights>(plan, "files.rights").files.size() == 1);
    CHECK(actionOf<SetRights>(plan, "files.rights").files[0].rights == Rights::ofMode(0755));
    CHECK_FALSE(plan::needsMedia(facts, sampleRequest(), {.kind = repair}));
}

TEST_CASE("A damaged unit is written again; a configuration that was edited gets the new version beside it") {
    Facts facts = installedFacts();
    damage(facts, {"/etc/systemd/system/bes-alert.service", true, false, "has other content"});
    damage(facts, {"/etc/bes-standby/standby.ini", true, false, "has other content"});
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) == Ids{"configuration.write", "units.install", "receipt.record"});
    CHECK(actionOf<WriteConfiguration>(plan, "configuration.write").files.at(0).path ==
          "/etc/bes-standby/standby.ini.new");
    const auto& again = actionOf<InstallServices>(plan, "units.install");
    REQUIRE(again.services.definitions.size() == 1);
    CHECK(again.services.definitions[0].key == "bes-alert.service");
    CHECK(again.services.groups.empty());
    CHECK(again.enable.empty());
}

TEST_CASE("A file of a component that the catalogue marks as editable is kept when it was edited") {
    Facts facts = installedFacts();
    changeFact(facts.installed, [](auto& installed) {
        for (Component& component : installed->receipt.catalog.components)
            if (component.id == "router")
                component.editableFiles = {"bin/bes-router"};
    });
    changeFact(facts.media, [](MediaContents& media) {
        for (Component& component : media.manifest.catalog.components)
            if (component.id == "router")
                component.editableFiles = {"bin/bes-router"};
    });
    SECTION("edited") {
        damage(facts, {program, true, false, "has other content"});
        const PublishFiles publish = actionOf<PublishFiles>(changed(facts), "files.publish");
        CHECK(publish.files.empty());
        CHECK(publish.beside.size() == 1);
    }
    SECTION("missing") {
        damage(facts, {program, true, false, "is missing", false, true});
        CHECK(actionOf<PublishFiles>(changed(facts), "files.publish").files.size() == 1);
    }
}

TEST_CASE("SRP credentials that are no more those of the primary are copied again, after the commit") {
    Facts facts = installedFacts();
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01", &Server::name)->srp.keyFingerprint = "fedcba9876543210";
    });
    const Plan plan = changed(facts);
    CHECK(stepIds(plan) == Ids{"receipt.record", "standby.refresh"});
    CHECK(firstAfterCommit(plan) == 1);
}

TEST_CASE("A missing account, task and boot link come back") {
    Facts facts = installedFacts();
    facts.serviceAccountExists = false;
    changeFact(facts.notesIni, [](auto& ini) { ini->serverTasks.pop_back(); });
    changeFact(facts.standby, [](StandbyState& standby) { standby.enabled = false; });
    CHECK(stepIds(changed(facts)) == Ids{"account.create", "units.install", "domino.task", "receipt.record"});
}

TEST_CASE("A component that is taken away: its service stops, files, unit, task and rows go") {
    const Plan plan =
        changed(installedFacts(), {.kind = modify, .omit = {"messaging-agent", "collaboration"}});
    CHECK(stepIds(plan) == Ids{"units.remove", "files.remove", "configuration.write", "units.install",
                               "domino.task-remove", "receipt.record", "standby.refresh", "folders.remove"});
    CHECK(std::ranges::count(plan.receipt.components, "collaboration") == 0);
    CHECK(plan.receipt.made.tasks.empty());
    for (const InstalledFile& file : plan.receipt.files)
        CHECK(file.path.find("collaboration") == std::string::npos);
}

TEST_CASE("A deferred service that is added is not started, another is where the standby runs") {
    Facts facts = installedFacts();
    const Plan without = changed(facts, {.kind = modify, .omit = {"policy", "alert"}});
    changeFact(facts.installed, [&](auto& installed) { installed->receipt = without.receipt; });
    const Plan plan = changed(facts, {.kind = modify, .add = {"policy", "alert"}});
    const auto& started = actionOf<StartServices>(plan, "services.start").services;
    REQUIRE(started.size() == 1);
    CHECK(started[0].unit() == "bes-alert.service");
    changeFact(facts.standby, [](StandbyState& standby) { standby.running = std::vector<std::string>(); });
    CHECK(std::ranges::count(stepIds(changed(facts, {.kind = modify, .add = {"policy", "alert"}})),
                             "services.start") == 0);
}

TEST_CASE("A plan of a change that was written and read is the same plan") {
    Facts facts = installedFacts();
    damage(facts, {program, true, false, "has other content"});
    const Plan plan = changed(facts, {.kind = modify, .omit = {"collaboration"}});
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
}

TEST_CASE(
    "A standby that a version without recorded services installed needs no step, and a change records them") {
    Facts facts = installedFacts();
    changeFact(facts.installed, [](auto& installed) { installed->receipt.services = {}; });
    CHECK(stepIds(changed(facts)) == Ids{});
    damage(facts, {program, false, true, "has the mode 0644, originally 0755"});
    CHECK(changed(facts).receipt.services == plan::makePlan(sampleFacts(), sampleRequest()).receipt.services);
}

TEST_CASE("A service that was registered with other limits is started again, one with another order is not") {
    const auto registeredOtherwise = [](void (*change)(ServiceDefinition&)) {
        Facts facts = installedFacts();
        changeFact(facts.installed, [&](auto& installed) {
            auto& services = installed->receipt.services.definitions;
            change(*std::ranges::find(services, "bes-router.service", &ServiceDefinition::key));
            auto& files = installed->receipt.files;
            std::ranges::find(files, "/etc/systemd/system/bes-router.service", &InstalledFile::path)->sha256 =
                std::string(64, 'e');
        });
        return stepIds(changed(facts));
    };
    CHECK(registeredOtherwise([](ServiceDefinition& service) {
              service.stopLimit = std::chrono::seconds(1);
          }) == Ids{"services.stop", "units.install", "services.start", "receipt.record"});
    CHECK(registeredOtherwise([](ServiceDefinition& service) { service.after = {"bes-alert.service"}; }) ==
          Ids{"units.install", "receipt.record"});
}
