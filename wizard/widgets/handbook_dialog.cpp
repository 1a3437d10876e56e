// SPDX-License-Identifier: Apache-2.0
#include "widgets/handbook_dialog.hpp"

#include <QFile>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

QString handbook() {
    QFile file(QStringLiteral(":/handbook/handbook.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

HandbookDialog::HandbookDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Handbook"));
    text_->setObjectName(QStringLiteral("handbook"));
    text_->setAccessibleName(windowTitle());
    text_->setOpenExternalLinks(true);
    text_->document()->setMarkdown(handbook());
    auto* about =
        paragraph(tr("bes-standby-setup %1. License: Apache-2.0.").arg(QStringLiteral(BES_VERSION)));
    auto* close = button(tr("&Close"), QStringLiteral("closeHandbook"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* row = new QHBoxLayout;
    row->addWidget(about, 1);
    row->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text_, 1);
    layout->addLayout(row);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
}

bool HandbookDialog::showSection(const QString& title) {
    for (QTextBlock block = text_->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || block.text() != title)
            continue;
        text_->moveCursor(QTextCursor::End); // from below, so that the section comes to the top
        text_->setTextCursor(QTextCursor(block));
        return true;
    }
    return false;
}

} // namespace bes::wizard
