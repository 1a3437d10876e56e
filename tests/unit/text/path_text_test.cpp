// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/path_text.hpp"

using namespace bes;

TEST_CASE("a path that became text and a path again is the same one") {
    for (const char* text :
         {"", "/", "/opt/bes-standby", "relative/name", "/opt//twice/", "/srv/Zürich", "/a\xFF\xFE/b", "."}) {
        INFO(text);
        CHECK(utf8(pathOf(text)) == text);
        CHECK(pathOf(utf8(std::filesystem::path(text))) == std::filesystem::path(text));
    }
}

TEST_CASE("several paths keep their order") {
    const std::vector<std::string> texts{"/b", "/a", ""};
    CHECK(utf8(pathsOf(texts)) == texts);
}
