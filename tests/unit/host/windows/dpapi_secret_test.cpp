// SPDX-License-Identifier: Apache-2.0
#include "host/dpapi_secret.hpp"

#include <vector>

#include <windows.h>

#include <wincrypt.h>

#include <dpapi.h>

#include <catch2/catch.hpp>

#include "host/base64.hpp"
#include "host/windows/handle.hpp"

using namespace bes;
using host::DpapiScope;
using host::sealWithDpapi;
using host::unsealWithDpapi;

namespace {

using Bytes = std::vector<unsigned char>;

const std::string prefix = "dpapi:";

std::string textOf(const Bytes& bytes) {
    return prefix + host::toBase64(bytes);
}

Bytes bytesOf(const std::string& sealed) {
    return *host::fromBase64(std::string_view(sealed).substr(prefix.size()));
}

DATA_BLOB blobOf(std::string& text) {
    return {static_cast<DWORD>(text.size()), reinterpret_cast<BYTE*>(text.data())};
}

/// As another program seals it for the same account: with a mark of its own, or with none.
std::string sealedByAnother(std::string text, std::string mark) {
    DATA_BLOB in = blobOf(text), entropy = blobOf(mark), out{};
    REQUIRE(::CryptProtectData(&in, nullptr, mark.empty() ? nullptr : &entropy, nullptr, nullptr,
                               CRYPTPROTECT_UI_FORBIDDEN, &out) != 0);
    const std::unique_ptr<BYTE, host::LocalFreed> owner(out.pbData);
    Bytes bytes{1};
    bytes.insert(bytes.end(), out.pbData, out.pbData + out.cbData);
    return textOf(bytes);
}

void refuses(const std::string& sealed) {
    const auto opened = unsealWithDpapi(sealed);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "secret.sealed");
    CHECK(opened.error().code == ExitCode::usage);
    CHECK_FALSE(opened.error().remedy.empty());
    const std::string said = opened.error().what + opened.error().why + opened.error().remedy;
    CHECK_THAT(said, !Catch::Contains("hunter2"));
    CHECK((sealed.size() < 20 || said.find(sealed.substr(prefix.size())) == std::string::npos));
}

} // namespace

TEST_CASE("What Windows sealed for an account or a computer is opened there, without a passphrase") {
    REQUIRE(host::expectDpapi());
    for (const auto scope : {DpapiScope::account, DpapiScope::computer}) {
        for (const std::string& text : {std::string(), std::string("x"), std::string("hunter2 – Zürich"),
                                        std::string(1000, 'y'), std::string("a\0b\n", 4)}) {
            const auto sealed = sealWithDpapi(Secret(text), scope);
            REQUIRE(sealed);
            CHECK_THAT(*sealed, Catch::StartsWith(prefix));
            const auto opened = unsealWithDpapi(*sealed);
            REQUIRE(opened);
            CHECK(opened->reveal() == text);
            CHECK(*sealed != *sealWithDpapi(Secret(text), scope));
        }
    }
}

TEST_CASE("A text from Windows of which any byte was changed, added or cut off is refused") {
    const std::string sealed = *sealWithDpapi(Secret("hunter2"), DpapiScope::computer);
    const Bytes bytes = bytesOf(sealed);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes changed = bytes;
        changed[i] ^= 4U;
        const auto opened = unsealWithDpapi(textOf(changed));
        INFO("byte " << i);
        CHECK((!opened || opened->reveal() == "hunter2")); // not every byte of the frame has a meaning
        taken += opened ? 1 : 0;
        CHECK_FALSE(unsealWithDpapi(textOf({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(i)})));
    }
    CHECK(taken < bytes.size() / 2);
    for (const char* added : {" ", "\n", "A", "="})
        refuses(sealed + added);
}

TEST_CASE("What has not the form of a text from Windows is refused") {
    for (const char* text : {"", "dpapi", "dpapi:", "sealed:AQ==", "dpapi:hunter2",
                             "dpapi:AQ==", "dpapi:AgAA", "dpapi:AQAAANCMnd8BFdERjHoAwE/Cl+s="})
        refuses(text);
}

TEST_CASE("What another program sealed for the same account is refused") {
    refuses(sealedByAnother("hunter2", "another program's mark"));
    refuses(sealedByAnother("hunter2", ""));
}

TEST_CASE("A secret that would be too long once it is sealed is refused, and so is such a text") {
    CHECK(unsealWithDpapi(*sealWithDpapi(Secret(std::string(40'000, 'x')), DpapiScope::account)));
    const auto sealed = sealWithDpapi(Secret(std::string(50'000, 'x')), DpapiScope::account);
    REQUIRE_FALSE(sealed);
    CHECK(sealed.error().id == "secret.dpapi");
    CHECK_THAT(sealed.error().why, Catch::Contains("64 KiB") && !Catch::Contains("xxx"));
    refuses(sealedByAnother(std::string(50'000, 'x'), ""));
}
