// SPDX-License-Identifier: Apache-2.0
#include "check/address.hpp"

#include <catch2/catch.hpp>

using bes::check::Address;

TEST_CASE("Spellings of one address are equal") {
    CHECK(Address::parse("2001:db8::12") == Address::parse("2001:0DB8:0:0:0:0:0:12"));
    CHECK(Address::parse("::ffff:192.0.2.1") == Address::parse("192.0.2.1"));
    CHECK(Address::parse("::ffff:c000:201") == Address::parse("192.0.2.1"));
    CHECK(Address::parse("fe80::1%eth0") == Address::parse("fe80::1"));
    CHECK(Address::parse("1::") == Address::parse("1:0:0:0:0:0:0:0"));
    CHECK(Address::parse("192.0.2.1") != Address::parse("192.0.2.2"));
}

TEST_CASE("What is no address is none") {
    for (const char* text : {"",
                             "bes01",
                             "192.0.2",
                             "192.0.2.256",
                             "192.0.2.1.5",
                             "192.0.2.-1",
                             "192.0..1",
                             ":",
                             ":::",
                             "1:2:3",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "12345::",
                             "g::1",
                             "1:2:3:4:5:6:7:8::",
                             "192.0.2.010",
                             "01.2.3.4",
                             "00001::",
                             "1.2.3.4::",
                             "1.2.3.4::5"})
        CHECK_FALSE(Address::parse(text).has_value());
}

TEST_CASE("Loopback and link-local addresses identify no computer") {
    CHECK(Address::parse("127.0.1.1")->isLoopback());
    CHECK(Address::parse("::1")->isLoopback());
    CHECK_FALSE(Address::parse("192.0.2.1")->isLoopback());
    CHECK(Address::parse("192.0.2.1")->identifiesComputer());
    CHECK(Address::parse("2001:db8::1")->identifiesComputer());
    CHECK_FALSE(Address::parse("fe9f::1")->identifiesComputer());
}
