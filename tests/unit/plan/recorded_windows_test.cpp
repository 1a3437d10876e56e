// SPDX-License-Identifier: Apache-2.0
// tests/windows/record.sh wrote the files, by the program for Windows.
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "model/seen_facts.hpp"
#include "places_of_tests.hpp"
#include "plan/make_plan.hpp"

using namespace bes;

namespace {

std::string recorded(const std::string& command) {
    std::ifstream file(BES_SOURCE_DIR "/tests/unit/plan/windows/" + command + ".json", std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("Of what was found on a Windows computer every system makes the plan that was made there") {
    const auto seen = parseSeenFacts(recorded("detect"));
    INFO((seen ? "" : seen.error().what + ": " + seen.error().why));
    REQUIRE(seen);
    const auto planned = parsePlan(recorded("plan"));
    INFO((planned ? "" : planned.error().what + ": " + planned.error().why));
    REQUIRE(planned);
    CHECK(seen->facts.computer.value().system == System::windows);
    const std::string made = formatPlan(plan::makePlan(seen->facts, seen->request));
    CHECK(made == formatPlan(*planned));
    CHECK(made.find("/etc/") == std::string::npos);
}
