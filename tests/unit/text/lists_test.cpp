// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/lists.hpp"

using bes::joined;
using bes::listed;

TEST_CASE("Long lists say how many are not shown") {
    CHECK(listed({}).empty());
    CHECK(listed({"a"}) == "a");
    CHECK(listed({"a", "b", "c"}, 2) == "a, b, c"); // "and 1 more" is no shorter
    CHECK(listed({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
}

TEST_CASE("Words are joined, also empty ones") {
    CHECK(joined({}).empty());
    CHECK(joined({"a", "", "b"}) == "a, , b");
    CHECK(joined({"a", "b"}, " and ") == "a and b");
}
