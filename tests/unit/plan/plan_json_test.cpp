// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "plan/make_plan.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

std::string planText() {
    return formatPlan(plan::makePlan(sampleFacts(), sampleRequest()));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("A plan that was written and read is the same plan") {
    const Plan plan = plan::makePlan(sampleFacts(), sampleRequest());
    const auto read = parsePlan(formatPlan(plan));
    REQUIRE(read.has_value());
    CHECK(*read == plan);
    CHECK(formatPlan(*read) == formatPlan(plan));
}

TEST_CASE("A plan names its schema, and one of before, which names none, is the same plan") {
    std::string text = planText();
    CHECK(text.starts_with("{\n  \"$schema\": \"plan-1.schema.json\",\n"));
    for (auto at = text.find("\"$schema\""); at != std::string::npos; at = text.find("\"$schema\""))
        text.erase(at, text.find('\n', at) + 1 - at);
    CHECK(text.find("schema.json") == std::string::npos);
    const auto read = parsePlan(text);
    REQUIRE(read.has_value());
    CHECK(*read == plan::makePlan(sampleFacts(), sampleRequest()));
}

TEST_CASE("A plan that names a deferred service to start is refused") {
    const std::string start = "\"services\": [\n          \"bes-router.service\"";
    const auto read = parsePlan(replaced(planText(), start, replaced(start, "bes-router", "bes-policy")));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().id == "plan.format");
    CHECK(read.error().why.find("bes-policy.service") != std::string::npos);
}

TEST_CASE("A plan with an unknown step or of another version is refused with the reason") {
    const auto unknown = parsePlan(replaced(planText(), "\"reserve-pair\"", "\"format-disk\""));
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().why == "unknown action \"format-disk\"");
    const auto newer = parsePlan(replaced(planText(), "\"format_version\": 1", "\"format_version\": 2"));
    REQUIRE_FALSE(newer.has_value());
    CHECK(newer.error().why.find("version 2") != std::string::npos);
}

TEST_CASE("Text that is no plan is refused") {
    CHECK_FALSE(parsePlan("").has_value());
    CHECK_FALSE(parsePlan("[]").has_value());
    CHECK_FALSE(parsePlan(planText().substr(0, 2000)).has_value());
}
