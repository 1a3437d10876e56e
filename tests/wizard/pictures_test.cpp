// SPDX-License-Identifier: Apache-2.0
// Pictures of every page, to be looked at by people: run by tests/wizard/make-pictures, not by ctest.

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "unit/domino/console_samples.hpp"
#include "widgets/report_dialog.hpp"
#include "wizard/other_install.hpp"
#include "wizard/practice.hpp"
#include "wizard_window.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

namespace fs = std::filesystem;

/// A window of the size that BES_SIZE says, "800x560", and its pictures in the folder BES_PICTURES.
struct Gallery {
    Gallery(const Request& request, QString kind)
        : session(request, {}, Practice::setup()), window(session), prefix(std::move(kind)) {
        const QStringList size = qEnvironmentVariable("BES_SIZE").split(QChar(u'x'));
        if (size.size() == 2)
            window.resize(size[0].toInt(), size[1].toInt());
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }
    void take(const QString& name) { take(window, name); }
    void take(QWidget& shown, const QString& name) const {
        QTest::qWait(50); // layouts and repaints
        const QString file =
            QStringLiteral("%1/%2-%3.png").arg(qEnvironmentVariable("BES_PICTURES"), prefix, name);
        REQUIRE(shown.grab().save(file));
    }
    void page(PageId page) {
        window.goTo(page);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        take(QStringLiteral("%1").arg(static_cast<int>(page), 2, 10, QChar(u'0')));
    }
    void run(PageId from) {
        window.goTo(from);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        window.next();
    }
    void untilFinish() {
        REQUIRE(waitUntil([&] { return window.current() == PageId::result; }));
    }

    Session session;
    WizardWindow window;
    QString prefix;
};

/// With media and certificate beside the computer: pictures for others show no path of who made them.
Request answersFor(const Practice& practice) {
    Request request = practice.request();
    const fs::path folder = practice.root().parent_path();
    fs::copy(request.media, folder / "media", fs::copy_options::recursive);
    fs::copy(request.trust.front(), folder / "publisher.crt");
    request.media = folder / "media";
    request.trust.front() = folder / "publisher.crt";
    return request;
}

} // namespace

TEST_CASE("pictures of an installation", "[.][pictures]") {
    const Practice practice;
    Gallery gallery(answersFor(practice), QStringLiteral("install"));
    for (PageId page = PageId::welcome; page <= PageId::review;
         page = static_cast<PageId>(static_cast<int>(page) + 1))
        gallery.page(page);
    bool taken = false;
    QObject::connect(&gallery.session.run(), &RunView::advanced, &gallery.window, [&] {
        if (taken || gallery.session.run().permille() < 400)
            return;
        taken = true;
        gallery.take(QStringLiteral("progress"));
    });
    gallery.run(PageId::review);
    gallery.untilFinish();
    const auto* replicated = gallery.window.findChild<QProgressBar*>(QStringLiteral("replicated"));
    REQUIRE(waitUntil([&] { return replicated->isVisible(); }));
    gallery.take(QStringLiteral("finish"));
    gallery.window.findChild<QPushButton*>(QStringLiteral("packReport"))->click();
    auto* report = gallery.window.findChild<ReportDialog*>();
    REQUIRE(report != nullptr);
    REQUIRE(waitUntil(
        [&] { return report->findChild<QPushButton*>(QStringLiteral("saveArchive"))->isEnabled(); }));
    gallery.take(*report, QStringLiteral("report"));
    report->saveAs(QString::fromStdString((practice.root().parent_path() / "report.tar.gz").string()));
    REQUIRE(waitUntil(
        [&] { return report->findChild<QPushButton*>(QStringLiteral("saveArchive"))->isEnabled(); }));
    gallery.take(*report, QStringLiteral("report-saved"));
    report->close();

    gallery.prefix = QStringLiteral("maintenance");
    gallery.page(PageId::welcome);
    gallery.session.setMaintenance({.kind = Maintenance::Kind::upgrade});
    gallery.page(PageId::media);
    gallery.session.setMaintenance({.kind = Maintenance::Kind::modify});
    gallery.page(PageId::components);
    fs::remove(practice.root() / "opt/bes-standby/router/bin/bes-router");
    gallery.session.setMaintenance({.kind = Maintenance::Kind::repair});
    gallery.page(PageId::review);
    gallery.session.setMaintenance({.kind = Maintenance::Kind::remove});
    gallery.prefix = QStringLiteral("removal");
    gallery.page(PageId::review);
}

TEST_CASE("pictures of a run in another process", "[.][pictures]") {
    const Practice practice;
    OtherInstall other(practice);
    Request request;
    request.root = practice.root();
    Gallery gallery(request, QStringLiteral("other-run"));
    gallery.page(PageId::welcome);
    const auto* steps = gallery.window.findChild<QListView*>(QStringLiteral("stepsOfOtherRun"));
    REQUIRE(waitUntil([&] { return steps->isVisible(); }));
    gallery.take(QStringLiteral("steps"));
    other.goOn();
    REQUIRE(waitUntil([&] { return gallery.session.state().maintenance.has_value(); }));
    gallery.take(QStringLiteral("done"));
}

TEST_CASE("pictures of what stands in the way", "[.][pictures]") {
    const Practice practice;
    Request request = practice.request();
    request.primary = "BES-WEST";
    Gallery gallery(request, QStringLiteral("refused"));
    gallery.page(PageId::database);
    request.computer = "practice-here.example.org";
    gallery.session.setRequest(request);
    gallery.page(PageId::welcome);
    request = practice.request();
    request.media = request.media.parent_path() / "flipped-bit";
    request.add = {"mds-services"};
    request.database.location = "/nowhere/BESMgmt.db";
    gallery.session.setRequest(request);
    gallery.page(PageId::media);
    gallery.page(PageId::database);
    request.database = {};
    request.database.backend = "postgresql";
    request.database.server = "127.0.0.1";
    request.database.port = 1;
    request.database.name = "BESMgmt";
    request.database.user = "besadmin";
    Gallery server(request, QStringLiteral("server"));
    server.page(PageId::database);
    request.database.backend = "sqlserver";
    request.database.server = "localhost,1";
    request.database.partner = "db2.example.com";
    server.prefix = QStringLiteral("sqlserver");
    server.session.setRequest(request);
    server.page(PageId::database);
    request.database = practice.request().database;
    gallery.session.setRequest(request);
    gallery.page(PageId::review);
}

TEST_CASE("pictures of pasting what a console answered", "[.][pictures]") {
    const Practice practice;
    Request request = practice.request();
    request.domino.programFolder = "/nowhere";
    Gallery gallery(request, QStringLiteral("paste"));
    gallery.window.goTo(PageId::domino);
    gallery.window.findChild<QCheckBox*>(QStringLiteral("moreSources"))->setChecked(true);
    gallery.page(PageId::domino);
    for (auto* scroll : gallery.window.findChildren<QScrollBar*>())
        scroll->setValue(scroll->maximum());
    gallery.take(QStringLiteral("more"));
    gallery.window.findChild<QPushButton*>(QStringLiteral("pastePrimaryConsole"))->click();
    auto* dialog = gallery.window.findChild<QDialog*>(QStringLiteral("pasteConsole"));
    auto* text = dialog->findChild<QPlainTextEdit*>();
    text->setPlainText(QString::fromStdString(shownCluster + shownTasks));
    gallery.take(*dialog, QStringLiteral("dialog"));
    text->setPlainText(QStringLiteral("show cluster"));
    dialog->accept();
    gallery.take(*dialog, QStringLiteral("refused"));
}

TEST_CASE("pictures of several Domino servers on one computer", "[.][pictures]") {
    const Practice practice;
    fs::create_directories(practice.root() / "local/notesdata2");
    fs::copy(practice.root() / "local/notesdata/notes.ini", practice.root() / "local/notesdata2/notes.ini");
    Request request = practice.request();
    Gallery chosen(request, QStringLiteral("several-chosen"));
    chosen.page(PageId::domino);
    request.domino.notesIni.clear();
    Gallery gallery(request, QStringLiteral("several"));
    gallery.page(PageId::domino);
}
