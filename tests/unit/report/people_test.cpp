// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report/fit_to_send.hpp"
#include "report/known_people.hpp"

using namespace bes;
using report::People;

TEST_CASE("A person has the same placeholder in every text, by whichever name") {
    People people;
    report::knowUser(people, "Ann Example", "ann@example.org", "CN=Ann Example/OU=Sales/O=Acme",
                     R"(BES\State\12345678.nsf)");
    people.know({"bob", "Bob Builder"});
    CHECK(people.withoutNames("Ann Example did it, not bob") == "person-1 did it, not person-2");
    CHECK(people.withoutNames("ann@example.org, CN=Ann Example/OU=Sales/O=Acme, Ann Example/Sales/Acme") ==
          "person-1, person-1, person-1");
    CHECK(people.withoutNames(R"(BES\State\12345678.nsf of ANN@example.org)") ==
          R"(BES\State\person-1.nsf of person-1)");
    CHECK(people.withoutNames("Bob Builder") == "person-2");
    CHECK(people.count() == 2);
}

TEST_CASE("A known name is replaced only as a word of its own") {
    People people;
    people.know({"anna"});
    CHECK(people.withoutNames("anna annabel susanna anna-b anna_b /srv/anna/x anna.") ==
          "person-1 annabel susanna anna-b anna_b /srv/person-1/x person-1.");
}

TEST_CASE("Servers, computers and accounts of services keep their names") {
    People people;
    Request request;
    request.serviceAccount = "bes";
    report::keepAccounts(people, request);
    Receipt receipt;
    receipt.primaryDominoServer = "CN=Mail01/O=Acme";
    receipt.standby = "BES-NORTH-standby";
    report::keepServers(people, receipt);
    report::knowAccounts(people, "root:x:0:0:root:/root:/bin/sh\nnotes:x:117:121::/home/notes:/bin/sh\n"
                                 "carol:x:1000:1000:Carol Example,,,:/home/carol:/bin/bash\n"
                                 "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n");
    people.know({"bes"});
    CHECK(people.withoutNames("CN=Mail01/O=Acme, bes, root, notes, nobody, BES-NORTH-standby") ==
          "CN=Mail01/O=Acme, bes, root, notes, nobody, BES-NORTH-standby");
    CHECK(people.withoutNames("carol, that is Carol Example, not CN=Carol/O=Acme") ==
          "person-1, that is person-1, not person-2");
    CHECK(people.withoutNames("/home/notes/x /home/carol/y") == "/home/notes/x /home/person-1/y");
}

TEST_CASE("A name that nobody told is found by its form") {
    People people;
    CHECK(people.withoutNames("from ann.example@mail.example.org.") == "from person-1.");
    CHECK(people.withoutNames("owner CN=Bob Builder/OU=East/O=Acme says") == "owner person-2 says");
    CHECK(people.withoutNames(R"(mail\cexample.nsf, BES/State/87654321.NSF and x.nsf)") ==
          R"(mail\person-3.nsf, BES/State/person-4.NSF and person-5.nsf)");
    CHECK(people.withoutNames("/home/dora/standby.ini") == "/home/person-6/standby.ini");
    CHECK(people.withoutNames("process 812 (x), started by emil\nnext") ==
          "process 812 (x), started by person-7\nnext");
    CHECK(people.withoutNames("postgresql://fay:pw@db.example.org/BESMgmt") ==
          "postgresql://person-8@db.example.org/BESMgmt");
}

TEST_CASE("What only looks like a name stays") {
    People people;
    for (const char* text :
         {"getty@tty1.service and a@b", "cldbdir.nsf, names.nsf", "Mail01/Acme has cldbdir.nsf with",
          R"(BES\BlackBerryProfiles.nsf)", "CN=BES Media Signing,O=Example",
          "https://mail01.example.org/names.nsf", "", "no name at all"})
        CHECK(people.withoutNames(text) == text);
    CHECK(people.count() == 0);
}

TEST_CASE("A document stays a document, without names in texts and in paths that are keys") {
    People people;
    people.know({"gina"});
    const Json json{
        {"owner", "gina"}, {"space", {{"/srv/gina", 1}}}, {"gina", Json::array({"gina", 2, nullptr})}};
    CHECK(report::documentFitToSend(json, people) == Json{{"owner", "person-1"},
                                                          {"space", {{"/srv/person-1", 1}}},
                                                          {"gina", Json::array({"person-1", 2, nullptr})}});
}

TEST_CASE("A sealed secret is not handed on, only that there is one") {
    People people;
    CHECK(report::fitToSend("password = sealed:v1:AbC+/=-_ # sealed:", people) ==
          "password = sealed:left-out # sealed:");
    CHECK(report::fitToSend("dpapi:AbC+/= sealed:AbC dpapi:DeF", people) ==
          "dpapi:left-out sealed:left-out dpapi:left-out");
    CHECK(report::documentFitToSend(Json("sealed:AbC"), people) == Json("sealed:left-out"));
    CHECK(report::documentFitToSend(Json("dpapi:AbC"), people) == Json("dpapi:left-out"));
}

TEST_CASE("Many users are found in a long text in little time") {
    People people;
    std::string text;
    for (int i = 0; i < 50'000; ++i) {
        const std::string number = std::to_string(100'000 + i);
        report::knowUser(people, "Practice User " + number, "user" + number + "@example.org",
                         "CN=Practice User " + number + "/O=Acme",
                         "BES\\State\\" + std::to_string(10'000'000 + i));
        text += "Practice User " + number + " has user" + number + "@example.org\n";
    }
    const std::string left = people.withoutNames(text);
    CHECK(left.find("Practice") == std::string::npos);
    CHECK(left.find("@") == std::string::npos);
    CHECK(people.count() == 50'000);
}
