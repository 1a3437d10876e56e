// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"

#include <catch2/catch.hpp>

using namespace bes::domino;

TEST_CASE("an abbreviated server name becomes canonical") {
    CHECK(canonicalName("Mail01/Acme") == "CN=Mail01/O=Acme");
    CHECK(canonicalName("Mail01/Srv/Acme") == "CN=Mail01/OU=Srv/O=Acme");
    CHECK(canonicalName("Mail01/Srv/Acme/US") == "CN=Mail01/OU=Srv/O=Acme/C=US");
    CHECK(canonicalName("Mail01/Rack 4/Srv/Acme") == "CN=Mail01/OU=Rack 4/OU=Srv/O=Acme");
    CHECK(canonicalName("Mail01/US") == "CN=Mail01/O=US");
}

TEST_CASE("a canonical server name stays as it is, but for labels and blanks") {
    CHECK(canonicalName("CN=Mail01/OU=Srv/O=Acme/C=US") == "CN=Mail01/OU=Srv/O=Acme/C=US");
    CHECK(canonicalName(" cn=mail01 / o = Acme ") == "CN=mail01/O=Acme");
}

TEST_CASE("a flat server name stays flat") {
    CHECK(canonicalName("Mail01") == "Mail01");
    CHECK(canonicalName("Mail01/") == "Mail01");
    CHECK(canonicalName("").empty());
    CHECK(canonicalName(" / ").empty());
}

TEST_CASE("a canonical server name is abbreviated for people") {
    CHECK(abbreviatedName("CN=Mail01/OU=Srv/O=Acme/C=US") == "Mail01/Srv/Acme/US");
    CHECK(abbreviatedName("Mail01/Acme") == "Mail01/Acme");
    CHECK(commonName("CN=Mail01/O=Acme") == "Mail01");
    CHECK(commonName("Mail01/Acme") == "Mail01");
    CHECK(commonName("Mail01") == "Mail01");
    CHECK(commonName("O=Acme").empty());
}

TEST_CASE("spelling does not make another server of it") {
    CHECK(sameServer("CN=Mail01/O=Acme", "mail01/ACME"));
    CHECK(sameServer("cn=mail01/o=acme", "CN=Mail01/O=Acme"));
    CHECK(sameServer("CN=Mail01", "MAIL01"));
    CHECK(sameServer("CN=Zürich/O=Müller", "zÜRICH/mÜLLER"));
    CHECK_FALSE(sameServer("CN=Mail01/O=Acme", "CN=Mail02/O=Acme"));
    CHECK_FALSE(sameServer("CN=Mail01/O=Acme", "Mail01"));
    CHECK_FALSE(sameServer("CN=Mail01/OU=Srv/O=Acme", "CN=Mail01/O=Acme"));
    CHECK_FALSE(sameServer("CN=a×b", "CN=a÷b")); // × and ÷ are a letter case apart in Latin-1, but no letters
}

TEST_CASE("a short name means the only server with that common name") {
    const std::vector<std::string> servers{"CN=Mail01/O=Acme", "CN=Mail02/O=Acme", "CN=Mail02/O=Other"};
    CHECK(findServer(servers, "mail02/other") == 2);
    CHECK(findServer(servers, "MAIL01") == 0);
    CHECK(findServer(servers, "CN=Mail01") == 0);
    CHECK_FALSE(findServer(servers, "Mail02"));
    CHECK_FALSE(findServer(servers, "Mail01/Other"));
    CHECK_FALSE(findServer(servers, ""));
}
