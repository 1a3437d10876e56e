// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/remembered_database.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using namespace bes;
using namespace bes::wizard;

namespace {

namespace fs = std::filesystem;

/// As `bes-standby-setup practice` marks what it makes.
void markComputer(const Practice& practice) {
    std::ofstream(practice.root() / "etc/bes-standby-practice") << "practice\n";
}

void markDatabase(const Practice& practice) {
    std::ofstream(practice.database().parent_path() / "PRACTICE") << "folder\n";
}

std::string titleOf(const QWidget& window) {
    return window.windowTitle().toStdString();
}

bool saysPractice(const Drive& drive) {
    const auto* notice = drive.window.findChild<QWidget*>(QStringLiteral("practice"));
    return titleOf(drive.window).starts_with("PRACTICE - ") && notice->isVisible();
}

} // namespace

TEST_CASE("on a practice computer every page and every window says PRACTICE, and the standby is installed",
          "[window]") {
    const Practice practice;
    markComputer(practice);
    markDatabase(practice);
    Drive drive(practice);
    REQUIRE(drive.reached(PageId::welcome));
    CHECK_THAT(drive.told(), Contains("PRACTICE: computer, database, media and Domino server are not real."));
    while (drive.window.current() != PageId::review) {
        CHECK(saysPractice(drive));
        REQUIRE(drive.next());
    }
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    REQUIRE(drive.next());
    CHECK(saysPractice(drive));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(saysPractice(drive));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    drive.find("help")->click();
    const auto windows = QApplication::topLevelWidgets();
    CHECK(std::ranges::any_of(
        windows, [](const QWidget* window) { return titleOf(*window) == "PRACTICE - Handbook"; }));
}

TEST_CASE("of a real computer the wizard does not say PRACTICE, nor any more once its answers are loaded",
          "[window]") {
    const Practice real;
    const Practice practice;
    markComputer(practice);
    Drive drive(practice);
    CHECK(saysPractice(drive));
    drive.session.setRequest(real.request());
    CHECK_FALSE(saysPractice(drive));
    CHECK(titleOf(drive.window).find("PRACTICE") == std::string::npos);
    CHECK_THAT(drive.told(), !Contains("PRACTICE"));
    drive.session.setRequest(practice.request());
    CHECK(saysPractice(drive));
}

TEST_CASE("practice and what is real do not meet, and the practice database is not remembered", "[engine]") {
    const Practice practice;
    const auto whyNot = [&] {
        QSettings settings(QString::fromStdString((practice.root() / "wizard.conf").string()),
                           QSettings::IniFormat);
        Session session(practice.request(), {}, Practice::setup());
        rememberDatabases(session, settings);
        session.lookFor(PageId::database);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        CHECK(rememberedDatabase(settings) == DatabaseAddress());
        return session.state().seen->inspection.facts.database.reason();
    };
    markDatabase(practice);
    CHECK_THAT(whyNot(), StartsWith("it is the database of a practice folder"));
    markComputer(practice);
    CHECK(whyNot().empty());
    fs::remove(practice.database().parent_path() / "PRACTICE");
    CHECK_THAT(whyNot(), StartsWith("this is a PRACTICE computer"));
}
