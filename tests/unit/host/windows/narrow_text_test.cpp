// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <filesystem>
#include <locale>

#include <catch2/catch.hpp>

#include "text/path_text.hpp"

namespace fs = std::filesystem;

namespace {

// not a constant, so that the library converts it while the test runs
fs::path library(const std::string& text) {
    return fs::path("C:/a") / text;
}

} // namespace

TEST_CASE("A path that the library makes of a text is that of pathOf(), whatever bytes are in it") {
    for (const char* text : {"", "b", "näme – 東京", "\U0001F600\U0001F601", "\xFF", "Z\xFCrich\xFF", "\xC3",
                             "\xE2\x82", "\xED\xA0\x80", "\xC0\xAF", "\xFF\xFE\xFD\xFC\xFB"}) {
        INFO(text);
        CHECK(library(text) == fs::path(L"C:/a") / bes::pathOf(text));
    }
    const std::string longText = std::string(5000, '\xFF') + std::string(5000, 'a') + "\xC3";
    CHECK(library(longText).native().size() == std::string("C:/a/").size() + 3 * 5000 + 5000 + 3);
}

TEST_CASE("What a stream of wide letters writes is the text of utf8(), whatever is in it") {
    using Conversion = std::codecvt<wchar_t, char, std::mbstate_t>;
    const auto& conversion = std::use_facet<Conversion>(std::locale::classic());
    for (const std::wstring& name :
         {std::wstring(L"näme"), std::wstring(1, wchar_t{0xD83D}), std::wstring(300, wchar_t{0xDE00}),
          std::wstring{wchar_t{0xD83D}, wchar_t{0xDE00}, L'b'}}) {
        std::mbstate_t state{};
        std::string text(name.size() * 5, '\0');
        const wchar_t* next = nullptr;
        char* end = nullptr;
        CHECK(conversion.out(state, name.data(), name.data() + name.size(), next, text.data(),
                             text.data() + text.size(), end) == std::codecvt_base::ok);
        CHECK(next == name.data() + name.size());
        text.resize(static_cast<std::size_t>(end - text.data()));
        CHECK(text == bes::utf8(fs::path(name)));
    }
}

TEST_CASE("What has no room is not converted, and nothing is cut in two") {
    const auto& conversion =
        std::use_facet<std::codecvt<wchar_t, char, std::mbstate_t>>(std::locale::classic());
    const std::string text = "a\xFF\xFE";
    std::array<wchar_t, 6> room{};
    const char* next = nullptr;
    wchar_t* end = nullptr;
    std::mbstate_t state{};
    CHECK(conversion.in(state, text.data(), text.data() + text.size(), next, room.data(),
                        room.data() + room.size(), end) == std::codecvt_base::partial);
    CHECK(std::wstring(room.data(), end) == L"a|FF");
    CHECK(next == text.data() + 2);
    CHECK(conversion.length(state, text.data(), text.data() + text.size(), room.size()) == 2);
}
