// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "pseudonyms.hpp"

using namespace bes;
using app::Pseudonyms;

TEST_CASE("A person has the same pseudonym in all texts") {
    Pseudonyms names({"root", "bes"});
    names.addPerson("alice");
    names.addPerson("bob");
    CHECK(names.in("started by alice, owned by bob; /srv/alice") ==
          "started by person-1, owned by person-2; /srv/person-1");
    CHECK(names.in("\"account\": \"bob\"") == "\"account\": \"person-2\"");
    CHECK(names.people() == 2);
}

TEST_CASE("A name is replaced only as a word of its own") {
    Pseudonyms names({});
    names.addPerson("ann");
    CHECK(names.in("ann, annex, channel, ann-marie, ann.") ==
          "person-1, annex, channel, ann-marie, person-1.");
}

TEST_CASE("Accounts that are nobody's stay") {
    Pseudonyms names({"root", "bes", ""});
    names.addPerson("root");
    names.addPerson("bes");
    names.addPerson("");
    names.addPerson("998");
    CHECK(names.in("root runs it as bes, 998") == "root runs it as bes, 998");
    CHECK(names.people() == 0);
}

TEST_CASE("State databases are called like users, in text and in JSON") {
    Pseudonyms names({});
    CHECK(names.in(R"(BES\State\jdoe.nsf is stale)") == R"(BES\State\person-1.nsf is stale)");
    CHECK(names.in(R"("path": "BES\\State\\jdoe.nsf")") == R"("path": "BES\\State\\person-1.nsf")");
    CHECK(names.in("BES/state/msmith.nsf") == "BES/state/person-2.nsf");
    CHECK(names.in(R"(BES\BlackBerryProfiles.nsf)") == R"(BES\BlackBerryProfiles.nsf)");
    CHECK(names.in("cldbdir.nsf .nsf") == "cldbdir.nsf .nsf");
}

TEST_CASE("Home folders, passwords in addresses and sealed secrets are not shown") {
    Pseudonyms names({});
    CHECK(names.in("\"/home/carol/standby.ini\"") == "\"/home/person-1/standby.ini\"");
    CHECK(names.in("https://dave:pw@mail01/x and https://mail01/x@y") ==
          "https://***@mail01/x and https://mail01/x@y");
    CHECK(names.in("\"sealed:AbC+/=\" next") == "\"sealed\" next");
}

TEST_CASE("A known secret is not shown, nor is text lost without one") {
    Pseudonyms names({});
    names.addSecret(Secret("correct horse"));
    names.addSecret(Secret());
    CHECK(names.in("the password is correct horse.").find("horse") == std::string::npos);
    CHECK(names.in("") == "");
}
