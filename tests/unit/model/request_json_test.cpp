// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/json.hpp"
#include "support/random_requests.hpp"

using namespace bes;

TEST_CASE("A request that was written as JSON is read as the same") {
    RandomRequests requests(20261128);
    for (int i = 0; i < 500; ++i) {
        const Request request = requests.next();
        const std::string text = toJson(request).dump();
        INFO(text);
        REQUIRE(requestFromJson(Json::parse(text)) == request);
    }
}
