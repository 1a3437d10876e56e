// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "maintenance.hpp"
#include "models/look.hpp"
#include "models/obstacles.hpp"
#include "models/plan_summary.hpp"
#include "wizard/drive.hpp"
#include "wizard/installed.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;
using Kind = Maintenance::Kind;

TEST_CASE("what is damaged is named before it is repaired, and nothing else is touched", "[window]") {
    const Installed here;
    const auto sound = here.practice.contents();
    const std::string file = here.loseFile();

    Drive drive(here.practice);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_P));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::review));
    CHECK_THAT(drive.summary(), Contains(file));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK(drive.session.runReport().severity == Severity::passed);
    CHECK_THAT(drive.session.runReport().headline, Contains("is repaired"));
    CHECK(here.practice.contents() == sound);
}

TEST_CASE("who brings no answers can maintain the standby all the same", "[window]") {
    const Installed here;
    const std::string file = here.loseFile();
    Request nothingAnswered;
    nothingAnswered.root = here.practice.root();
    Drive drive(nothingAnswered);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_P));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::review));
    CHECK_THAT(drive.summary(), Contains(file));
}

TEST_CASE("a component is taken away, and what the summary says is what is done", "[window]") {
    const Installed here;
    const auto before = here.receipt()->components;
    Drive drive(here.practice);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::components));
    CHECK_FALSE(drive.find("next")->isEnabled()); // nothing is changed yet
    auto* tree = drive.window.findChild<QTreeView*>(QStringLiteral("components"));
    for (int row = 0; !tree->currentIndex().data(Qt::CheckStateRole).toInt(); ++row)
        QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Space);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    CHECK_THAT(drive.summary(), Contains("Taken away"));
    const auto omitted = drive.session.state().maintenance->omit;
    REQUIRE_FALSE(omitted.empty());
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK_THAT(drive.session.runReport().headline, Contains("is modified"));
    const auto after = here.receipt()->components;
    CHECK(after.size() == before.size() - omitted.size());
    for (const std::string& id : omitted)
        CHECK(std::ranges::count(after, id) == 0);
}

TEST_CASE("a promoted standby is removed only by who takes that on himself, and all of it goes", "[window]") {
    const Installed here;
    here.inDatabase("UPDATE ServerConfig SET ActsAs = 'primary' WHERE ServerName = 'BES-NORTH-standby'");
    Drive drive(here.practice);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_R));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::review));
    CHECK_FALSE(drive.find("next")->isEnabled());
    CHECK_THAT(drive.told(), Contains("promoted"));
    REQUIRE(drive.box("accept")->isVisible());

    REQUIRE(drive.press(Qt::Key_U));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));
    CHECK_THAT(drive.summary(), Contains("What stays"));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK_THAT(drive.session.runReport().headline, Contains("is removed"));
    CHECK_FALSE(here.receipt());
    CHECK_FALSE(std::filesystem::exists(here.practice.root() / "opt/bes-standby"));
}

TEST_CASE("media that was moved is asked for, and only then", "[window]") {
    const Installed here;
    static_cast<void>(here.loseFile());
    Request request = here.practice.request();
    const std::filesystem::path media = request.media;
    request.media = "/nowhere";
    Session session(request, {}, Practice::setup());
    const auto looked = [&] { return waitUntil([&] { return !session.looking(); }); };
    session.lookFor(PageId::welcome);
    REQUIRE(looked());
    session.setMaintenance({.kind = Kind::repair});
    session.lookFor(PageId::review);
    REQUIRE(looked());
    CHECK(std::ranges::count(way(session.state()), PageId::media) == 1);
    CHECK_FALSE(obstacle(PageId::review, session.state()).empty());

    Request mended = session.request();
    mended.media = media;
    session.setRequest(mended);
    session.lookFor(PageId::media);
    REQUIRE(looked());
    CHECK(obstacle(PageId::review, session.state()).empty());
    CHECK(way(session.state()) ==
          std::vector{PageId::welcome, PageId::review, PageId::progress, PageId::result});
}

TEST_CASE("a plan that is another one by now is refused", "[engine]") {
    const Installed here;
    const Maintenance wanted{.kind = Kind::repair};
    const Request installed = requestOfInstalled(*here.receipt(), here.practice.request());
    const Seen seen = lookAtInstalled(installed, wanted, {});
    REQUIRE(seen.inspection.plan);
    CHECK(seen.inspection.plan->steps.empty());
    static_cast<void>(here.loseFile());

    EngineProcess engine;
    std::optional<RunEnd> end;
    QObject::connect(&engine, &EngineProcess::ended, [&](const RunEnd& how) { end = how; });
    engine.run({Practice::setup(), {QStringLiteral("engine")}, Elevation::none},
               {installed, seen.inspection.plan, {}, WhenLeft::finish, wanted});
    REQUIRE(waitUntil([&] { return end.has_value(); }));
    REQUIRE(end->result.failure);
    CHECK(end->result.failure->code == ExitCode::planOutdated);
}
