#include "check/version.hpp"

#include <catch2/catch.hpp>

using bes::check::sameVersion;

TEST_CASE("Versions are the same when all their parts are") {
    CHECK(sameVersion("5.0", "5.0"));
    CHECK(sameVersion("5.0", "5.0.0"));
    CHECK(sameVersion("5.0.03", "5.0.3"));
    CHECK_FALSE(sameVersion("5.0", "5.0.3"));
    CHECK_FALSE(sameVersion("5.0.3", "5.0.4"));
    CHECK_FALSE(sameVersion("5.0", "5.1"));
    CHECK_FALSE(sameVersion("5.0", "50"));
    CHECK_FALSE(sameVersion("4.1", "5.0"));
}

TEST_CASE("A version that is not known is the same as none") {
    CHECK_FALSE(sameVersion("", ""));
    CHECK_FALSE(sameVersion("", "5.0"));
}
