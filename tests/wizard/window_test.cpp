#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "setup.hpp"
#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

TEST_CASE("with the answers of a silent run the wizard ends with the same plan, and installs it",
          "[window]") {
    const Practice practice;
    const std::string silent = Practice::output(
        Practice::setup(), {QStringLiteral("plan"), QStringLiteral("--json"), QStringLiteral("--answer-file"),
                            QString::fromStdString(practice.answerFile())});
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::summary));
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    CHECK(drive.session.request() == practice.request());
    REQUIRE(drive.session.state().seen->inspection.plan);
    CHECK(formatPlan(*drive.session.state().seen->inspection.plan) == silent);

    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::finish; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    CHECK(bes::status(practice.root())->receipt.has_value());
}

TEST_CASE("Next waits for what a page needs", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::media));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));
    auto* media = drive.window.findChild<QLineEdit*>(QStringLiteral("media"));
    media->setFocus();
    media->selectAll();
    QTest::keyClicks(media, QStringLiteral("/nowhere"));
    REQUIRE(
        waitUntil([&] { return drive.session.request().media == "/nowhere" && !drive.session.looking(); }));
    CHECK_FALSE(drive.find("next")->isEnabled());
    QTest::keyClick(&drive.window, Qt::Key_N, Qt::AltModifier);
    CHECK(drive.window.current() == PageId::media);
}

TEST_CASE("Escape in the middle of the installation undoes it, and it can be tried again", "[window]") {
    const Practice practice;
    const auto before = practice.contents();
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::summary));
    bool asked = false;
    QObject::connect(&drive.session.run(), &RunView::advanced, &drive.window, [&] {
        if (asked || drive.session.run().log().isEmpty())
            return;
        asked = true;
        answerYes();
        QTest::keyClick(&drive.window, Qt::Key_Escape);
    });
    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::finish; }));
    REQUIRE(asked);
    REQUIRE(drive.session.runEnd()->result.failure);
    CHECK(drive.session.runEnd()->result.failure->code == ExitCode::cancelled);
    CHECK(practice.contents() == before);

    drive.find("retry")->click();
    CHECK(drive.window.current() == PageId::checks);
    REQUIRE(drive.nextUntil(PageId::progress));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::finish; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
}

TEST_CASE("everything that can have the focus has a name", "[window]") {
    const Practice practice;
    Drive drive(practice);
    for (const QWidget* widget : drive.window.findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
                                               << widget->parentWidget()->metaObject()->className());
        REQUIRE(accessible != nullptr);
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
    }
}
