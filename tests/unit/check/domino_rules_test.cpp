// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWithNotesIni(const std::function<void(NotesIni&)>& change) {
    Facts facts = sampleFacts();
    changeFact(facts.notesIni, [&](std::optional<NotesIni>& ini) { change(*ini); });
    return facts;
}

Request withoutMessagingAgent() {
    Request request = sampleRequest();
    request.omit = {"messaging-agent"};
    return request;
}

/// The Messaging Agent can't be installed; a standby without it can.
void checkNeeded(const Facts& facts, const std::string& evidence) {
    const Finding finding = onlyFinding("domino.notes-ini", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::domino);
    CHECK_THAT(finding.evidence, Contains(evidence));
    CHECK_FALSE(finding.remedy.empty());
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"domino.notes-ini"});
    CHECK(onlyFinding("domino.notes-ini", facts, withoutMessagingAgent()).severity == Severity::information);
}

} // namespace

TEST_CASE("The Domino server is named") {
    CHECK_THAT(onlyFinding("domino.notes-ini", sampleFacts()).evidence,
               Contains("/local/notesdata/notes.ini") && Contains("CN=Mail02/O=Acme"));
}

TEST_CASE("A component that runs in Domino needs a notes.ini that can be read and written") {
    Facts facts = sampleFacts();
    SECTION("none found") {
        facts.notesIni = std::optional<NotesIni>();
        checkNeeded(facts, "BlackBerry Messaging Agent");
        CHECK_THAT(answers::typedRemedy(onlyFinding("domino.notes-ini", facts)),
                   Contains("--domino.notes-ini"));
    }
    SECTION("not known") {
        facts.notesIni = Fact<std::optional<NotesIni>>::unknown("there are several: a, b");
        checkNeeded(facts, "there are several: a, b");
    }
    SECTION("not readable") {
        facts = factsWithNotesIni([](NotesIni& ini) {
            ini.readable = ini.writable = false;
            ini.problem = "Permission denied";
        });
        checkNeeded(facts, "Permission denied");
    }
    SECTION("not writable") {
        facts = factsWithNotesIni([](NotesIni& ini) {
            ini.writable = false;
            ini.problem = "Read-only file system";
        });
        checkNeeded(facts, "Read-only file system");
        CHECK_THAT(onlyFinding("domino.notes-ini", facts).title, Contains("can't write notes.ini"));
        CHECK_THAT(onlyFinding("domino.notes-ini", facts).remedy, Contains("permission to read and write"));
    }
    SECTION("not to be used, for a reason that has a remedy of its own") {
        facts = factsWithNotesIni([](NotesIni& ini) {
            ini.readable = ini.writable = false;
            ini.problem = "The file has 2 names";
            ini.remedy = "Find its other names";
        });
        checkNeeded(facts, "The file has 2 names");
        CHECK(onlyFinding("domino.notes-ini", facts).remedy == "Find its other names");
    }
    SECTION("not there") {
        facts = factsWithNotesIni([](NotesIni& ini) {
            ini.there = ini.readable = ini.writable = false;
            ini.problem = "No such file or directory";
        });
        checkNeeded(facts, "No such file");
        CHECK_THAT(answers::typedRemedy(onlyFinding("domino.notes-ini", facts)),
                   Contains("--domino.notes-ini"));
    }
    SECTION("not a notes.ini") {
        checkNeeded(factsWithNotesIni([](NotesIni& ini) { ini.problem = "there is no [Notes] line"; }),
                    "[Notes]");
    }
}

TEST_CASE("The notes.ini of a client is told") {
    const Facts facts = factsWithNotesIni([](NotesIni& ini) { ini.isServer = false; });
    const Finding finding = onlyFinding("domino.server", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("KitType"));
}

TEST_CASE("A task that the Domino server runs already is left as it is") {
    const Facts facts = factsWithNotesIni([](NotesIni& ini) { ini.serverTasks.emplace_back("bes -x"); });
    const Finding finding = onlyFinding("domino.server-tasks", facts);
    CHECK(finding.severity == Severity::information);
    CHECK_THAT(finding.title, Contains("already runs BES"));

    const Facts other = factsWithNotesIni([](NotesIni& ini) { ini.serverTasks.emplace_back("BESX"); });
    CHECK(onlyFinding("domino.server-tasks", other).severity == Severity::passed);
}
