// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report/secret_search.hpp"

using namespace bes;
using report::SecretSearch;

namespace {

SecretSearch searchFor(std::string_view secret) {
    SecretSearch search;
    REQUIRE(search.add("the key", Secret(secret)));
    return search;
}

} // namespace

TEST_CASE("A secret is found in the writings that programs make of it") {
    const SecretSearch search = searchFor("Pass word/'\"+");
    for (const std::string_view text : {
             "say Pass word/'\"+ aloud",
             "Pass%20word%2F%27%22%2B",
             "Pass%20word%2f%27%22%2b",
             "%50%61%73%73%20%77%6F%72%64%2F%27%22%2B",
             "50617373 5061737320776f72642f27222b",
             "5061737320776F72642F27222B",
             "UGFzcyB3b3JkLycnUGFzcyB3b3JkLyciKw==", // behind something else
             "UGFzcyB3b3JkLyciKw==",                 // of it alone
             "eFBhc3Mgd29yZC8nIit5",                 // xSECRETy
             "eHhQYXNzIHdvcmQvJyIreQ==",             // xxSECRETy
             "UABhAHMAcwAgAHcAbwByAGQALwAnACIAKwA=", // of its UTF-16
             "Pass word/''\"+",
             "Pass word/'\\\"+",
         })
        CHECK(search.foundIn(text) == std::vector<std::string>{"the key"});
    CHECK(search.foundIn(std::string_view("P\0a\0s\0s\0 \0w\0o\0r\0d\0/\0'\0\"\0+\0", 26)).size() == 1);
    CHECK(search.foundIn(std::string_view("\0P\0a\0s\0s\0 \0w\0o\0r\0d\0/\0'\0\"\0+", 26)).size() == 1);
    CHECK(search.foundIn("Pass word").empty());
    CHECK(search.foundIn("").empty());
}

TEST_CASE("A key is found without its hyphens and in capital letters too") {
    const SecretSearch search = searchFor("7f3a-91c4-0be2");
    for (const char* text : {"7f3a-91c4-0be2", "7F3A-91C4-0BE2", "key=7f3a91c40be2;", "7F3A91C40BE2"})
        CHECK(search.foundIn(text).size() == 1);
    CHECK(search.foundIn("7f3a-91c4").empty());
}

TEST_CASE("What was found is named, each secret once") {
    SecretSearch search;
    REQUIRE(search.add("the password", Secret("correct horse")));
    REQUIRE(search.add("the passphrase", Secret("battery staple")));
    CHECK(search.foundIn("battery staple, correct horse, battery staple") ==
          std::vector<std::string>{"the passphrase", "the password"});
}

TEST_CASE("A secret that is too short to be told from other text is said to be so") {
    SecretSearch search;
    CHECK_FALSE(search.add("the password", Secret("abc")));
    CHECK(search.add("the password", Secret("")));
    CHECK(search.foundIn("abc").empty());
}
