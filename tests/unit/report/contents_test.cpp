// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report/contents.hpp"

using namespace bes;
using report::Contents;

namespace {

struct Packing {
    report::People people;
    report::SecretSearch secrets;
    Contents contents{people, secrets};
};

} // namespace

TEST_CASE("A file with a secret in it stays out of the report, and that is said") {
    Packing packing;
    REQUIRE(packing.secrets.add("the password of the database", Secret("correct horse")));
    packing.contents.add({"good.txt", "good"}, "nothing in it");
    packing.contents.add({"bad.txt", "bad"}, "password: correct horse");
    packing.contents.addDocument({"bad.json", "bad"}, Json{{"url", "correct%20horse"}});
    packing.contents.miss("worse.txt", "can't log in with correct horse");
    packing.contents.explain({"A report."});

    const auto& files = packing.contents.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "README.txt");
    CHECK(files[1].name == "good.txt");
    REQUIRE(packing.contents.missing().size() == 3);
    CHECK(packing.contents.missing()[0].what == "bad.txt");
    CHECK(packing.contents.missing()[0].why == "left out, because it contains the password of the database");
    CHECK(packing.contents.missing()[2].why.find("horse") == std::string::npos);
    for (const char* said : {"A report.", "good.txt", "bad.txt", "bad.json", "worse.txt"})
        CHECK(files[0].content.find(said) != std::string::npos);
    CHECK(files[0].content.find("horse") == std::string::npos);
}

TEST_CASE("Names of people are in no file, and in no reason why one is missing") {
    Packing packing;
    packing.people.know({"alice"});
    packing.contents.add({"a.txt", "text"}, "started by alice");
    packing.contents.addDocument({"b.json", "document"}, Json{{"account", "alice"}});
    packing.contents.miss("c.txt", "alice has locked it");
    packing.contents.explain({});
    for (const report::File& file : packing.contents.files())
        CHECK(file.content.find("alice") == std::string::npos);
    CHECK(packing.contents.missing().front().why == "person-1 has locked it");
}

TEST_CASE("The end of a long text is kept, from the begin of a line on") {
    CHECK(report::endOf("one\ntwo\n", 8).text == "one\ntwo\n");
    CHECK(report::endOf("one\ntwo\n", 8).note.empty());
    const auto cut = report::endOf("one\ntwo\nthree\n", 9);
    CHECK(cut.text == "[the first 8 bytes of this file are left out]\nthree\n");
    CHECK(cut.note == "the first 8 bytes");
    CHECK(report::endOf("0123456789", 4).text == "[the first 6 bytes of this file are left out]\n6789");
}
