// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "plan/change.hpp"
#include "plan/make_plan.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

constexpr auto repair = Maintenance::Kind::repair;
constexpr auto modify = Maintenance::Kind::modify;

/// The receipt that an installation of the sample leaves, and the database after it.
Facts installedFacts() {
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

void damage(Facts& facts, const FileDifference& difference) {
    changeFact(facts.standby, [&](StandbyState& standby) {
        auto differences = standby.differences.value();
        differences.push_back(difference);
        standby.differences = differences;
    });
}

Plan changed(const Facts& facts, const Maintenance& wanted = {.kind = repair}) {
    return plan::makeChange(facts, facts.installed.value()->receipt.request, wanted);
}

std::vector<std::string> stepIds(const Plan& plan) {
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
const std::string program = "/opt/bes-standby/router/bin/bes-router";

} // namespace

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
    REQUIRE(actionOf<PublishFiles>(plan, "files.publish").files.size() == 1);
    CHECK(actionOf<PublishFiles>(plan, "files.publish").files[0].path == program);
    REQUIRE(actionOf<StartServices>(plan, "services.start").services.size() == 1);
    CHECK(actionOf<StartServices>(plan, "services.start").services[0].unit() == "bes-router.service");
    CHECK(plan::needsMedia(facts, sampleRequest(), {.kind = repair}));
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
    CHECK(actionOf<SetRights>(plan, "files.rights").files[0].mode == 0755);
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
    REQUIRE(actionOf<InstallUnits>(plan, "units.install").units.size() == 1);
    CHECK(actionOf<InstallUnits>(plan, "units.install").enable.empty());
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

namespace {

/// Media of a newer version: the Router's program is another, the Dispatcher has a file more, Alert one less.
Facts factsWithNewerMedia() {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    changeFact(facts.media, [](MediaContents& media) {
        const auto package = [&](const char* id) -> Package& {
            return *std::ranges::find(media.manifest.packages, id, &Package::id);
        };
        package("router").files[1].sha256 = std::string(64, 'e');
        package("dispatcher").files.push_back({"share", FileType::folder, 0755, 0, "", ""});
        package("dispatcher")
            .files.push_back({"share/new", FileType::regular, 0644, 10, std::string(64, 'f'), ""});
        std::erase_if(package("alert").files,
                      [](const PackagedFile& file) { return file.path == "bin/bes-alert"; });
    });
    return facts;
}

const Maintenance upgrade{.kind = Maintenance::Kind::upgrade};

std::vector<std::string> pathsOf(const std::vector<InstalledFile>& files) {
    std::vector<std::string> paths;
    for (const InstalledFile& file : files)
        paths.push_back(file.path);
    return paths;
}

} // namespace

TEST_CASE("An upgrade replaces, adds and takes out what differs, and starts again what it stopped") {
    const Facts facts = factsWithNewerMedia();
    const Plan plan = changed(facts, upgrade);
    CHECK(plan.command == "upgrade");
    CHECK(stepIds(plan) == Ids{"services.stop", "packages.stage", "files.publish", "files.remove",
                               "services.start", "receipt.record", "standby.refresh"});
    CHECK(actionOf<StopServices>(plan, "services.stop").units ==
          Ids{"bes-dispatcher.service", "bes-router.service"});
    CHECK(actionOf<StagePackages>(plan, "packages.stage").packages == Ids{"dispatcher", "router"});
    CHECK(pathsOf(actionOf<PublishFiles>(plan, "files.publish").files) ==
          Ids{"/opt/bes-standby/dispatcher/share", "/opt/bes-standby/dispatcher/share/new", program});
    CHECK(actionOf<RemoveFiles>(plan, "files.remove").files ==
          std::vector<std::filesystem::path>{"/opt/bes-standby/alert/bin/bes-alert"});
    const auto& started = actionOf<StartServices>(plan, "services.start").services;
    REQUIRE(started.size() == 2);
    CHECK(started[0].unit() == "bes-router.service");
    CHECK(plan.receipt.catalog.version == "5.0.1");
    CHECK(plan.receipt.mediaSha256 == facts.media.value().manifestSha256);
    CHECK(plan.basis.at(0).value == "5.0 is installed, the media has 5.0.1");
    CHECK(plan.basis.at(1).value == "1 new, 1 other, 1 gone");
}

TEST_CASE("After an upgrade the same media gives an empty plan, for repair and upgrade") {
    Facts facts = factsWithNewerMedia();
    const Plan plan = changed(facts, upgrade);
    changeFact(facts.installed, [&](auto& installed) { installed->receipt = plan.receipt; });
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01-standby", &Server::name)->version = "5.0.1";
    });
    CHECK(stepIds(changed(facts, upgrade)) == Ids{});
    CHECK(stepIds(changed(facts)) == Ids{});
}

TEST_CASE("A version that differs by its number alone is recorded and registered") {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    CHECK(stepIds(changed(facts, upgrade)) == Ids{"receipt.record", "standby.refresh"});
}

TEST_CASE("Edited files are kept by an upgrade: new ones beside them, and those that the media has no more") {
    Facts facts = factsWithNewerMedia();
    changeFact(facts.installed, [](auto& installed) {
        for (Component& component : installed->receipt.catalog.components)
            component.editableFiles = {"bin/bes-" + component.id};
    });
    damage(facts, {program, true, false, "has other content"});
    damage(facts, {"/opt/bes-standby/alert/bin/bes-alert", true, false, "has other content"});
    const Plan plan = changed(facts, upgrade);
    CHECK(pathsOf(actionOf<PublishFiles>(plan, "files.publish").beside) == Ids{program});
    CHECK(std::ranges::count(stepIds(plan), "files.remove") == 0);
}

TEST_CASE(
    "A service that is deferred no more is started on a running standby, one that becomes it is stopped") {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    changeFact(facts.media, [](MediaContents& media) {
        for (Component& component : media.manifest.catalog.components)
            for (Service& service : component.services) {
                if (service.unit == "bes-policy.service")
                    service.startPolicy = StartPolicy::startAfterSetup;
                if (service.unit == "bes-router.service")
                    service.startPolicy = StartPolicy::deferredUntilFailover;
            }
    });
    const Plan plan = changed(facts, upgrade);
    CHECK(std::ranges::count(actionOf<StopServices>(plan, "services.stop").units, "bes-router.service") == 1);
    const auto& started = actionOf<StartServices>(plan, "services.start").services;
    const auto starts = [&](const char* unit) {
        return std::ranges::count_if(started, [&](const auto& service) { return service.unit() == unit; });
    };
    CHECK(starts("bes-policy.service") == 1);
    CHECK(starts("bes-router.service") == 0);
}

TEST_CASE("Links that lead elsewhere and folders with another mode are upgraded too") {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    changeFact(facts.media, [](MediaContents& media) {
        Package& router = *std::ranges::find(media.manifest.packages, "router", &Package::id);
        router.files[0].mode = 0750;
        router.files[2].target = "../bin/bes-router";
    });
    const Plan plan = changed(facts, upgrade);
    CHECK(pathsOf(actionOf<PublishFiles>(plan, "files.publish").files) ==
          Ids{"/opt/bes-standby/router/bin/current"});
    CHECK(pathsOf(actionOf<SetRights>(plan, "files.rights").files) == Ids{"/opt/bes-standby/router/bin"});
}

TEST_CASE("A file where a folder was, and a folder where a file was, get room before they are published") {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    changeFact(facts.installed, [](auto& installed) {
        installed->receipt.made.folders = {"/opt/bes-standby/router", "/opt/bes-standby/router/bin"};
    });
    changeFact(facts.media, [](MediaContents& media) {
        std::ranges::find(media.manifest.packages, "router", &Package::id)->files = {
            {"bin", FileType::regular, 0644, 3, std::string(64, 'a'), ""}};
        std::ranges::find(media.manifest.packages, "alert", &Package::id)
            ->files.push_back({"bin/bes-alert", FileType::folder, 0755, 0, "", ""});
    });
    changeFact(facts.media, [](MediaContents& media) {
        auto& alert = *std::ranges::find(media.manifest.packages, "alert", &Package::id);
        std::erase_if(alert.files, [](const PackagedFile& file) {
            return file.path == "bin/bes-alert" && file.type == FileType::regular;
        });
    });
    const Plan plan = changed(facts, upgrade);
    CHECK(stepIds(plan) == Ids{"services.stop", "packages.stage", "files.clear", "files.publish",
                               "services.start", "receipt.record", "standby.refresh"});
    const auto& clear = actionOf<RemoveFiles>(plan, "files.clear");
    CHECK(clear.files == std::vector<std::filesystem::path>{"/opt/bes-standby/alert/bin/bes-alert", program,
                                                            "/opt/bes-standby/router/bin/current"});
    CHECK(clear.folders == std::vector<std::filesystem::path>{"/opt/bes-standby/router/bin"});
    CHECK(pathsOf(actionOf<PublishFiles>(plan, "files.publish").files) ==
          Ids{"/opt/bes-standby/alert/bin/bes-alert", "/opt/bes-standby/router/bin"});
    CHECK(plan.receipt.made.folders == std::vector<std::filesystem::path>{"/opt/bes-standby/router"});
    CHECK(parsePlan(formatPlan(plan)).value() == plan);
}

TEST_CASE("What stands where a folder was installed is not looked into to make room") {
    Facts facts = installedFacts();
    takeMedia(facts, "5.0.1");
    changeFact(facts.media, [](MediaContents& media) {
        std::ranges::find(media.manifest.packages, "router", &Package::id)->files = {
            {"bin", FileType::regular, 0644, 3, std::string(64, 'a'), ""}};
    });
    damage(facts, {"/opt/bes-standby/router/bin", true, false, "is a file, installed was a folder"});
    CHECK(actionOf<RemoveFiles>(changed(facts, upgrade), "files.clear").files.empty());
}
