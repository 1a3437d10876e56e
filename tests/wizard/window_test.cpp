#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "setup.hpp"
#include "start.hpp"
#include "wizard/practice.hpp"
#include "wizard_window.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

/// The window as a person uses it, by keys.
struct Drive {
    explicit Drive(const Practice& practice)
        : session(startOf(practice).request, {}, Practice::setup()), window(session) {
        window.show();
    }

    static Start startOf(const Practice& practice) {
        const auto line = answers::readCommandLine({"--answer-file", practice.answerFile()}, startOptions(),
                                                   answers::allAnswers());
        auto start = readStart(line, {});
        REQUIRE(start);
        return *start;
    }
    [[nodiscard]] QPushButton* find(const char* name) {
        auto* found = window.findChild<QPushButton*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
    /// Alt+N once the page allows it; false where it never does.
    [[nodiscard]] bool next() {
        picture();
        const PageId page = window.current();
        if (!waitUntil([&] { return find("next")->isEnabled(); })) {
            UNSCOPED_INFO("page " << static_cast<int>(page) << ": " << obstacle(page, session.state()));
            for (const Finding& finding : session.state().seen->inspection.findings)
                if (finding.severity == Severity::blocker)
                    UNSCOPED_INFO(finding.title << ": " << finding.evidence);
            return false;
        }
        // after a question was answered a window manager does it; there is none here
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        const QWidget* focus = window.focusWidget();
        CHECK((focus != nullptr && (focus->focusPolicy() & Qt::TabFocus) != 0));
        QTest::keyClick(&window, page == PageId::summary ? Qt::Key_I : Qt::Key_N, Qt::AltModifier);
        return waitUntil([&] { return window.current() != page; });
    }
    [[nodiscard]] bool nextUntil(PageId page) {
        while (window.current() < page)
            if (!next())
                return false;
        return true;
    }
    /// Keeps a picture of the page in the folder that BES_PICTURES names: they are to be looked at.
    void picture() {
        const QString folder = qEnvironmentVariable("BES_PICTURES");
        if (folder.isEmpty())
            return;
        CHECK(waitUntil([&] { return !session.looking(); }));
        QTest::qWait(50);
        window.grab().save(QStringLiteral("%1/%2.png")
                               .arg(folder)
                               .arg(static_cast<int>(window.current()), 2, 10, QLatin1Char('0')));
    }

    Session session;
    WizardWindow window;
};

/// Answers the next question of the window with Yes.
void answerYes() {
    QTimer::singleShot(0, [] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box != nullptr)
            box->button(QMessageBox::Yes)->click();
    });
}

} // namespace

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
    drive.picture();
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::finish; }));
    drive.picture();
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
