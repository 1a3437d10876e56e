// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/domino_look.hpp"

using namespace bes;

namespace {

DominoLook example() {
    domino::DominoFacts facts;
    facts.primary = "CN=Mail01/O=Acme";
    facts.standby = "CN=Mail02/O=Acme";
    facts.library = "/opt/ibm/domino";
    facts.account = "notes";
    facts.probeEnded = "it was cancelled";
    facts.replies.identity = {domino::Verdict::yes,
                              domino::Identity{"CN=Mail02/O=Acme", "CN=Mail02/O=Acme", true},
                              std::nullopt,
                              {}};
    facts.replies.reachability.standby = {domino::Verdict::no,
                                          std::nullopt,
                                          domino::Reason{domino::ReasonClass::unreachable, 0x0907, true,
                                                         "NSFDbOpen", "The server is not responding"},
                                          {}};
    facts.replies.clusterMates = {domino::Verdict::yes, domino::ClusterMates{{"CN=Mail01/O=Acme"}},
                                  std::nullopt, domino::Witness::pasted};
    NotesIni ini{.path = "/local/notesdata/n\u00f6tes.ini",
                 .there = true,
                 .readable = true,
                 .writable = false,
                 .problem = "Read-only file system",
                 .remedy = {"Mount it writable", {{"domino.notes-ini", "/x"}}, "mount -o remount,rw /local"},
                 .serverTasks = {"Router", "Replica"},
                 .serverName = "CN=Mail02/O=Acme",
                 .dataFolder = "/local/notesdata",
                 .programFolder = "/opt/ibm/domino",
                 .isServer = true};
    // whoever gives it another part decides here whether the engine tells it
    [[maybe_unused]] const auto& [path, there, readable, writable, problem, remedy, tasks, name, data,
                                  program, server] = ini;
    return {.notesIni = std::optional(std::move(ini)), .domino = std::move(facts)};
}

DominoLook toldByTheEngine(const DominoLook& look) {
    return dominoLookFromJson(Json::parse(toJson(look).dump()));
}

} // namespace

TEST_CASE("What an administrator saw of Domino reaches the wizard without loss") {
    CHECK(toldByTheEngine(example()) == example());
}

TEST_CASE("What an administrator could not see keeps its reason and its remedy") {
    const DominoLook none{.notesIni = std::optional<NotesIni>(),
                          .domino =
                              Fact<domino::DominoFacts>::unknown("the primary's Domino server is unknown",
                                                                 {"Name it", {{"primary.name"}}, "true"})};
    CHECK(toldByTheEngine(none) == none);
}

TEST_CASE("A look of another form is refused") {
    CHECK_THROWS_AS(dominoLookFromJson(Json::parse(R"({"notes_ini":{"value":null}})")),
                    nlohmann::json::exception);
    CHECK_THROWS_AS(dominoLookFromJson(Json::parse(R"({"notes_ini":{"value":null},"domino":{"value":7}})")),
                    nlohmann::json::exception);
}
