// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "model/places.hpp"
#include "model/plan.hpp"
#include "places_of_tests.hpp"
#include "plan/services.hpp"
#include "services/unit_files.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

std::string unit(const std::string& name, const Request& request = sampleRequest()) {
    const Facts facts = sampleFacts();
    const auto files = services::unitFiles(plan::servicesOf(plan::workOut(facts, request)));
    const auto found =
        std::ranges::find(files, name, [](const TextFile& f) { return f.path.filename().string(); });
    REQUIRE(found != files.end());
    return found->content;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string line(const std::string& text, const std::string& key) {
    const auto begin = text.find("\n" + key) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

} // namespace

TEST_CASE("Only the standby target is put into the boot") {
    const Facts facts = sampleFacts();
    for (const TextFile& file : services::unitFiles(plan::servicesOf(plan::workOut(facts, sampleRequest()))))
        CHECK(contains(file.content, "[Install]\n") == (file.path.filename() == places::standbyTarget));
}

TEST_CASE("Deferred services are wanted by the active target alone") {
    const std::string standby = line(unit(places::standbyTarget), "Wants=");
    const std::string active = line(unit(places::activeTarget), "Wants=");
    for (const char* deferred : {"bes-mail-store", "bes-policy", "bes-synchronization"}) {
        CHECK_FALSE(contains(standby, deferred));
        CHECK(contains(active, deferred));
    }
    CHECK(contains(standby, "bes-router.service"));
    CHECK_FALSE(contains(active, "bes-router.service"));
}

TEST_CASE("A service starts after all that stand before it in the catalogue's order") {
    const std::string after = line(unit("bes-dispatcher.service"), "After=");
    CHECK(contains(after, "bes-router.service"));
    CHECK(contains(after, "bes-attachment.service"));
    CHECK_FALSE(contains(after, "bes-mds-connection.service"));
    CHECK_FALSE(contains(after, "bes-controller.service"));
}

TEST_CASE("Folders with blanks and percent signs reach the program as they are") {
    Request request = sampleRequest();
    request.installFolder = "/srv/BES 100%/standby";
    CHECK(contains(line(unit("bes-router.service", request), "ExecStart="),
                   "ExecStart=\"/srv/BES 100%%/standby/router/"));
}

TEST_CASE("Services run as the service account with few rights") {
    const std::string text = unit("bes-router.service");
    CHECK(contains(text, "\nUser=bes\n"));
    CHECK(contains(text, "\nNoNewPrivileges=yes\n"));
    CHECK(contains(text, "\nProtectSystem=strict\n"));
}

TEST_CASE("The unit of a service is made from its definition alone") {
    const TextFile file = services::unitFile(ServiceDefinition{
        .key = "bes-router.service",
        .displayName = "BlackBerry Router",
        .program = "/opt/bes/router/bin/bes-router",
        .configuration = "/etc/bes/standby.ini",
        .account = "bes",
        .policy = StartPolicy::startAfterSetup,
        .after = {"bes-attachment.service"},
        .dependsOn = {},
        .writableFolder = "/var/log/bes",
        .restartDelay = std::chrono::seconds(5),
        .startLimit = std::chrono::seconds(6),
        .stopLimit = std::chrono::seconds(7),
    });
    CHECK(file.path == places::unitFolder / "bes-router.service");
    CHECK(line(file.content, "Description=") == "Description=BlackBerry Router");
    CHECK(line(file.content, "After=") == "After=network-online.target bes-attachment.service");
    CHECK(line(file.content, "PartOf=") == std::string("PartOf=") + places::standbyTarget);
    CHECK(line(file.content, "ExecStart=") ==
          "ExecStart=\"/opt/bes/router/bin/bes-router\" --configuration \"/etc/bes/standby.ini\"");
    CHECK(
        contains(file.content, "\nRestart=on-failure\nRestartSec=5\nTimeoutStartSec=6\nTimeoutStopSec=7\n"));
    CHECK(line(file.content, "ReadWritePaths=") == "ReadWritePaths=\"/var/log/bes\"");
}

TEST_CASE("Every service of the composition has a definition, those that Domino runs have none") {
    const Facts facts = sampleFacts();
    const Request request = sampleRequest();
    const plan::Composition composition = plan::workOut(facts, request);
    const auto [definitions, groups] = plan::servicesOf(composition);
    CHECK(definitions.size() == composition.started.size() + composition.deferred.size());
    for (const ServiceGroup& group : groups)
        for (const std::string& key : group.members) {
            const auto found = std::ranges::find(definitions, key, &ServiceDefinition::key);
            REQUIRE(found != definitions.end());
            CHECK(found->policy == group.policy);
        }
}

TEST_CASE("A plan of a version that had units as texts still says what was written and what is removed") {
    std::ostringstream text;
    text << std::ifstream(BES_SOURCE_DIR "/tests/golden/1.0.0/plan.json").rdbuf();
    const auto plan = parsePlan(text.str());
    REQUIRE(plan.has_value());
    int found = 0;
    for (const Step& step : plan->steps) {
        if (const auto* act = std::get_if<InstallServices>(&step.action)) {
            const auto files = services::filesFor(System::gnuLinux, *act);
            REQUIRE(files.size() == 1);
            CHECK(files[0].path == "/etc/bes-standby/standby.ini");
            CHECK(files[0].rights == Rights::ofMode(0640));
            CHECK(files[0].content == "[standby]\nname = BES-NORTH-standby\n");
            ++found;
        }
        if (const auto* act = std::get_if<RemoveServices>(&step.action)) {
            REQUIRE(act->keys.size() == 1);
            CHECK(services::unitPlace(act->keys[0]) == "/etc/systemd/system/bes-router.service");
            ++found;
        }
    }
    CHECK(found == 2);
    const auto again = parsePlan(formatPlan(*plan)); // into a journal of this version and out of it
    REQUIRE(again.has_value());
    CHECK(*again == *plan);
}
