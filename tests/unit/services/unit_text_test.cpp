// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <stdexcept>

#include "model/places.hpp"
#include "plan/services.hpp"
#include "services/unit_files.hpp"
#include "services/unit_text.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;
using services::UnitText;

TEST_CASE("what comes from outside is quoted in a unit as its key needs") {
    UnitText text;
    text.sentence("Description", "Standby ", "100% \"x\" $y", " (z)");
    text.path("ReadWritePaths", "/srv/a b/100%/$x\"\\");
    text.command("ExecStart", "/srv/a $b/100%", "--configuration", "/etc/$x y");
    text.names("After", {"network-online.target", "bes-router.service"});
    CHECK(text.take() == "Description=Standby 100%% \"x\" $y (z)\n"
                         "ReadWritePaths=\"/srv/a b/100%%/$x\\\"\\\\\"\n"
                         "ExecStart=\"/srv/a $b/100%%\" --configuration \"/etc/$$x y\"\n"
                         "After=network-online.target bes-router.service\n");
}

TEST_CASE("the writer of units refuses by itself what would be another line") {
    const std::string line = "BES01\nWants=debug-shell.service";
    UnitText text;
    CHECK_THROWS_AS(text.sentence("Description", "", line), std::invalid_argument);
    CHECK_THROWS_AS(text.path("ReadWritePaths", line), std::invalid_argument);
    CHECK_THROWS_AS(text.command("ExecStart", line, "-c", "/x"), std::invalid_argument);
    CHECK_THROWS_AS(text.command("ExecStart", "/x", "-c", line), std::invalid_argument);
    for (const char* name : {"a b", "a\nb", "", "a/b", "a%b"})
        CHECK_THROWS_AS(text.names("User", {name}), std::invalid_argument);
    CHECK(text.take().empty());
}

TEST_CASE("no unit is made of a name with a line break, wherever it got through") {
    Request request = sampleRequest();
    request.standby = "BES01-standby\nWants=debug-shell.service";
    CHECK_THROWS_AS(services::unitFiles(plan::servicesOf(plan::workOut(sampleFacts(), request))),
                    std::invalid_argument);
    request = sampleRequest();
    request.serviceAccount = "bes\nUser=root";
    CHECK_THROWS_AS(services::unitFiles(plan::servicesOf(plan::workOut(sampleFacts(), request))),
                    std::invalid_argument);
}
