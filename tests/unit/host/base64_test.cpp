// SPDX-License-Identifier: Apache-2.0
#include "host/base64.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using host::fromBase64;
using host::toBase64;

TEST_CASE("Bytes become base64 and the same bytes again") {
    std::vector<unsigned char> bytes;
    CHECK(toBase64(bytes).empty());
    for (unsigned byte = 0; byte < 256; ++byte) {
        bytes.push_back(static_cast<unsigned char>(byte * 151));
        CHECK(fromBase64(toBase64(bytes)) == bytes);
    }
    CHECK(toBase64(std::vector<unsigned char>{'f', 'o', 'o', 'b'}) == "Zm9vYg=="); // RFC 4648, section 10
}

TEST_CASE("Of base64 only the one right spelling is read") {
    for (const char* wrong : {"=", "==", "A", "AA", "AAA", "AAAA=", "====", "A===", "Zm9vYg=", "Zm9vYh==",
                              " Zm9v", "Zm9v\n", "Zm 9v", "Zm9v,", "Zm9v-_", "Zg==Zg=="})
        CHECK_FALSE(fromBase64(wrong));
}
