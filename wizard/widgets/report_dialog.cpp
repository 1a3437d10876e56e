// SPDX-License-Identifier: Apache-2.0
#include "widgets/report_dialog.hpp"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "text/quantities.hpp"

namespace bes::wizard {
namespace {

enum Column { fileColumn, sizeColumn, aboutColumn, columns };

QTreeWidgetItem* group(QTreeWidget& tree, const QString& title) {
    auto* item = new QTreeWidgetItem(&tree, {title});
    item->setFont(fileColumn, boldOf(tree.font()));
    item->setFirstColumnSpanned(true);
    return item;
}

void addLine(QTreeWidgetItem& group, const ReportList::Line& line, const QString& bytes) {
    auto* item = new QTreeWidgetItem(&group, {qt(line.name), bytes, qt(line.about)});
    item->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(aboutColumn, qt(line.about));
}

} // namespace

ReportDialog::ReportDialog(const QString& program, const Request* answers, const std::filesystem::path& root,
                           QWidget* parent)
    : QDialog(parent), report_(program) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Report for a colleague"));
    lay();
    connect(&report_, &PackedReport::packed, this, &ReportDialog::show);
    connect(&report_, &PackedReport::failed, this, [this](const QString& why) {
        busy_->nothing();
        notice_->say(Severity::warning, why);
        save_->setEnabled(files_->topLevelItemCount() > 0);
    });
    connect(&report_, &PackedReport::saved, this, [this](const QString& file) {
        notice_->say(Severity::passed, tr("Saved as %1. Only you can read it.").arg(file));
        save_->setEnabled(true);
        close_->setFocus();
    });
    connect(save_, &QPushButton::clicked, this, &ReportDialog::askWhere);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    connect(busy_, &BusyRow::pressed, this, &QDialog::reject);
    busy_->looking(tr("Collecting what the report contains"));
    report_.pack(answers, root);
}

void ReportDialog::lay() {
    files_->setObjectName(QStringLiteral("reportFiles"));
    files_->setAccessibleName(tr("Files of the report"));
    files_->setColumnCount(columns);
    files_->setHeaderLabels({tr("File"), tr("Size"), tr("Contents")});
    files_->setSelectionMode(QAbstractItemView::SingleSelection);
    files_->setAlternatingRowColors(true);
    files_->header()->setSectionResizeMode(fileColumn, QHeaderView::ResizeToContents);
    files_->header()->setSectionResizeMode(sizeColumn, QHeaderView::ResizeToContents);
    save_->setEnabled(false);
    close_->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(save_);
    row->addWidget(close_);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        paragraph(tr("Setup packs these files into one archive, which you can send to a colleague. "
                     "Passwords, keys and people's names are left out of every file. Names of "
                     "servers and folders stay.")));
    layout->addWidget(files_, 1);
    layout->addWidget(busy_);
    layout->addWidget(notice_);
    layout->addLayout(row);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 26);
}

void ReportDialog::show(const ReportList& list) {
    name_ = qt(list.folder) + QStringLiteral(".tar.gz");
    busy_->nothing();
    files_->clear();
    auto* in = group(*files_, tr("In the report"));
    for (const ReportList::Line& line : list.files)
        addLine(*in, line, qt(formatBytes(line.size, Rounding::up)));
    if (!list.missing.empty()) {
        auto* out = group(*files_, tr("Not in the report"));
        for (const ReportList::Line& line : list.missing)
            addLine(*out, line, {});
    }
    files_->expandAll();
    files_->setCurrentItem(in);
    save_->setEnabled(true);
    save_->setFocus();
}

void ReportDialog::askWhere() {
    // what is there already is refused, so nobody has to confirm that it is replaced
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the report"), QDir::home().filePath(name_),
                                     tr("Archive (*.tar.gz)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        saveAs(file);
}

void ReportDialog::saveAs(const QString& file) {
    save_->setEnabled(false);
    report_.saveAs(file);
}

} // namespace bes::wizard
