// SPDX-License-Identifier: Apache-2.0
#include "widgets/text_dialog.hpp"

#include <QFontDatabase>
#include <QVBoxLayout>

#include "text/path_text.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

TextDialog::TextDialog(const QString& title, const QString& text, QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    text_->setObjectName(QStringLiteral("shownText"));
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(title);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setTabChangesFocus(true);
    show(text);
    auto* close = button(tr("&Close"), QStringLiteral("closeText"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text_, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 22);
}

void TextDialog::show(const QString& text) {
    text_->setPlainText(text.trimmed());
}

StatusDialog::StatusDialog(const QString& program, const std::filesystem::path& root, QWidget* parent)
    : TextDialog(tr("Status"), tr("Checking the standby on this computer…"), parent),
      process_(new QProcess(this)) {
    connect(process_, &QProcess::finished, this, [this] { show(QString::fromUtf8(process_->readAll())); });
    connect(process_, &QProcess::errorOccurred, this, [this] { show(process_->errorString()); });
    process_->setProcessChannelMode(QProcess::MergedChannels);
    process_->start(program, {QStringLiteral("status"), QStringLiteral("--local"), QStringLiteral("--root"),
                              QString::fromStdString(utf8(root))});
}

} // namespace bes::wizard
