// SPDX-License-Identifier: Apache-2.0
// What an administrator has in the clipboard takes the place of a file that he would have to write.

#include <fstream>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "answers/answers.hpp"
#include "host/files.hpp"
#include "models/pasted_console.hpp"
#include "unit/domino/console_samples.hpp"
#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

/// The person's own folders until it ends.
class OwnFolders {
public:
    OwnFolders() { qputenv("XDG_DATA_HOME", folder_.path().toUtf8()); }
    ~OwnFolders() { qputenv("XDG_DATA_HOME", before_); }
    OwnFolders(const OwnFolders&) = delete;
    OwnFolders& operator=(const OwnFolders&) = delete;
    [[nodiscard]] std::filesystem::path path() const { return folder_.path().toStdString(); }

private:
    QByteArray before_ = qgetenv("XDG_DATA_HOME");
    QTemporaryDir folder_;
};

const PastedConsole mail01{Role::primary, "CN=Mail01/O=Acme", "Mail11/Acme"};
const std::string tasksWithoutHead = shownTasks.substr(tasksHead.size() - 30);

std::string refusal(const std::string& text, const PastedConsole& console = mail01) {
    const auto kept = keepPasted(text, console);
    REQUIRE_FALSE(kept);
    return kept.error().why + "\n" + kept.error().remedy;
}

/// The practice computer where Domino's API is not found, so nobody can be asked.
Request withoutApi(const Practice& practice) {
    Request request = practice.request();
    request.domino.programFolder = "/nowhere";
    return request;
}

/// The dialog that a letter with Alt opens.
QDialog* opened(Drive& drive, Qt::Key letter) {
    REQUIRE(drive.press(letter));
    REQUIRE(waitUntil([] { return qobject_cast<QDialog*>(QApplication::activeModalWidget()) != nullptr; }));
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    dialog->activateWindow(); // there is no window manager
    REQUIRE(waitUntil([&] { return QApplication::activeWindow() == dialog; }));
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("consoleText"));
    return dialog;
}

void paste(const std::string& text) {
    QApplication::clipboard()->setText(QString::fromStdString(text));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
}

std::string told(const QWidget& window) {
    std::string text;
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            text += label->text().toStdString() + "\n";
    return text;
}

domino::Replies answersSeen(const Drive& drive) {
    return drive.session.state().seen->inspection.facts.domino.value().replies;
}

} // namespace

TEST_CASE("what is pasted from a console is kept for the person alone, as it was") {
    const OwnFolders folders;
    for (const std::string& text : {shownCluster, shownTasks, shownCluster + shownTasks,
                                    std::string("This server is not configured for a cluster.\n")}) {
        const auto path = keepPasted(text, mail01);
        REQUIRE(path);
        CHECK_THAT(*path, Catch::Matchers::StartsWith(folders.path().string()) &&
                              Catch::Matchers::EndsWith("primary-console-Mail01-Acme.txt"));
        CHECK(*host::readFile(*path) == text);
        CHECK((*host::status(*path))->mode == 0600);
    }
}

TEST_CASE("each server has a file of its own") {
    const OwnFolders folders;
    const std::string ofMate = "Cluster name: A, Server name: Mail11/Acme\nCluster members (1):\n"
                               "Server: Mail11/Acme, availability index: 97\n";
    const PastedConsole mail11{Role::standby, "Mail11/Acme", "Mail01/Acme"};
    CHECK(*keepPasted(shownCluster, mail01) != *keepPasted(ofMate, mail11));
    const PastedConsole shortName{Role::primary, "Mail01", "Mail11"};
    CHECK(*keepPasted(shownCluster, mail01) != *keepPasted(shownCluster, shortName));
}

TEST_CASE("a text that tells nothing is refused with what was expected") {
    const OwnFolders folders;
    CHECK_THAT(refusal("Dear colleague,\nhere it is"),
               Contains("neither an answer to \"show cluster\"") && Contains("show tasks") &&
                   Contains("Paste all that the console of Mail01/Acme answers"));
    CHECK_THAT(refusal(" \n\t"), Contains("The text is empty"));
    CHECK_THAT(refusal(shownCluster.substr(0, shownCluster.find("\tServer: Mail11"))),
               Contains("its list of members is not whole"));
    CHECK_THAT(refusal(tasksWithoutHead), Contains("the lines above its list"));
    CHECK_THAT(refusal(shownCluster + std::string(2 << 20, ' ')), Contains("longer than 1 MiB"));
    const PastedConsole mail11{Role::standby, "Mail11/Acme", "Mail01/Acme"};
    CHECK_THAT(refusal(shownTasks + shownCluster, mail11),
               Contains("another server: Mail01/Acme\n") && Contains("console of Mail11/Acme"));
    CHECK_THAT(refusal(shownCluster, {Role::standby, "", "Mail01/Acme"}), Contains("notes.ini"));
    CHECK(std::filesystem::is_empty(folders.path()));
}

TEST_CASE("where a text can't be kept, that is told") {
    const OwnFolders folders;
    std::ofstream(folders.path() / QCoreApplication::applicationName().toStdString()) << "no folder";
    const auto kept = keepPasted(shownCluster, mail01);
    REQUIRE_FALSE(kept);
    CHECK_THAT(kept.error().why, Contains("primary-console-Mail01-Acme.txt: "));
}

TEST_CASE("what the console answered is pasted by keys alone, and tells what the servers were not asked",
          "[window]") {
    const OwnFolders folders;
    const Practice practice;
    Drive drive(withoutApi(practice));
    REQUIRE(drive.lookAtDomino());
    CHECK(answersSeen(drive).liveCluster.primary.verdict == domino::Verdict::unknown);
    REQUIRE(drive.press(Qt::Key_M));

    QDialog* dialog = opened(drive, Qt::Key_P);
    CHECK_THAT(told(*dialog), Contains("\"show cluster\" and \"show tasks\" on the console of Mail01/Acme"));
    paste("Dear colleague");
    QTest::keyClick(dialog, Qt::Key_O, Qt::AltModifier);
    REQUIRE(waitUntil([&] { return told(*dialog).find("This text can't be used") != std::string::npos; }));
    CHECK(dialog->findChild<QPlainTextEdit*>()->toPlainText() == QStringLiteral("Dear colleague"));
    CHECK(drive.session.request().domino.primaryConsole.empty());

    const QPointer<QDialog> open = dialog;
    paste(shownCluster + shownTasks);
    QTest::keyClick(dialog, Qt::Key_O, Qt::AltModifier);
    REQUIRE(waitUntil([&] { return open.isNull(); }));
    const std::string path = drive.session.request().domino.primaryConsole;
    CHECK(drive.window.findChild<QLineEdit*>(QStringLiteral("primaryConsole"))->text().toStdString() == path);
    CHECK_THAT(*host::readFile(path), Contains(shownCluster) && Contains("Cluster Replicator   Idle\n"));
    REQUIRE(drive.reached(PageId::domino));
    const domino::Replies replies = answersSeen(drive);
    CHECK(replies.liveCluster.primary.witness == domino::Witness::pasted);
    CHECK(replies.liveCluster.primary.value->cluster == "Acme Mail");
    CHECK(replies.serverTasks.primary.verdict == domino::Verdict::yes);
    CHECK_THAT(told(drive.window), Contains("Acme Mail"));
    CHECK_THAT(answers::formatAnswerFile(drive.session.request()), Contains("primary-console = " + path));

    const QPointer<QDialog> second = opened(drive, Qt::Key_P);
    paste("This server is not configured for a cluster\n");
    QTest::keyClick(second, Qt::Key_O, Qt::AltModifier);
    REQUIRE(waitUntil([&] { return second.isNull(); }));
    CHECK(drive.session.request().domino.primaryConsole == path);
    REQUIRE(drive.reached(PageId::domino));
    CHECK(answersSeen(drive).liveCluster.primary.verdict == domino::Verdict::no);
}

TEST_CASE("pasting can be left, and the other server has a button of its own", "[window]") {
    const OwnFolders folders;
    const Practice practice;
    Drive drive(withoutApi(practice));
    REQUIRE(drive.lookAtDomino());
    REQUIRE(drive.press(Qt::Key_M));
    const QPointer<QDialog> dialog = opened(drive, Qt::Key_T);
    CHECK_THAT(told(*dialog), Contains("console of Mail11/Acme"));
    paste(shownCluster);
    QTest::keyClick(dialog, Qt::Key_Escape);
    REQUIRE(waitUntil([&] { return dialog.isNull(); }));
    CHECK(drive.session.request() == withoutApi(practice));
    CHECK(std::filesystem::is_empty(folders.path()));
}
