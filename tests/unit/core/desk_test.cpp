// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "desk.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

TEST_CASE("Of a folder that another answer names nothing is known, also where another folder was") {
    SeenFacts seen;
    seen.request = sampleRequest();
    seen.facts = sampleFacts();
    REQUIRE(seen.facts.space.at("/etc/bes-standby").known());
    Request now = seen.request;
    now.installFolder = seen.request.configurationFolder;
    now.configurationFolder = "/srv/configuration";
    const auto facts = factsFor(seen, now);
    REQUIRE(facts);
    for (const char* folder : {"/etc/bes-standby", "/srv/configuration"}) {
        INFO(folder);
        CHECK(facts->space.contains(folder));
        CHECK(facts->surroundings.folders.contains(folder));
        CHECK_FALSE(facts->space.at(folder).known());
        CHECK_FALSE(facts->surroundings.folders.at(folder).known());
    }
    CHECK_FALSE(facts->space.contains("/opt/bes-standby"));
    CHECK(facts->space.at("/var/log/bes-standby").known());
}
