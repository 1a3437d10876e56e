// SPDX-License-Identifier: Apache-2.0
#include "detect/pending_restart.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "text/path_text.hpp"

using namespace bes;

namespace {

/// As the registry has a list of texts.
std::string bytesOf(std::u16string_view text) {
    std::string bytes;
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit & 0xFFU);
        bytes += static_cast<char>(unit >> 8U);
    }
    return bytes;
}

std::vector<std::string> filesOf(std::u16string_view text) {
    return utf8(detect::filesOfRestart(bytesOf(text)));
}

} // namespace

TEST_CASE("Files that Windows removes or replaces when it starts are read from its registry") {
    using namespace std::string_view_literals;
    CHECK(filesOf(u""sv).empty());
    CHECK(filesOf(u"\0"sv).empty());
    const auto removed = filesOf(u"\\??\\C:/BES/old.dll\0\0\0"sv);
    CHECK(removed == std::vector<std::string>{"C:/BES/old.dll"});
    const auto all = filesOf(u"\\??\\C:/a\0!\\??\\C:/b\0*1\\??\\C:/W\u00fcrfel\0\0\0"sv);
    CHECK(all == std::vector<std::string>{"C:/a", "C:/b", "C:/W\xc3\xbcrfel"});
}

TEST_CASE("A list of such files that is cut off, or is none, gives what can be read of it") {
    using namespace std::string_view_literals;
    CHECK(filesOf(u"\\??\\C:/a"sv) == std::vector<std::string>{"C:/a"});
    CHECK(detect::filesOfRestart("\\").empty());
    CHECK(filesOf(u"C:/a\0no path\0"sv).empty());
}
