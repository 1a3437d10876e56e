// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <string>

#include "host/digest.hpp"

using bes::host::Sha256;
using bes::host::sha256Hex;

TEST_CASE("SHA-256 is that of FIPS 180-4") {
    CHECK(sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256Hex(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest can be fed in pieces and used again") {
    Sha256 digest;
    digest.update("a");
    digest.update("");
    digest.update("bc");
    CHECK(digest.hex() == sha256Hex("abc"));
    digest.update("abc");
    CHECK(digest.hex() == sha256Hex("abc"));
}
