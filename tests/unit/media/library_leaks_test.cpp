// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <array>
#include <cstdint>

#include <openssl/bio.h>
#include <sanitizer/lsan_interface.h>

#include "media/sign.hpp"
#include "media/verify_signature.hpp"
#include "unit/media/practice_media.hpp"
#include "unit/media/signing_identity.hpp"

// tests/sanitizer/library_leaks.cpp keeps known leaks of system libraries out of the report, and must keep
// out nothing else.

namespace {

/// Where memory of ours is that nothing points to any more; kept so that the leak sanitizer can't see it.
using Lost = std::array<std::uintptr_t, 8>;

[[gnu::noinline]] Lost loseBios() {
    Lost lost;
    for (std::uintptr_t& hidden : lost)
        hidden = ~reinterpret_cast<std::uintptr_t>(BIO_new(BIO_s_mem()));
    return lost;
}

bool leaks() {
    return __lsan_do_recoverable_leak_check() != 0;
}

} // namespace

TEST_CASE("a lost BIO of ours is a leak") {
    REQUIRE_FALSE(leaks());
    const Lost lost = loseBios();
    CHECK(leaks());
    for (const std::uintptr_t hidden : lost)
        BIO_free(reinterpret_cast<BIO*>(~hidden));
    CHECK_FALSE(leaks());
}

TEST_CASE("what OpenSSL loses over an unknown digest is no leak of ours") {
    const TemporaryFolder folder;
    const auto vendor = makeIdentity(folder.path(), "vendor");
    const auto trust = bes::media::loadTrust({vendor.certificate});
    const std::string signature = bes::media::Signer::load(vendor)->sign("text").value();
    // Among these the name of the digest is damaged, and OpenSSL 3.0.19 loses a memory BIO.
    for (std::size_t i = 0; i < signature.size(); ++i) {
        std::string changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 4);
        CHECK_FALSE(bes::media::judgeSignature("other text", changed, trust).trusted);
    }
    CHECK_FALSE(leaks());
}
