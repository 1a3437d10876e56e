// SPDX-License-Identifier: Apache-2.0
#include "widgets/status_dialog.hpp"

namespace bes::wizard {

StatusDialog::StatusDialog(const QString& program, const std::filesystem::path& root, QWidget* parent)
    : TextDialog(tr("Status"), tr("Checking the standby on this computer…"), parent),
      process_(new QProcess(this)) {
    connect(process_, &QProcess::finished, this, [this] { show(QString::fromUtf8(process_->readAll())); });
    connect(process_, &QProcess::errorOccurred, this, [this] { show(process_->errorString()); });
    process_->setProcessChannelMode(QProcess::MergedChannels);
    process_->start(program, {QStringLiteral("status"), QStringLiteral("--local"), QStringLiteral("--root"),
                              QString::fromStdString(root.string())});
}

} // namespace bes::wizard
