// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/folder_view.hpp"
#include "models/obstacles.hpp"
#include "models/plan_summary.hpp"
#include "translation.hpp"
#include "wizard/drive.hpp"
#include "wizard/installed.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

/// Speaks German until it ends.
struct German {
    German() { installTranslation(QLocale(QLocale::German)); }
    ~German() {
        for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    }
    German(const German&) = delete;
    German& operator=(const German&) = delete;
};

/// The letters that a visible page and the window's buttons answer to with Alt, each with its text.
std::map<QChar, QStringList> letters(const QWidget& window) {
    std::map<QChar, QStringList> found;
    const auto add = [&](const QString& text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty())
            found[key.back()] += text;
    };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->isEnabled())
            add(button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible() && label->buddy() != nullptr)
            add(label->text());
    return found;
}

/// Goes through the pages before the installation, and calls this on each.
void onEveryPage(const std::function<void(WizardWindow&)>& look) {
    const Practice practice;
    Session session(practice.request(), {}, Practice::setup());
    WizardWindow window(session);
    window.resize(window.minimumSize());
    window.show();
    for (int page = 0; page <= static_cast<int>(PageId::review); ++page) {
        window.goTo(static_cast<PageId>(page));
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        QTest::qWait(20); // layouts
        INFO("page " << page);
        look(window);
    }
}

/// The same for those that only a standby that is installed has.
void onPagesOfUpgrade(const Installed& here, const std::filesystem::path& older,
                      const std::function<void(WizardWindow&)>& look) {
    Request request;
    request.root = here.practice.root();
    request.media = older;
    Session session(request, {}, Practice::setup());
    WizardWindow window(session);
    window.resize(window.minimumSize());
    window.show();
    for (const PageId page : {PageId::welcome, PageId::media, PageId::components, PageId::review}) {
        window.goTo(page);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        session.setMaintenance({.kind = Maintenance::Kind::upgrade});
        QTest::qWait(20);
        INFO("page " << static_cast<int>(page));
        look(window);
    }
}

void noLetterTwice(const QWidget& window) {
    for (const auto& [letter, texts] : letters(window)) {
        INFO("Alt+" << QString(letter).toStdString() << ": "
                    << texts.join(QStringLiteral(", ")).toStdString());
        CHECK(texts.size() == 1);
    }
}

/// Labels have the height that their text needs, and buttons the width; what does not fit on a page can be
/// scrolled to.
bool isCut(const QLabel& label) {
    if (label.wordWrap())
        return label.height() < label.heightForWidth(label.width());
    return label.height() < label.sizeHint().height() || label.width() < label.sizeHint().width();
}

bool isCut(const QAbstractButton& button, const QWidget& window) {
    return button.width() < button.minimumSizeHint().width() ||
           button.mapTo(&window, QPoint(button.width(), 0)).x() > window.width();
}

/// The texts on the window that can't be read whole.
QStringList cutTexts(const QWidget& window) {
    QStringList texts;
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty() && isCut(*label))
            texts += label->text();
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && isCut(*button, window))
            texts += button->text();
    return texts;
}

void nothingCut(const QWidget& window) {
    const bool whole = waitUntil([&] { return cutTexts(window).isEmpty(); }); // layouts come with events
    INFO(cutTexts(window).join(QStringLiteral("\n")).toStdString());
    CHECK(whole);
}

} // namespace

TEST_CASE("no two things on a page answer to the same letter", "[window]") {
    onEveryPage(noLetterTwice);
    const German german;
    onEveryPage(noLetterTwice);
}

TEST_CASE("in the smallest window nothing is cut, in English and in German", "[window]") {
    onEveryPage(nothingCut);
    const German german;
    onEveryPage(nothingCut);
}

TEST_CASE("so it is where the database is on a server", "[window]") {
    const auto look = [] {
        const Practice practice;
        Request request = practice.request();
        request.database = {};
        request.database.backend = "postgresql";
        request.database.server = "127.0.0.1";
        request.database.port = 1;
        request.database.name = "BESMgmt";
        request.database.user = "besadmin";
        Session session(request, {}, Practice::setup());
        WizardWindow window(session);
        window.resize(window.minimumSize());
        window.show();
        window.goTo(PageId::database);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        QTest::qWait(20); // layouts
        noLetterTwice(window);
        nothingCut(window);
    };
    look();
    const German german;
    look();
}

TEST_CASE("so it is where console output is pasted", "[window]") {
    const auto look = [] {
        const Practice practice;
        const auto second = practice.root() / "local/notesdata2"; // a choice of Domino servers too
        std::filesystem::create_directories(second);
        std::filesystem::copy(practice.root() / "local/notesdata/notes.ini", second / "notes.ini");
        Session session(practice.request(), {}, Practice::setup());
        WizardWindow window(session);
        window.resize(window.minimumSize());
        window.show();
        window.goTo(PageId::domino);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
        window.findChild<QCheckBox*>(QStringLiteral("moreSources"))->setChecked(true);
        QTest::qWait(20); // layouts
        noLetterTwice(window);
        nothingCut(window);
        window.findChild<QPushButton*>(QStringLiteral("pasteStandbyConsole"))->click();
        const auto* dialog = window.findChild<QDialog*>(QStringLiteral("pasteConsole"));
        REQUIRE(dialog != nullptr);
        dialog->findChild<QPushButton*>(QStringLiteral("acceptText"))->click();
        QTest::qWait(20);
        noLetterTwice(*dialog);
        nothingCut(*dialog);
    };
    look();
    const German german;
    look();
}

TEST_CASE("so it is where a standby is installed, and older media was named", "[window]") {
    const Installed here;
    const auto older = here.makeMedia("'$.version', '4.1.7'");
    const auto both = [](WizardWindow& window) {
        noLetterTwice(window);
        nothingCut(window);
    };
    onPagesOfUpgrade(here, older, both);
    const German german;
    onPagesOfUpgrade(here, older, both);
}

TEST_CASE("the wizard speaks German", "[window]") {
    const German german;
    const Practice practice;
    Session session(practice.request(), {}, Practice::setup());
    const WizardWindow window(session);
    CHECK(window.findChild<QPushButton*>(QStringLiteral("next"))->text() == QStringLiteral("&Weiter"));
    Session answered({}, {}, {});
    answered.answer("service.account", "root");
    CHECK(mistakeAbout("service.account", answered.state()).starts_with("darf nicht root sein"));
    answered.answer("service.account", "No Account");
    CHECK(mistakeAbout("service.account", answered.state()).starts_with("muss der Name eines Systemkontos"));
    answered.answer("folders.install", "relative");
    CHECK(mistakeAbout("folders.install", answered.state()).starts_with("muss ein absoluter Pfad"));
    answered.answer("folders.install", "/");
    CHECK(mistakeAbout("folders.install", answered.state()) == "muss ein eigener Ordner sein");
    CHECK(obstacle(PageId::media, {}) == "Das Setup prüft noch");
}

TEST_CASE("a question is answered in German, whether or not Qt speaks it", "[window]") {
    const German german;
    const Practice practice;
    Drive drive(practice);
    REQUIRE(drive.nextUntil(PageId::review));
    QString yes;
    QObject::connect(&drive.session.run(), &RunView::advanced, &drive.window, [&] {
        if (!yes.isEmpty() || drive.session.run().log().isEmpty())
            return;
        QTimer::singleShot(0, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            yes = box->button(QMessageBox::Yes)->text();
            box->button(QMessageBox::Yes)->click();
        });
        QTest::keyClick(&drive.window, Qt::Key_Escape);
    });
    REQUIRE(drive.next());
    REQUIRE(waitUntil([&] { return drive.window.current() == PageId::result; }));
    CHECK(yes == QStringLiteral("&Ja"));
}

TEST_CASE("sizes are written as the person's country does") {
    Plan plan;
    plan.steps.resize(1);
    plan.request.installFolder = "/opt/bes";
    plan.receipt.files.resize(1);
    plan.receipt.files.front().path = "/opt/bes/program";
    plan.receipt.files.front().size = 3 << 19;
    Seen seen;
    seen.inspection.facts.space["/opt/bes"] = FileSystemSpace{"/opt", 3 << 19};
    const auto in = [&](QLocale::Language language, const auto& say) {
        QLocale::setDefault(QLocale(language));
        const std::string said = say();
        QLocale::setDefault(QLocale::system());
        return said;
    };
    const auto ofPlan = [&] { return planSummary(plan).front().lines.at(1); };
    const auto ofFolder = [&] { return roomFor("/opt/bes", seen); };
    CHECK_THAT(in(QLocale::German, ofPlan), Catch::Matchers::Contains("1,5 MiB"));
    CHECK_THAT(in(QLocale::English, ofPlan), Catch::Matchers::Contains("1.5 MiB"));
    CHECK_THAT(in(QLocale::German, ofFolder), Catch::Matchers::Contains("1,5 MiB"));
    CHECK_THAT(in(QLocale::English, ofFolder), Catch::Matchers::Contains("1.5 MiB"));
}
