// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <stdexcept>

#include "model/engine_order.hpp"
#include "model/foreign_json.hpp"
#include "model/json_text.hpp"

using namespace bes;

namespace {

std::string refusal(const std::string& text, const JsonLimits& limits = {}) {
    try {
        (void)parseForeignJson(text, limits);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

TEST_CASE("a text with a line break in JSON from outside is refused by field, and shown without it") {
    CHECK(refusal(R"({"catalog":{"components":[{"services":[{"display_name":"A\nWants=b"}]}]}})") ==
          "catalog/components/services/display_name contains a control character: \"A?Wants=b\"");
    CHECK(refusal(R"(["a\u001b[2J"])") == "the document contains a control character: \"a?[2J\"");
    CHECK(refusal("{\"a\u202Eb\":1}") == "a key in the document contains a control character: \"a?b\"");
    CHECK(refusal(R"({"a":{"b":1},"c":"\u009b"})") == "c contains a control character: \"?\"");
}

TEST_CASE("several lines are taken only where they belong, and secrets are neither looked at nor shown") {
    const JsonLimits limits{.lines = {"content"}, .secrets = {"passwords"}};
    CHECK(refusal(R"({"files":[{"content":"a\nb"}]})", limits).empty());
    CHECK(refusal(R"({"files":[{"content":"a\u001bb"}]})", limits) ==
          "files/content contains a control character: \"a?b\"");
    CHECK(refusal(R"({"files":[{"content":"a\nb","path":"c\nd"}]})", limits) ==
          "files/path contains a control character: \"c?d\"");
    CHECK(refusal(R"({"passwords":{"database":"a\u0007b"}})", limits).empty());
}

TEST_CASE("JSON from outside has a limit of depth, values and bytes") {
    CHECK(refusal(nested(32)).empty());
    CHECK(refusal(nested(33)) == "it is more than 32 levels deep");
    CHECK(refusal(nested(5'000'000)) == "it is more than 32 levels deep");
    CHECK(refusal("[1,2,3]", {.values = 3}) == "it has more than 3 values");
    CHECK(refusal("[1,2,3]", {.values = 4}).empty());
    CHECK(refusal("[1,2,3]", {.bytes = 6}) == "it has 7 bytes, and may have 6");
    CHECK(refusal("[\"" + std::string(4097, 'a') + "\"]")
              .starts_with("the document has 4097 bytes, and may have 4096"));
}

TEST_CASE("a number that its type can't hold is refused, not cut and not undefined") {
    for (const char* text : {"65536", "-1", "1e300", "1.5", "true", "\"1\"", "null"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(wholeNumber<std::uint16_t>(Json::parse(text)), std::invalid_argument);
    }
    CHECK(wholeNumber<std::uint16_t>(Json(65535)) == 65535);
    CHECK(wholeNumber<int>(Json(-5)) == -5);
    CHECK_THROWS_AS(wholeNumber<int>(Json(std::uint64_t{1} << 40U)), std::invalid_argument);
}

TEST_CASE("what is no JSON is told in a sentence of limited length") {
    const auto parsed = parseMediaManifest("\"" + std::string(100'000, 'a') + "\x1b");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().why.size() <= longestReason);
    CHECK(parsed.error().why.find('\x1b') == std::string::npos);
}

TEST_CASE("an order that is no JSON does not show what may be a password") {
    const auto parsed = parseEngineOrder(R"({"passwords":{"database":"geheim\n"},)");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().why.find("geheim") == std::string::npos);
}
