// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QPushButton>
#include <QTreeWidget>

#include "models/packed_report.hpp"
#include "widgets/busy_row.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

/// The list of what is in a report for a colleague, which is saved where the person says. Goes by itself when
/// it is closed.
class ReportDialog final : public QDialog {
    Q_OBJECT
public:
    /// As PackedReport::pack.
    ReportDialog(const QString& program, const Request* answers, const std::filesystem::path& root,
                 QWidget* parent);

    void saveAs(const QString& file);

private:
    void lay();
    void show(const ReportList& list);
    void askWhere();

    PackedReport report_;
    QString name_; ///< that is proposed
    BusyRow* busy_ = new BusyRow;
    QTreeWidget* files_ = new QTreeWidget;
    Notice* notice_ = new Notice;
    QPushButton* save_ = button(tr("&Save as…"), QStringLiteral("saveArchive"));
    QPushButton* close_ = button(tr("&Close"), QStringLiteral("closeReport"));
};

} // namespace bes::wizard
