// SPDX-License-Identifier: Apache-2.0
// Where several Domino servers are on the computer, the person sees which one counts and chooses among them.

#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "answers/answers.hpp"
#include "models/domino_choice.hpp"
#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

NotesIni ini(const std::string& path, const std::string& server, bool readable = true) {
    NotesIni made;
    made.path = path;
    made.serverName = server;
    made.readable = readable;
    return made;
}

WizardState stateWith(std::vector<NotesIni> servers, const std::string& named = {}) {
    Seen seen;
    seen.dominoServers = std::move(servers);
    WizardState state;
    state.request.domino.notesIni = named;
    state.seen = std::make_shared<const Seen>(std::move(seen));
    return state;
}

const NotesIni first = ini("/local/notesdata/notes.ini", "CN=Mail11/O=Acme");
const NotesIni second = ini("/local/notesdata2/notes.ini", "Mail12/Acme");

/// A second Domino server on the practice computer.
void addServer(const Practice& practice) {
    const auto folder = practice.root() / "local/notesdata2";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "notes.ini") << "[Notes]\nKitType=2\nServerName=Mail12/Acme\n";
}

} // namespace

TEST_CASE("of one Domino server there is nothing to choose") {
    CHECK(dominoChoices({}).empty());
    CHECK(dominoChoices(stateWith({})).empty());
    CHECK(dominoChoices(stateWith({first})).empty());
    CHECK(dominoChoices(stateWith({first}, "/srv/notes.ini")).empty());
}

TEST_CASE("several Domino servers are offered by name and folder, each answers with its notes.ini") {
    const std::vector<Choice> both{{"/local/notesdata/notes.ini", "Mail11/Acme in /local/notesdata"},
                                   {"/local/notesdata2/notes.ini", "Mail12/Acme in /local/notesdata2"}};
    CHECK(dominoChoices(stateWith({first, second})) == both);
    CHECK(dominoChoices(stateWith({first, second}, second.path)) == both);
}

TEST_CASE("what was named elsewhere stays a choice, and what says no name is told by its place") {
    const auto choices = dominoChoices(
        stateWith({ini("/local/a/notes.ini", "", false), ini("/local/b/notes.ini", "")}, "/srv/notes.ini"));
    CHECK(choices == std::vector<Choice>{{"/local/a/notes.ini", "/local/a/notes.ini (can't be read)"},
                                         {"/local/b/notes.ini", "/local/b/notes.ini (names no server)"},
                                         {"/srv/notes.ini", "/srv/notes.ini"}});
}

TEST_CASE("the Domino server is chosen by keys, and the answer is the one of a silent run", "[window]") {
    const Practice practice;
    addServer(practice);
    Request request = practice.request();
    const Request named = request;
    request.domino.notesIni.clear();
    Drive drive(request);
    REQUIRE(drive.lookAtDomino());
    auto* box = drive.window.findChild<QComboBox*>(QStringLiteral("dominoServer"));
    REQUIRE(box->isVisible());
    CHECK(box->currentIndex() == -1);
    CHECK_FALSE(drive.session.state().seen->inspection.facts.notesIni.known());

    REQUIRE(drive.press(Qt::Key_S));
    REQUIRE(waitUntil([&] { return box->hasFocus(); }));
    QTest::keyClick(box, Qt::Key_Down);
    CHECK(drive.session.request() == named);
    CHECK(answers::formatAnswerFile(drive.session.request()) == answers::formatAnswerFile(named));
    REQUIRE(drive.reached(PageId::domino));
    CHECK(box->currentText() == QStringLiteral("Mail11/Acme in /local/notesdata"));
    CHECK(drive.session.state().seen->inspection.facts.notesIni.value()->serverName == "Mail11/Acme");
    CHECK_FALSE(drive.box("moreSources")->isChecked());

    QTest::keyClick(box, Qt::Key_Down);
    CHECK(drive.session.request().domino.notesIni == "/local/notesdata2/notes.ini");
    QTest::keyClick(box, Qt::Key_Up);
    CHECK(drive.session.request() == named);
    REQUIRE(drive.reached(PageId::domino));
    REQUIRE(drive.nextUntil(PageId::review));
}

TEST_CASE("the server that the answers name is shown as the one that counts", "[window]") {
    const Practice practice;
    addServer(practice);
    Drive drive(practice);
    REQUIRE(drive.lookAtDomino());
    const auto* box = drive.window.findChild<QComboBox*>(QStringLiteral("dominoServer"));
    CHECK(box->isVisible());
    CHECK(box->currentText() == QStringLiteral("Mail11/Acme in /local/notesdata"));
    CHECK_FALSE(drive.box("moreSources")->isChecked());
}
