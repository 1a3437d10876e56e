// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/obstacles.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

/// The answers of the practice site, on the computer where one of its primaries is.
Request onPrimary(const Practice& practice) {
    Request request = practice.request();
    request.computer = "practice-here.example.org";
    return request;
}

} // namespace

TEST_CASE("on the computer of a primary nothing is asked: Welcome says why and what to do", "[window]") {
    const Practice practice;
    Drive drive(onPrimary(practice));
    REQUIRE(drive.reached(PageId::welcome));
    CHECK_THAT(drive.told(), Contains("cannot become a standby") && Contains("BES-HERE") &&
                                 Contains("Run this setup there"));
    CHECK_FALSE(drive.find("next")->isEnabled());
    drive.window.next();
    CHECK(drive.window.current() == PageId::welcome);

    // Perhaps it is the wrong database.
    REQUIRE(drive.press(Qt::Key_D));
    REQUIRE(drive.reached(PageId::database));
    CHECK_FALSE(drive.find("next")->isEnabled());
}

TEST_CASE("where the database is named later, the primary on this computer is told there, and on Welcome",
          "[window]") {
    const Practice practice;
    Request request = onPrimary(practice);
    request.database.location.clear();
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::database));
    REQUIRE(drive.reached(PageId::database));
    request.database.location = practice.database();
    drive.session.setRequest(request);
    drive.session.lookFor(PageId::database);
    REQUIRE(drive.reached(PageId::database));
    CHECK_FALSE(drive.find("next")->isEnabled());
    CHECK_THAT(obstacle(PageId::database, drive.session.state()), Contains("This computer is a primary"));
    drive.window.goTo(PageId::welcome);
    REQUIRE(drive.reached(PageId::welcome));
    CHECK_THAT(drive.told(), Contains("BES-HERE"));
}

TEST_CASE("a Messaging Agent that setup has not installed is a sign of a primary", "[window]") {
    const Practice practice;
    const std::string ini = (practice.root() / "local/notesdata/notes.ini").string();
    Practice::output(QStringLiteral("sed"), {QStringLiteral("-i"), QStringLiteral("s/^ServerTasks=.*/&,BES/"),
                                             QString::fromStdString(ini)});
    Request request;
    request.root = practice.root();
    request.computer = "standby1.example.org";
    Drive drive(request);
    REQUIRE(drive.reached(PageId::welcome));
    CHECK_THAT(drive.told(), Contains("may run on this computer already") && Contains("notes.ini"));
    CHECK(drive.find("next")->isEnabled());
}
