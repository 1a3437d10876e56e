// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/path_text.hpp"

using namespace bes;

TEST_CASE("a path that became text and a path again is the same one") {
    for (const char* text :
         {"", "/", "/opt/bes-standby", "relative/name", "/opt//twice/", "/srv/Zürich", "."}) {
        INFO(text);
        CHECK(utf8(pathOf(text)) == text);
        CHECK(pathOf(utf8(std::filesystem::path(text))) == std::filesystem::path(text));
    }
}

TEST_CASE("a path of bytes that are no text stays the same one") {
    CHECK(utf8(pathOf("/a\xFF\xFE/b")) == "/a\xFF\xFE/b");
    CHECK(pathOf(utf8(std::filesystem::path("/a\xFF\xFE/b"))) == std::filesystem::path("/a\xFF\xFE/b"));
}

TEST_CASE("several paths keep their order") {
    const std::vector<std::string> texts{"/b", "/a", ""};
    CHECK(utf8(pathsOf(texts)) == texts);
}
