// SPDX-License-Identifier: Apache-2.0
#include "widgets/paste_dialog.hpp"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QVBoxLayout>

#include "models/pasted_console.hpp"

namespace bes::wizard {

PasteDialog::PasteDialog(const Session& session, Role role, QWidget* parent)
    : QDialog(parent), session_(session), role_(role) {
    setObjectName(QStringLiteral("pasteConsole"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleFor(role));
    const QString explanation = qt(commandsFor(pastedConsole(role, session.state())));
    text_->setObjectName(QStringLiteral("consoleText"));
    text_->setAccessibleName(titleFor(role));
    text_->setAccessibleDescription(explanation);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);

    auto* buttons = new QDialogButtonBox;
    auto* ok = button(tr("&OK"), QStringLiteral("acceptText"));
    auto* cancel = button(tr("&Cancel"), QStringLiteral("cancelText"));
    buttons->addButton(ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    ok->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(paragraph(explanation));
    layout->addWidget(text_, 1);
    layout->addWidget(notice_);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PasteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PasteDialog::reject);
    text_->setFocus();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 24);
}

QString PasteDialog::titleFor(Role role) {
    return role == Role::primary ? tr("Paste console output of the primary's Domino server")
                                 : tr("Paste console output of the Domino server here");
}

void PasteDialog::accept() {
    const auto path = keepPasted(text_->toPlainText().toStdString(), pastedConsole(role_, session_.state()));
    if (!path) {
        const Failure& failure = path.error();
        notice_->say(Severity::blocker, qt(failure.what), qt(failure.why + ".\n" + failure.remedy));
        text_->setFocus();
        return;
    }
    Q_EMIT kept(qt(*path));
    QDialog::accept();
}

} // namespace bes::wizard
