// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/component_rows.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
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
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(waitUntil([&] { return !drive.session.looking(); }));
    CHECK(drive.session.request() == practice.request());
    REQUIRE(drive.session.state().seen->inspection.plan);
    CHECK(formatPlan(*drive.session.state().seen->inspection.plan) == silent);

    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
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
    REQUIRE(drive.lookAtDomino());
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
    REQUIRE(drive.nextUntil(PageId::review));
    bool asked = false;
    QObject::connect(&drive.session.run(), &RunView::advanced, &drive.window, [&] {
        if (asked || drive.session.run().log().isEmpty())
            return;
        asked = true;
        answer(QMessageBox::Yes);
        QTest::keyClick(&drive.window, Qt::Key_Escape);
    });
    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    REQUIRE(asked);
    REQUIRE(drive.session.runEnd()->result.failure);
    CHECK(drive.session.runEnd()->result.failure->code == ExitCode::cancelled);
    CHECK(practice.contents() == before);

    drive.find("retry")->click();
    CHECK(drive.window.current() == PageId::review);
    REQUIRE(drive.nextUntil(PageId::progress));
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
}

TEST_CASE("who has entered something is asked before it is lost, and who has not is not", "[window]") {
    const Practice practice;
    {
        Drive untouched(practice);
        REQUIRE(untouched.nextUntil(PageId::media));
        QTest::keyClick(&untouched.window, Qt::Key_Escape);
        CHECK_FALSE(untouched.window.isVisible());
    }
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::database));
    REQUIRE(drive.type("database", "/nowhere/BESMgmt.db"));
    answer(QMessageBox::No);
    QTest::keyClick(&drive.window, Qt::Key_Escape);
    CHECK(drive.window.isVisible());
    CHECK(drive.window.current() == PageId::database);
    CHECK(drive.session.request().database.location == "/nowhere/BESMgmt.db");
    answer(QMessageBox::No);
    drive.window.close();
    CHECK(drive.window.isVisible());
    answer(QMessageBox::Yes);
    drive.find("cancel")->click();
    CHECK_FALSE(drive.window.isVisible());
}

TEST_CASE("who stops a check keeps a page that can be used, and can check again", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::database));
    REQUIRE(drive.reached(PageId::database));
    REQUIRE(drive.type("database", practice.database().string() + "x"));
    drive.session.lookFor(PageId::database, Session::Look::again);
    REQUIRE(drive.session.looking());
    drive.find("stopLooking")->click();
    CHECK_FALSE(drive.session.looking());
    REQUIRE(drive.type("database", practice.database().string()));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));

    drive.window.goTo(PageId::review);
    REQUIRE(drive.session.looking());
    drive.find("stopLooking")->click();
    CHECK_FALSE(drive.session.looking());
    CHECK_THAT(drive.told(), Catch::Matchers::Contains("Check stopped"));
    drive.find("checkAgain")->click();
    REQUIRE(drive.reached(PageId::review));
    CHECK(drive.find("next")->isEnabled());
}

TEST_CASE("a step that was visited is gone to by a click, one that was not is not", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::components));
    REQUIRE(drive.reached(PageId::components));
    auto* list = drive.window.findChild<QWidget*>(QStringLiteral("stepList"));
    const int line = list->fontMetrics().height();
    for (int y = 0; y < list->height() && drive.window.current() != PageId::media; y += line / 2)
        if (drive.window.current() != PageId::media)
            QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(list->width() / 2, y));
    CHECK(drive.window.current() == PageId::media);
    REQUIRE(drive.reached(PageId::media));
    QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(list->width() / 2, list->height() - 1));
    CHECK(drive.window.current() == PageId::media);
}

TEST_CASE("a finding leads to the step that mends it, and an answer to the step where it is given",
          "[window]") {
    const Practice practice;
    Request request = practice.request();
    request.domino.acceptUnknown.clear();
    request.add = {"mds-services"};
    Drive drive(request);
    drive.window.goTo(PageId::review);
    REQUIRE(drive.reached(PageId::review));
    REQUIRE_FALSE(drive.find("next")->isEnabled());
    REQUIRE(drive.find("mend")->isVisible());
    REQUIRE(drive.press(Qt::Key_G));
    CHECK(drive.reached(PageId::components));

    drive.window.goTo(PageId::review);
    REQUIRE(drive.reached(PageId::review));
    auto* summary = drive.window.findChild<QTextBrowser*>(QStringLiteral("summary"));
    CHECK_THAT(summary->toPlainText().toStdString(), Catch::Matchers::Contains("BES-NORTH"));
    Q_EMIT summary->anchorClicked(QUrl(QStringLiteral("step:%1").arg(static_cast<int>(PageId::database))));
    CHECK(drive.window.current() == PageId::database);
}

TEST_CASE("what is reviewed can be copied as a command that gives the same plan", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    drive.find("copyAsCommand")->click();
    QString command = QGuiApplication::clipboard()->text();
    REQUIRE(command.startsWith(QStringLiteral("bes-standby-setup install ")));
    command.replace(QStringLiteral("bes-standby-setup install"),
                    Practice::setup() + QStringLiteral(" plan --json"));
    CHECK(Practice::output(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command}) ==
          formatPlan(*drive.session.state().seen->inspection.plan));
}

TEST_CASE("every field for a path is reached by the letter of its label", "[window]") {
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::media));
    REQUIRE(drive.reached(PageId::media));
    REQUIRE(drive.press(Qt::Key_T));
    CHECK(drive.window.findChild<QLineEdit*>(QStringLiteral("trust"))->hasFocus());
    REQUIRE(drive.press(Qt::Key_F));
    CHECK(drive.window.findChild<QLineEdit*>(QStringLiteral("media"))->hasFocus());
}

TEST_CASE("a path is taken as people paste it", "[window]") {
    const Practice practice;
    const std::string media = practice.request().media.string();
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::media));
    for (const std::string& pasted : {"  " + media + " ", "file://" + media, media + "/"}) {
        REQUIRE(drive.type("media", pasted));
        CHECK(drive.session.request().media == media);
    }
    REQUIRE(drive.type("media", "~/media"));
    CHECK(drive.session.request().media == QDir::homePath().toStdString() + "/media");
}

TEST_CASE("a default installation asks for no more than five decisions", "[window]") {
    const Practice practice;
    Request nothing; // but what says which computer it is for
    nothing.root = practice.root();
    nothing.computer = practice.request().computer;
    nothing.existingFiles = practice.request().existingFiles; // the practice computer has some
    Drive drive(nothing);
    int decisions = 0;
    REQUIRE(drive.nextUntil(PageId::media));
    ++decisions;
    REQUIRE(drive.type("media", practice.request().media.string()));
    ++decisions;
    REQUIRE(drive.type("trust", practice.request().trust.front().string()));
    if (!drive.find("next")->isEnabled()) {
        ++decisions;
        REQUIRE(drive.press(Qt::Key_A)); // the license
    }
    REQUIRE(drive.nextUntil(PageId::database));
    ++decisions;
    REQUIRE(drive.type("database", practice.database().string()));
    if (drive.session.request().primary.empty()) {
        ++decisions;
        auto* table = drive.window.findChild<QTableView*>(QStringLiteral("primaries"));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == QStringLiteral("BES-NORTH"))
                table->selectRow(row);
    }
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.nextUntil(PageId::progress));
    REQUIRE(drive.reached(PageId::result));
    CHECK(drive.session.runReport().severity <= Severity::warning);
    CHECK(bes::status(practice.root())->receipt.has_value());
    std::cout << "a default installation asks for " << decisions << " decisions\n";
    CHECK(decisions <= 5);
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
