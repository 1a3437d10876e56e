// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "answers/answers.hpp"

using bes::answers::nearest;

TEST_CASE("the nearest name is the one that was meant") {
    const std::vector<std::string> names{"install", "status", "media.trust", "media.folder", "plan"};
    CHECK(nearest("instal", names) == "install");
    CHECK(nearest("isntall", names) == "install");
    CHECK(nearest("STATUS", names) == "status");
    CHECK(nearest("media.fodler", names) == "media.folder");
    CHECK(nearest("media_folder", names) == "media.folder");
    CHECK(nearest("trust", names) == "media.trust");
    CHECK(nearest("plna", names) == "plan");
}

TEST_CASE("nothing is offered that is not near") {
    CHECK_FALSE(nearest("x", {"install", "plan"}));
    CHECK_FALSE(nearest("", {"install", "plan"}));
    CHECK_FALSE(nearest("uninstall-all", {"install", "plan"}));
    CHECK_FALSE(nearest(std::string(100000, 'x'), {"install"}));
}
