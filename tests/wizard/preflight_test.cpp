// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/page_state.hpp"
#include "models/preflight.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

TEST_CASE(
    "what makes an installation impossible here is told on the first step, and nothing that is asked later") {
    Seen seen;
    seen.inspection.findings = {{"service.manager", Severity::blocker, "No systemd", "it does not run", ""},
                                {"media.readable", Severity::blocker, "No media", "", ""},
                                {"computer.clock", Severity::warning, "The clock is wrong", "", ""},
                                {"setup.privileges", Severity::passed, "Rights", "", ""}};
    WizardState state;
    CHECK(preflight(state).empty());
    state.seen = std::make_shared<const Seen>(seen);
    const auto told = preflight(state);
    REQUIRE(told.size() == 2);
    CHECK(told.front().id == "service.manager");
    CHECK(told.back().id == "computer.clock");
}

TEST_CASE("the Domino servers of this computer are named") {
    WizardState state;
    CHECK(dominoHere(state).empty());
    Seen seen;
    state.seen = std::make_shared<const Seen>(seen);
    CHECK_THAT(dominoHere(state), Contains("No Domino server"));
    NotesIni ini;
    ini.serverName = "Mail11/Acme";
    seen.dominoServers = {ini};
    state.seen = std::make_shared<const Seen>(seen);
    CHECK_THAT(dominoHere(state), Contains("Mail11/Acme"));
}

TEST_CASE("media beside the program is found") {
    const QTemporaryDir folder;
    const std::filesystem::path program = folder.path().toStdString() + "/bin";
    std::filesystem::create_directories(program);
    CHECK(std::ranges::count(mediaNearby(program), program.parent_path()) == 0);
    std::ofstream(program.parent_path() / "media.json") << "{}";
    CHECK(std::ranges::count(mediaNearby(program), program.parent_path()) == 1);
}

TEST_CASE("an answer file that is loaded gives the request of a wizard that began with it", "[window]") {
    const Practice practice;
    Request nothing;
    nothing.root = practice.root();
    Drive drive(nothing);
    REQUIRE(drive.reached(PageId::welcome));
    Request answers = practice.request();
    drive.session.takeAnswers(answers, {});
    drive.session.lookFor(PageId::welcome);
    CHECK(drive.session.request() == answers);
    CHECK(drive.session.entered());
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    CHECK(drive.session.request() == answers);
}

TEST_CASE("the list of steps tells how far each is", "[window]") {
    const Practice practice;
    Request request = practice.request();
    request.add = {"mds-services"};
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::components));
    REQUIRE(drive.reached(PageId::components));
    CHECK(pageState(PageId::media, drive.session, true) == PageState::done);
    CHECK(pageState(PageId::review, drive.session, false) == PageState::toDo);
    CHECK(pageState(PageId::progress, drive.session, false) == PageState::toDo);
    drive.window.goTo(PageId::review);
    REQUIRE(drive.reached(PageId::review));
    CHECK(pageState(PageId::components, drive.session, true) == PageState::attention);
    CHECK(pageState(PageId::review, drive.session, true) == PageState::attention);
    CHECK(pageState(PageId::media, drive.session, true) == PageState::done);
}
