// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/obstacles.hpp"
#include "models/upgrade_offer.hpp"
#include "wizard/drive.hpp"
#include "wizard/installed.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;
using Kind = Maintenance::Kind;

namespace {

constexpr auto newer = "'$.version', '5.0.1'";
constexpr auto primaryIsNewer =
    "UPDATE ServerConfig SET ProductVersion = '5.0.1' WHERE ServerName = 'BES-NORTH'";

/// Who maintains brings no answers but where the computer is, and perhaps the media.
Request bringing(const Installed& here, const std::filesystem::path& media = {}) {
    Request request;
    request.root = here.practice.root();
    request.media = media;
    return request;
}

} // namespace

TEST_CASE("newer media that was named is offered as an upgrade, and done as the silent one", "[window]") {
    const Installed here;
    here.inDatabase(primaryIsNewer);
    const auto media = here.makeMedia(newer);
    const auto before = here.practice.contents();
    const std::string silent = Practice::output(
        Practice::setup(), {QStringLiteral("upgrade"), QStringLiteral("--dry-run"), QStringLiteral("--json"),
                            QStringLiteral("--root"), QString::fromStdString(here.practice.root().string()),
                            QStringLiteral("--media.folder"), QString::fromStdString(media.string())});
    Drive drive(bringing(here, media));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.session.state().maintenance);
    CHECK(drive.session.state().maintenance->kind == Kind::upgrade);
    CHECK_THAT(drive.told(), Contains("from version 5.0 to 5.0.1"));
    CHECK(way(drive.session.state()) ==
          std::vector{PageId::welcome, PageId::media, PageId::review, PageId::progress, PageId::result});
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    CHECK(formatPlan(*drive.session.state().seen->inspection.plan) == silent);
    CHECK_THAT(drive.summary(), Contains("Its version was 5.0 and becomes 5.0.1."));
    CHECK(here.practice.contents() == before);
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK(drive.session.runReport().severity == Severity::passed);
    CHECK(here.receipt()->catalog.version == "5.0.1");
}

TEST_CASE("older media is taken only by who confirms it, and only for that media", "[window]") {
    const Installed here;
    here.inDatabase("UPDATE ServerConfig SET ProductVersion = '4.1.7' WHERE ServerName = 'BES-NORTH'");
    const auto older = here.makeMedia("'$.version', '4.1.7'");
    Drive drive(bringing(here));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_G));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::media));
    CHECK_FALSE(drive.find("next")->isEnabled());
    CHECK_THAT(obstacle(PageId::media, drive.session.state()), Contains("is already installed"));

    REQUIRE(drive.type("media", older.string()));
    CHECK_FALSE(drive.find("next")->isEnabled());
    REQUIRE(drive.box("acceptOlder")->isVisible());
    REQUIRE(drive.press(Qt::Key_O));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));
    REQUIRE(drive.type("media", older.parent_path().string()));
    REQUIRE(drive.type("media", (older / ".").string())); // said again, it has to be confirmed again
    CHECK(drive.session.state().request.media == older);
    CHECK_FALSE(drive.box("acceptOlder")->isChecked());
    CHECK_FALSE(drive.find("next")->isEnabled());
    REQUIRE(drive.press(Qt::Key_O));

    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK(here.receipt()->catalog.version == "4.1.7");
}

TEST_CASE("an upgrade asks for components only where the version of the media demands it", "[window]") {
    const Installed here;
    here.inDatabase(primaryIsNewer);
    const auto media =
        here.makeMedia("'$.version', '5.0.1', '$.components[6].dependencies', json('[\"monitoring\"]')");
    Drive drive(bringing(here, media));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::media));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::components));
    CHECK_FALSE(drive.find("next")->isEnabled());
    auto* tree = drive.window.findChild<QTreeView*>(QStringLiteral("components"));
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        if (tree->model()->index(row, 0).data().toString().contains(QStringLiteral("Monitoring")))
            tree->setCurrentIndex(tree->model()->index(row, 0));
    QTest::keyClick(tree, Qt::Key_Space);
    REQUIRE(drive.nextUntil(PageId::review));
    CHECK(drive.session.state().maintenance->add == std::vector<std::string>{"monitoring"});
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK(std::ranges::count(here.receipt()->components, "monitoring") == 1);
}

TEST_CASE("who would rather repair than upgrade needs the media that was installed from", "[window]") {
    const Installed here;
    const auto media = here.makeMedia(newer);
    Session session(bringing(here, media), {}, Practice::setup());
    session.lookFor(PageId::welcome);
    REQUIRE(waitUntil([&] { return !session.looking(); }));
    REQUIRE(session.request().media == media);
    session.setMaintenance({.kind = Kind::repair});
    CHECK(session.request().media == here.receipt()->request.media);
    CHECK(std::ranges::count(way(session.state()), PageId::media) == 0);
    session.setMaintenance({.kind = Kind::upgrade});
    CHECK(session.request().media == media);
}

TEST_CASE("an upgrade that was typed and given up leaves nothing behind: the standby is removed",
          "[window]") {
    const Installed here;
    const auto older = here.makeMedia("'$.version', '4.1.7'");
    Drive drive(bringing(here));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_G));
    REQUIRE(drive.next());
    REQUIRE(drive.type("media", older.string()));
    REQUIRE(drive.box("acceptOlder")->isVisible());
    REQUIRE(drive.press(Qt::Key_B));
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(drive.press(Qt::Key_R));
    REQUIRE(waitUntil([&] { return drive.session.state().maintenance->kind == Kind::remove; }));
    CHECK(way(drive.session.state()) ==
          std::vector{PageId::welcome, PageId::review, PageId::progress, PageId::result});
    CHECK(drive.session.request().media == here.receipt()->request.media);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    REQUIRE(drive.next());
    REQUIRE(drive.reached(PageId::result));
    CHECK_FALSE(here.receipt());
}
