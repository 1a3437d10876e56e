// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>

#include "text/path_text.hpp"

using namespace bes;

namespace fs = std::filesystem;

namespace {

const char* const foreign[] = {"a\xFF\xFE", "Z\xFCrich", "\xC3", "\xED\xA0\x80", "x\x80/y", "\xFF"};

} // namespace

TEST_CASE("bytes that are no text become a path that says so, the same each time") {
    CHECK(pathOf("C:/a\xFF/b").native() == L"C:/a|FF/b");
    CHECK(utf8(pathOf("C:/a\xFF/b")) == "C:/a|FF/b");
    for (const char* text : foreign) {
        CHECK(pathOf(text) == pathOf(text));
        CHECK(pathOf(utf8(pathOf(text))) == pathOf(text));
    }
    CHECK(pathsOf({"\xFF", "b"}) == std::vector<fs::path>{pathOf("|FF"), pathOf("b")});
}

TEST_CASE("a path of bytes that are no text leads to nothing, and nothing can be made there") {
    for (const char* text : foreign) {
        const fs::path path = fs::temp_directory_path() / pathOf(text);
        std::error_code error;
        CHECK_FALSE(fs::exists(path, error));
        CHECK_FALSE(std::ofstream(path).is_open());
        CHECK_FALSE(fs::create_directory(path, error));
    }
}

TEST_CASE("a name that is no text becomes one that leads to nothing") {
    const fs::path half = fs::path(L"C:\\a") / std::wstring(1, wchar_t{0xD83D});
    CHECK(utf8(half) == "C:/a/|D83D");
    CHECK(utf8(std::vector<fs::path>{half}) == std::vector<std::string>{"C:/a/|D83D"});
}
