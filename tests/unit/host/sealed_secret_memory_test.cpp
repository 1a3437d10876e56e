// SPDX-License-Identifier: Apache-2.0
#include "host/sealed_secret.hpp"

#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "unit/host/hostile_seal.hpp"

TEST_CASE("A sealed text that asks for too much memory is refused before it is taken") {
    const std::vector<std::string> seals = hostileSeals();
    rusage before{}, after{};
    ::getrusage(RUSAGE_SELF, &before);
    for (const std::string& sealed : seals)
        CHECK_FALSE(bes::host::unseal(sealed, bes::Secret("correct horse battery staple")));
    ::getrusage(RUSAGE_SELF, &after);
    CHECK(after.ru_maxrss - before.ru_maxrss < 16L * 1024); // KiB
}
