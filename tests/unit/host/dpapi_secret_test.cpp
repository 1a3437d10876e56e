// SPDX-License-Identifier: Apache-2.0
#include "host/dpapi_secret.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using Catch::Matchers::Contains;

namespace {

void refuses(const Failure& failure) {
    CHECK(failure.code == ExitCode::usage);
    CHECK(failure.id == "secret.dpapi");
    CHECK_THAT(failure.remedy, Contains("passphrase"));
    CHECK(failure.command == "bes-standby-setup answers seal");
    CHECK_THAT(failure.what + failure.why + failure.remedy, !Contains("hunter2") && !Contains("AQAAANCM"));
}

} // namespace

TEST_CASE("Where no Windows keeps a key, nothing is sealed with one, and the way that works is said") {
    const auto there = host::expectDpapi();
    REQUIRE_FALSE(there);
    refuses(there.error());
    for (const auto scope : {host::DpapiScope::account, host::DpapiScope::computer}) {
        const auto sealed = host::sealWithDpapi(Secret("hunter2"), scope);
        REQUIRE_FALSE(sealed);
        refuses(sealed.error());
    }
}

TEST_CASE("What a Windows computer sealed is refused elsewhere, without a part of it in what is said") {
    for (const char* sealed : {"dpapi:AQAAANCMnd8BFdERjHoAwE/Cl+s=", "dpapi:", "dpapi:AQAAANCM hunter2"}) {
        const auto opened = host::unsealWithDpapi(sealed);
        REQUIRE_FALSE(opened);
        refuses(opened.error());
        CHECK_THAT(opened.error().remedy, Contains("on that computer"));
    }
}
