// SPDX-License-Identifier: Apache-2.0
#include "model/captured_registry.hpp"

#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>

using namespace bes;

namespace {

using Data = std::variant<std::string, std::uint32_t, RegistryData>;

Data dataOf(const std::string& type, const std::vector<std::string>& data) {
    return registryValueOf({"Research In Motion\\BBAttachServer", "Value", type, data}).data;
}

RegistryData bytes(std::uint32_t type, std::string_view text) {
    return {type, std::string(text)};
}

} // namespace

TEST_CASE("A captured value of the registry is written where 32-bit programs see it") {
    const RegistryValue value =
        registryValueOf({"Research In Motion\\BBAttachServer", "ServiceType", "REG_DWORD", {"4294967295"}});
    CHECK(value.key == RegistryKey{RegistryView::bits32, "SOFTWARE\\Research In Motion\\BBAttachServer"});
    CHECK(value.name == "ServiceType");
    CHECK(value.data == Data(0xFFFFFFFFU));
}

TEST_CASE("A captured value keeps its type and its data") {
    using namespace std::string_view_literals;
    CHECK(dataOf("REG_SZ", {"W\xc3\xbcrfel"}) == Data("W\xc3\xbcrfel"));
    CHECK(dataOf("REG_SZ", {""}) == Data(""));
    CHECK(dataOf("REG_EXPAND_SZ", {"%a\xc3\xbc"}) == Data(bytes(2, "%\0a\0\xfc\0\0\0"sv)));
    CHECK(dataOf("REG_BINARY", {"00ff"}) == Data(bytes(3, "\0\xff"sv)));
    CHECK(dataOf("REG_MULTI_SZ", {"a", "b"}) == Data(bytes(7, "a\0\0\0b\0\0\0\0\0"sv)));
    CHECK(dataOf("REG_MULTI_SZ", {}) == Data(bytes(7, "\0\0"sv)));
    CHECK(dataOf("REG_QWORD", {"258"}) == Data(bytes(11, "\2\1\0\0\0\0\0\0"sv)));
    CHECK(dataOf("type 8", {"01"}) == Data(bytes(8, "\1"sv)));
}

TEST_CASE("A captured value whose data is not of its type is refused") {
    CHECK_THROWS_AS(dataOf("REG_DWORD", {"4294967296"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_DWORD", {"-1"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_DWORD", {}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_SZ", {"a", "b"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_SZ", {"two\nlines"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_BINARY", {"0"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_BINARY", {"0x"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("REG_LINK", {"a"}), std::invalid_argument);
    CHECK_THROWS_AS(dataOf("type x", {"00"}), std::invalid_argument);
    CHECK_THROWS_AS(registryValueOf({"", "Value", "REG_SZ", {"a"}}), std::invalid_argument);
    CHECK_THROWS_AS(registryValueOf({"A\nB", "Value", "REG_SZ", {"a"}}), std::invalid_argument);
}
