// SPDX-License-Identifier: Apache-2.0
#include "answers/fields.hpp"

#include <catch2/catch.hpp>

using namespace bes;

TEST_CASE("Setup for Windows takes no image, whose services and registry are not in its files") {
    CHECK_FALSE(answers::wrongRoot(topFolder(), System::windows));
    CHECK(answers::wrongRoot("C:/image", System::windows));
    CHECK_FALSE(answers::wrongRoot("/image", System::gnuLinux));
}
