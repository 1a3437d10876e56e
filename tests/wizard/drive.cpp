// SPDX-License-Identifier: Apache-2.0
#include "wizard/drive.hpp"

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/obstacles.hpp"
#include "start.hpp"

namespace bes::wizard {
namespace {

Start startOf(const Practice& practice) {
    const auto line = answers::readCommandLine({"--answer-file", practice.answerFile()}, startOptions(),
                                               answers::allAnswers());
    auto start = readStart(line, {});
    REQUIRE(start);
    return *start;
}

/// The letter behind the & of a text.
Qt::Key mnemonicOf(const QString& text) {
    const auto sequence = QKeySequence::mnemonic(text);
    REQUIRE(!sequence.isEmpty());
    return sequence[0].key();
}

} // namespace

Drive::Drive(const Practice& practice) : Drive(startOf(practice).request) {
}

Drive::Drive(const Request& answers) : session(answers, {}, Practice::setup()), window(session) {
    window.show();
}

QPushButton* Drive::find(const char* name) {
    auto* found = window.findChild<QPushButton*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
}

bool Drive::press(Qt::Key key) {
    // after a question was answered a window manager does it; there is none here
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return false;
    const QWidget* focus = window.focusWidget();
    CHECK((focus != nullptr && (focus->focusPolicy() & Qt::TabFocus) != 0));
    QTest::keyClick(&window, key, Qt::AltModifier);
    return true;
}

bool Drive::next() {
    const PageId page = window.current();
    if (!waitUntil([&] { return find("next")->isEnabled(); })) {
        UNSCOPED_INFO("page " << static_cast<int>(page) << ": " << obstacle(page, session.state()));
        for (const Finding& finding : session.state().seen->inspection.findings)
            if (finding.severity == Severity::blocker)
                UNSCOPED_INFO(finding.title << ": " << finding.evidence);
        return false;
    }
    return press(mnemonicOf(find("next")->text())) && waitUntil([&] { return window.current() != page; });
}

bool Drive::nextUntil(PageId page) {
    while (window.current() < page)
        if (!next())
            return false;
    return true;
}

bool Drive::reached(PageId page) {
    if (waitUntil([&] { return window.current() == page && !session.looking(); }))
        return true;
    UNSCOPED_INFO("page " << static_cast<int>(window.current())
                          << (session.looking() ? ", still looking" : ""));
    return false;
}

bool Drive::lookAtDomino() {
    if (!nextUntil(PageId::review) || !waitUntil([&] { return !session.looking(); }))
        return false;
    window.goTo(PageId::domino);
    return reached(PageId::domino);
}

bool Drive::type(const char* field, const std::string& text) {
    auto* edit = window.findChild<QLineEdit*>(QString::fromLatin1(field));
    REQUIRE(edit != nullptr);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, QString::fromStdString(text));
    QTest::keyClick(edit, Qt::Key_Tab); // what is typed counts at once
    return waitUntil([&] { return !session.looking(); });
}

QCheckBox* Drive::box(const char* name) {
    return window.findChild<QCheckBox*>(QString::fromLatin1(name));
}

std::string Drive::told() {
    std::string text;
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            text += label->text().toStdString() + "\n";
    return text;
}

std::string Drive::summary() {
    return window.findChild<QTextBrowser*>(QStringLiteral("summary"))->toPlainText().toStdString();
}

void answer(QMessageBox::StandardButton with) {
    QTimer::singleShot(0, [with] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box != nullptr)
            box->button(with)->click();
    });
}

} // namespace bes::wizard
