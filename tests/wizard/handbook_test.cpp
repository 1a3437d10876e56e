// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "pages/pages.hpp"
#include "widgets/handbook_dialog.hpp"
#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

TEST_CASE("every step has its section in the handbook", "[window]") {
    HandbookDialog handbook(nullptr);
    for (const StepMaker& step : stepMakers()) {
        INFO(step.title.toStdString());
        CHECK(handbook.showSection(handbookSection(step.id)));
    }
    CHECK_FALSE(handbook.showSection(QStringLiteral("No section")));
}

TEST_CASE("F1 opens the handbook at the step where the person is", "[window]") {
    const Practice practice;
    Drive drive(practice);
    drive.window.goTo(PageId::components);
    REQUIRE(drive.reached(PageId::components));
    QTest::keyClick(&drive.window, Qt::Key_F1);
    auto* text = drive.window.findChild<QTextBrowser*>(QStringLiteral("handbook"));
    REQUIRE(text != nullptr);
    CHECK(text->isVisible());
    CHECK(text->textCursor().block().text() == QStringLiteral("Components"));
    const QRect heading = text->cursorRect();
    CHECK(text->viewport()->rect().contains(heading.center()));
}
