// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/seen_facts.hpp"
#include "support/random_facts.hpp"
#include "support/random_requests.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Json documentOf(const Facts& facts) {
    return toJson(SeenFacts{.setupVersion = "1.1.0", .seenAt = "2026-11-29T12:00:00Z", .facts = facts});
}

Result<SeenFacts> read(const Json& json) {
    return parseSeenFacts(json.dump());
}

} // namespace

TEST_CASE("Facts of any kind are the same after they were written and read") {
    RandomFacts random(1, sampleManifest(), sampleReceipt());
    RandomRequests requests(1);
    for (int i = 0; i < 300; ++i) {
        const SeenFacts seen{.setupVersion = "1.1.0",
                             .seenAt = "2026-11-29T12:00:00Z",
                             .request = requests.next(),
                             .facts = random.next(),
                             .practice = i % 2 == 0};
        INFO(toJson(seen).dump(2));
        const auto read = parseSeenFacts(toJson(seen).dump(i % 3));
        INFO((read ? "" : read.error().what + ": " + read.error().why));
        REQUIRE(read);
        REQUIRE(*read == seen);
    }
}

TEST_CASE("The facts on which the tests of checks stand survive a file") {
    const auto back = read(documentOf(sampleFacts()));
    REQUIRE(back);
    CHECK(back->facts == sampleFacts());
}

TEST_CASE("Reasons of more than one line are facts too") {
    Facts facts = sampleFacts();
    facts.database = Fact<DatabaseContents>::unknown("connection refused\n\tIs the server running?");
    const auto back = read(documentOf(facts));
    REQUIRE(back);
    CHECK(back->facts == facts);
}

TEST_CASE("Facts of another version say so, and where to get others") {
    Json json = documentOf(sampleFacts());
    for (const auto& [version, whose] : {std::pair{1, "an older"}, {3, "a newer"}}) {
        json["format_version"] = version;
        const auto back = read(json);
        REQUIRE_FALSE(back);
        CHECK(back.error().id == "facts.format");
        CHECK(back.error().why.find(whose) != std::string::npos);
        CHECK(back.error().command.find("detect --json") != std::string::npos);
    }
}

TEST_CASE("Another document is not taken for facts") {
    const auto back = parseSeenFacts(R"({"format": "bes-standby-setup.plan", "format_version": 1,
                                         "text": "a\nb"})");
    REQUIRE_FALSE(back);
    CHECK(back.error().why.find("bes-standby-setup.plan") != std::string::npos);
}

TEST_CASE("Facts that were cut off anywhere are refused") {
    const std::string whole = documentOf(sampleFacts()).dump();
    for (std::size_t length = 0; length < whole.size(); length += 97)
        CHECK_FALSE(parseSeenFacts(whole.substr(0, length)));
}

TEST_CASE("Facts without one of their members are refused") {
    const Json whole = documentOf(sampleFacts());
    for (const auto& [key, value] : whole.items()) {
        if (key == "$schema")
            continue; // documents of before have none
        INFO(key);
        Json json = whole;
        json.erase(key);
        CHECK_FALSE(read(json));
        json[key] = Json::array({7});
        CHECK_FALSE(read(json));
    }
}
