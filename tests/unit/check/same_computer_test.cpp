// SPDX-License-Identifier: Apache-2.0
#include "check/same_computer.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using check::sameComputer;

namespace {

const Computer here{"mail01", "mail01.berlin.example.org", {"192.0.2.1"}};

Server server(std::string computer, std::string fullName, std::vector<std::string> addresses) {
    Server made;
    made.computer = std::move(computer);
    made.fullyQualifiedName = std::move(fullName);
    made.addresses = std::move(addresses);
    return made;
}

} // namespace

TEST_CASE("A computer of the same name in another domain is another computer if its addresses say so") {
    CHECK_FALSE(sameComputer(here, server("mail01", "mail01.paris.example.org", {"192.0.2.2"}), {}));
    CHECK_FALSE(sameComputer(here, server("mail01", "mail01.paris.example.org", {}), {{"192.0.2.2"}, true}));
    CHECK(sameComputer(here, server("mail01", "mail01.paris.example.org", {}), {}));
    CHECK(sameComputer(here, server("mail01", "mail01.paris.example.org", {"192.0.2.1"}), {}));
}

TEST_CASE("A short name and a long one that begins with it are the same computer") {
    CHECK(sameComputer(here, server("MAIL01", "", {"192.0.2.2"}), {}));
    CHECK(sameComputer({"mail01", "mail01", {}}, server("mail01.paris.example.org", "", {}), {}));
    CHECK_FALSE(sameComputer(here, server("mail011", "", {}), {}));
    CHECK_FALSE(sameComputer(here, server("", "", {}), {}));
}

TEST_CASE("Addresses that every computer has tell nothing") {
    const Computer usual{
        "mail01", "mail01", {"192.0.2.1", "fe80::1", "127.0.0.1", "::1", "169.254.3.4", "0.0.0.0"}};
    for (const char* address : {"fe80::1", "127.0.0.1", "::1", "169.254.3.4", "0.0.0.0", "::", "no address"})
        CHECK_FALSE(sameComputer(usual, server("mail02", "", {address}), {}));
    CHECK(sameComputer(usual, server("mail02", "", {"::ffff:192.0.2.1"}), {}));
}

TEST_CASE("An address in place of a name is compared as an address") {
    CHECK_FALSE(sameComputer({"192", "192", {}}, server("192.0.2.9", "", {}), {}));
    CHECK(check::isNameOf(here, "192.0.2.1"));
    CHECK(check::isNameOf(here, "Mail01"));
    CHECK_FALSE(check::isNameOf(here, "mail02"));
}
