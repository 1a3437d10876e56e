#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/component_rows.hpp"
#include "setup.hpp"
#include "start.hpp"
#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

/// What it is, and all that it is in.
std::string within(const QWidget* widget) {
    std::string path;
    for (; widget != nullptr; widget = widget->parentWidget())
        path += std::string(widget->metaObject()->className()) + " \"" + widget->objectName().toStdString() +
                "\" ";
    return path;
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
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::finish; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    CHECK(bes::status(practice.root())->receipt.has_value());

    const auto* bar = drive.window.findChild<QProgressBar*>(QStringLiteral("replicated"));
    REQUIRE(waitUntil([&] { return bar->isVisible(); }));
    CHECK(bar->maximum() > 0);
}

TEST_CASE("whatever an answer file says, the wizard has the plan of a silent run", "[window]") {
    const Practice practice;
    const std::vector<void (*)(Request&)> answers{
        [](Request& r) { r = withPreset(r, ComponentPreset::failoverCapable); },
        [](Request& r) {
            (r = withPreset(r, ComponentPreset::none)).add = {"router", "dispatcher"};
        },
        [](Request& r) { (r = withPreset(r, ComponentPreset::sameAsPrimary)).omit = {"alert"}; },
        [](Request& r) { r.standby = "BES-NORTH-2"; },
        [](Request& r) { r.serviceAccount = "besservice"; },
        [](Request& r) {
            r.installFolder = "/srv/standby";
            r.configurationFolder = "/srv/standby.d";
            r.logFolder = "/srv/log";
        }};
    for (const auto& change : answers) {
        Request request = practice.request();
        change(request);
        const std::string file = (practice.root().parent_path() / "changed.ini").string();
        std::ofstream(file) << answers::formatAnswerFile(request);
        const std::string silent = Practice::output(
            Practice::setup(), {QStringLiteral("plan"), QStringLiteral("--json"),
                                QStringLiteral("--answer-file"), QString::fromStdString(file)});
        const auto start = readStart(
            answers::readCommandLine({"--answer-file", file}, startOptions(), answers::allAnswers()), {});
        REQUIRE(start);
        CHECK(start->request == request);
        Session session(start->request, start->passwords, Practice::setup());
        for (const PageId page : way(session.state())) {
            session.lookFor(page);
            REQUIRE(waitUntil([&] { return !session.looking(); }));
        }
        REQUIRE(session.state().seen->inspection.plan);
        CHECK(formatPlan(*session.state().seen->inspection.plan) == silent);
    }
}

TEST_CASE("what the console of a Domino server answered is asked for where the server can't be", "[window]") {
    const Practice practice;
    Request request = practice.request();
    request.domino.notesIni.clear();
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::domino));
    REQUIRE(drive.reached(PageId::domino));
    auto* console = drive.window.findChild<QLineEdit*>(QStringLiteral("primaryConsole"));
    CHECK_FALSE(console->isVisible());
    REQUIRE(drive.press(Qt::Key_M));
    REQUIRE(waitUntil([&] { return console->isVisible(); }));
    const std::string file = (practice.root().parent_path() / "console.txt").string();
    std::ofstream(file) << "> show cluster\nCluster name: Other, Server name: Mail01/Acme\n";
    console->setFocus();
    QTest::keyClicks(console, QString::fromStdString(file));
    QTest::keyClick(console, Qt::Key_Tab);
    CHECK(drive.session.request().domino.primaryConsole == file);
    REQUIRE(drive.reached(PageId::domino));
    CHECK(drive.session.state().seen->request.domino.primaryConsole == file);
    const std::string answers = answers::formatAnswerFile(drive.session.request());
    CHECK_THAT(answers, Catch::Matchers::Contains(file));
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
        INFO(within(widget));
        REQUIRE(accessible != nullptr);
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
    }
}
