// SPDX-License-Identifier: Apache-2.0
#include "unit/plan/changed_standby.hpp"

using namespace bes;

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
        router.files[2].leadsTo = "../bin/bes-router";
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
