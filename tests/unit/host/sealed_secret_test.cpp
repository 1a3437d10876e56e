// SPDX-License-Identifier: Apache-2.0
#include "host/sealed_secret.hpp"

#include <catch2/catch.hpp>

#include "unit/host/hostile_seal.hpp"

using namespace bes;
using host::seal;
using host::unseal;

namespace {

constexpr host::ScryptCost cheap{.logN = 4, .r = 1, .p = 1};
const Secret passphrase("correct horse battery staple");

} // namespace

TEST_CASE("A sealed secret is opened by its passphrase, at the real cost") {
    const auto sealed = seal(Secret("db-password"), passphrase);
    REQUIRE(sealed);
    CHECK_THAT(*sealed, Catch::StartsWith("sealed:"));
    CHECK(unseal(*sealed, passphrase)->reveal() == "db-password");
}

TEST_CASE("Any text can be sealed, and the same text never looks the same") {
    for (const std::string& text :
         {std::string(), std::string("x"), std::string(1000, 'y'), std::string("a\0b\n", 4)}) {
        const auto sealed = seal(Secret(text), passphrase, cheap);
        REQUIRE(sealed);
        CHECK(unseal(*sealed, passphrase)->reveal() == text);
        CHECK(*sealed != *seal(Secret(text), passphrase, cheap));
    }
}

TEST_CASE("A wrong passphrase opens nothing and says what to do") {
    const auto opened = unseal(*seal(Secret("text"), passphrase, cheap), Secret("wrong"));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "secret.sealed");
    CHECK_THAT(opened.error().remedy, Catch::Contains("passphrase"));
}

TEST_CASE("An empty passphrase seals nothing") {
    CHECK(seal(Secret("text"), Secret(), cheap).error().id == "secret.passphrase");
}

TEST_CASE("A sealed text of which any character was changed, added or cut off is refused") {
    const std::string sealed = *seal(Secret("0123456789"), passphrase, cheap); // 10 bytes: two '=' at the end
    REQUIRE(unseal(sealed, passphrase));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        for (const unsigned bit : {1u, 2u, 8u, 32u}) {
            std::string changed = sealed;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ bit);
            INFO("character " << i << ", bit " << bit);
            CHECK_FALSE(unseal(changed, passphrase));
        }
        CHECK_FALSE(unseal(sealed.substr(0, i), passphrase));
    }
    for (const char* added : {" ", "\n", "A", "AAAA", "="})
        CHECK_FALSE(unseal(sealed + added, passphrase));
    CHECK_FALSE(unseal("sealed: " + sealed.substr(7), passphrase));
}

TEST_CASE("Every bit of the sealed bytes counts, in any part") {
    const std::string sealed =
        *seal(Secret("0123456789ab"), passphrase, cheap); // 60 bytes: no '=' at the end
    const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 7; i < sealed.size(); ++i) {
        for (unsigned bit = 1; bit < 64; bit <<= 1) {
            std::string changed = sealed;
            changed[i] = digits[digits.find(sealed[i]) ^ bit];
            INFO("digit " << i << ", bit " << bit);
            CHECK_FALSE(unseal(changed, passphrase));
        }
    }
}

TEST_CASE("A sealed text that asks for too much memory or time, or is too long, is refused") {
    for (const std::string& sealed : hostileSeals())
        CHECK_THAT(unseal(sealed, passphrase).error().why, Catch::Contains("more memory and time"));
    CHECK_FALSE(unseal("sealed:" + std::string(10u << 20, 'A'), passphrase));
}

TEST_CASE("Neither secret nor passphrase is in what a failure says") {
    const auto opened = unseal(*seal(Secret("text"), passphrase, cheap), Secret("hunter2"));
    const Failure& failure = opened.error();
    CHECK_THAT(failure.what + failure.why + failure.remedy, !Catch::Contains("hunter2"));
}
