// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/findings_tree.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

void select(Drive& drive, const std::string& finding) {
    auto* view = drive.window.findChild<QTreeView*>(QStringLiteral("findings"));
    const QModelIndex index = dynamic_cast<FindingsTree&>(*view->model()).indexOf(finding);
    REQUIRE(index.isValid());
    view->setCurrentIndex(index);
}

bool looksAfter(Drive& drive, Qt::Key key) {
    const auto before = drive.session.state().seen;
    return drive.press(key) && waitUntil([&] { return drive.session.state().seen != before; });
}

bool saysOneCluster(const Drive& drive) {
    return std::ranges::any_of(drive.session.state().seen->inspection.findings, [](const Finding& finding) {
        return finding.id == "domino.one-cluster" && finding.severity == Severity::passed;
    });
}

} // namespace

TEST_CASE("one check is made again without asking Domino, unless it is about Domino; all of them with it",
          "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    CHECK(saysOneCluster(drive));
    std::ofstream(practice.root() / "local/notesdata/scenario.json")
        << R"({"based_on": "scenarios/not-clustered.json"})";

    select(drive, "disk.space");
    REQUIRE(looksAfter(drive, Qt::Key_T));
    CHECK(saysOneCluster(drive));
    select(drive, "domino.one-cluster");
    REQUIRE(looksAfter(drive, Qt::Key_T));
    CHECK_FALSE(saysOneCluster(drive));

    std::ofstream(practice.root() / "local/notesdata/scenario.json")
        << R"({"based_on": "scenarios/good.json"})";
    REQUIRE(looksAfter(drive, Qt::Key_C));
    CHECK(saysOneCluster(drive));
}

TEST_CASE("the report of the checks can be copied", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    REQUIRE(drive.press(Qt::Key_Y));
    const auto copied = [] { return QGuiApplication::clipboard()->text().toStdString(); };
    CHECK(waitUntil([&] { return !copied().empty(); }));
    CHECK_THAT(copied(), Contains("AcmeCluster") && Contains("BES-NORTH"));
}
