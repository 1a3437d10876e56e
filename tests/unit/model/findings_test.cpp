#include "model/findings.hpp"

#include <catch2/catch.hpp>

using bes::listed;

TEST_CASE("Long lists say how many are not shown") {
    CHECK(listed({}).empty());
    CHECK(listed({"a"}) == "a");
    CHECK(listed({"a", "b", "c"}, 2) == "a, b, c");
    CHECK(listed({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
}
