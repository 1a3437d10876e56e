// SPDX-License-Identifier: Apache-2.0
#include "check/version.hpp"

#include <catch2/catch.hpp>

using bes::check::compareVersions;
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

TEST_CASE("Of two versions the newer one is found part by part, as numbers") {
    CHECK((compareVersions("5.0.1", "5.0") > 0));
    CHECK((compareVersions("5.0.10", "5.0.9") > 0));
    CHECK((compareVersions("4.1.7", "5.0") < 0));
    CHECK((compareVersions("5.0.4", "5.0.4 MR2") < 0));
    CHECK((compareVersions("5.0.4 MR1", "5.0.4 MR2") < 0));
    CHECK((compareVersions("5.0.4 mr2", "5.0.04 MR2") == 0));
    CHECK((compareVersions("5", "5.0.0") == 0));
}

TEST_CASE("Versions with words in them have one order") {
    CHECK((compareVersions("5.0.10", "5.0.4 MR2") > 0));
    CHECK((compareVersions("5.0.4 MR10", "5.0.4 MR9") > 0));
    CHECK((compareVersions("5.0.4 MR02", "5.0.4 MR2") == 0));
    CHECK((compareVersions("9", "10") < 0));
    CHECK((compareVersions("10", "1a") > 0));
    CHECK((compareVersions("1a", "9") < 0));
    CHECK((compareVersions("5.beta", "5.1") < 0));
    CHECK((compareVersions("5.0 SP4", "5.1") < 0));
    CHECK((compareVersions("5.0 SP4", "5.0") > 0));
}
