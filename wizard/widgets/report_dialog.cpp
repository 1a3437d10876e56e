// SPDX-License-Identifier: Apache-2.0
#include "widgets/report_dialog.hpp"

#include <QFileDialog>
#include <QVBoxLayout>

#include "answers/answers.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

ReportDialog::ReportDialog(QString program, const Request& request, QWidget* parent)
    : TextDialog(tr("Report for a colleague"), tr("Collecting what the report will have…"), parent),
      program_(std::move(program)), answers_(QByteArray::fromStdString(answers::formatAnswerFile(request))),
      process_(new QProcess(this)), save_(button(tr("&Save report…"), QStringLiteral("saveArchive"))) {
    save_->setEnabled(false);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, save_, 0, Qt::AlignLeft);
    process_->setProcessChannelMode(QProcess::MergedChannels);
    connect(process_, &QProcess::finished, this, [this] {
        show(QString::fromUtf8(process_->readAll()));
        save_->setEnabled(true);
    });
    connect(process_, &QProcess::errorOccurred, this, [this] { show(process_->errorString()); });
    connect(save_, &QPushButton::clicked, this, [this] { askWhere(); });
    start({QStringLiteral("--dry-run")});
}

void ReportDialog::askWhere() {
    // setup refuses to overwrite, so nobody has to confirm it
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("bes-standby-report.tar.gz"),
                                     tr("Archive (*.tar.gz)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        writeTo(file);
}

void ReportDialog::writeTo(const QString& file) {
    start({file});
}

void ReportDialog::start(const QStringList& words) {
    save_->setEnabled(false);
    process_->start(program_, QStringList{QStringLiteral("report"), QStringLiteral("--answer-file"),
                                          QStringLiteral("/dev/stdin")} +
                                  words);
    process_->write(answers_);
    process_->closeWriteChannel();
}

} // namespace bes::wizard
