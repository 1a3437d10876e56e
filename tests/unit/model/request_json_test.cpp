// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "model/json.hpp"
#include "places_of_tests.hpp"
#include "support/random_requests.hpp"

using namespace bes;

namespace {

std::set<std::string> membersOf(const Json& object) {
    std::set<std::string> members;
    for (const auto& member : object.items())
        members.insert(member.key());
    return members;
}

} // namespace

TEST_CASE("The schema of a request has every member of one, and no other") {
    std::ifstream file(std::filesystem::path(BES_SOURCE_DIR) / "resources" / "json-schemas" /
                       "request-1.schema.json");
    const Json schema = Json::parse(file)["$defs"]["request"]["properties"];
    Request request;
    request.database.backend = "sqlserver";
    request.database.server = "db";
    request.database.name = "BESMgmt";
    const Json written = toJson(request);
    CHECK(membersOf(schema) == membersOf(written));
    CHECK(membersOf(schema["domino"]["properties"]) == membersOf(written["domino"]));
    for (const std::string& member : membersOf(written["database"]))
        CHECK(schema["database"]["properties"].contains(member));
}

TEST_CASE("A request that was written as JSON is read as the same") {
    RandomRequests requests(20261128);
    for (int i = 0; i < 500; ++i) {
        const Request request = requests.next();
        const std::string text = toJson(request).dump();
        INFO(text);
        REQUIRE(requestFromJson(Json::parse(text)) == request);
    }
}
