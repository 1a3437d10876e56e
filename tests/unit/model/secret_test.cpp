// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sstream>
#include <type_traits>

#include "model/json.hpp"
#include "model/secret.hpp"

using bes::Secret;

namespace {

template<class T>
concept CanBePrinted = requires(std::ostream& stream, const T& value) { stream << value; };

template<class T>
concept HasJson = requires(const T& value) { bes::toJson(value); };

} // namespace

TEST_CASE("A secret can't be printed, written as JSON or taken for a text") {
    STATIC_REQUIRE_FALSE(CanBePrinted<Secret>);
    STATIC_REQUIRE_FALSE(HasJson<Secret>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Secret, std::string>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::string, Secret>);
}

TEST_CASE("A secret that was moved away is empty") {
    const std::string text = GENERATE("short", "a text that is too long for the string's own room");
    Secret from{std::string(text)};
    const Secret to(std::move(from));
    CHECK(to.reveal() == text);
    CHECK(from.empty()); // NOLINT(bugprone-use-after-move): that is the question
}

TEST_CASE("Overwriting a secret keeps nothing of the longer one before it") {
    Secret secret(std::string(64, 'k'));
    const char* memory = secret.reveal().data();
    secret = Secret("x");
    CHECK(secret.reveal() == "x");
    if (secret.reveal().data() == memory)
        CHECK(std::string_view(memory, 64).find('k') == std::string_view::npos);
}
