// SPDX-License-Identifier: Apache-2.0
#include "models/component_tree.hpp"

#include <algorithm>

#include <QLocale>

namespace bes::wizard {
namespace {

QStandardItem* cell(const QString& text) {
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words)
        list += QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

} // namespace

ComponentTree::ComponentTree(QObject* parent) : QStandardItemModel(parent) {
    setHorizontalHeaderLabels(
        {tr("Component"), tr("After setup"), tr("Primary"), tr("Fails over"), tr("Size"), tr("Ports")});
}

void ComponentTree::show(const std::vector<ComponentRow>& rows) {
    const bool same = std::ranges::equal(rows, rows_, {}, &ComponentRow::id, &ComponentRow::id);
    rows_ = rows;
    if (!same)
        build();
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
        refresh(row);
}

void ComponentTree::build() {
    removeRows(0, rowCount());
    for (const ComponentRow& row : rows_) {
        QList<QStandardItem*> cells;
        for (int column = 0; column < columns; ++column)
            cells += cell({});
        cells[component]->setCheckable(true);
        for (const ServiceRow& service : row.services) {
            QList<QStandardItem*> own;
            for (int column = 0; column < columns; ++column)
                own += cell({});
            own[component]->setText(QString::fromStdString(service.name));
            own[afterSetup]->setText(QString::fromStdString(service.afterSetup));
            own[ports]->setText(QString::fromStdString(service.ports));
            for (QStandardItem* one : own)
                one->setData(one->text().isEmpty() ? tr("none") : one->text(), Qt::AccessibleTextRole);
            cells[component]->appendRow(own);
        }
        appendRow(cells);
    }
}

void ComponentTree::refresh(int row) {
    const ComponentRow& now = rows_[static_cast<std::size_t>(row)];
    QStandardItem* first = item(row, component);
    first->setText(QString::fromStdString(now.name));
    QString tip = QString::fromStdString(now.description);
    if (!now.needs.empty())
        tip += QChar::LineFeed + tr("Needs %1.").arg(joined(now.needs));
    first->setToolTip(tip);
    first->setCheckState(now.chosen ? Qt::Checked : Qt::Unchecked);
    item(row, afterSetup)->setText(QString::fromStdString(now.afterSetup));
    item(row, onPrimary)->setText(now.onPrimary ? tr("yes") : tr("no"));
    item(row, failsOver)->setText(now.failsOver ? tr("yes") : tr("no"));
    item(row, size)->setText(QLocale().formattedDataSize(static_cast<qint64>(now.bytes), 1));
    item(row, ports)->setText(QString::fromStdString(now.ports));
    if (now.ports.empty())
        item(row, ports)->setData(tr("no ports"), Qt::AccessibleTextRole);
}

bool ComponentTree::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole)
        return QStandardItemModel::setData(index, value, role);
    if (const ComponentRow* row = at(index))
        Q_EMIT wished(QString::fromStdString(row->id), value.toInt() == Qt::Checked);
    return false; // what comes of it is shown by show()
}

const ComponentRow* ComponentTree::at(const QModelIndex& index) const {
    return index.isValid() && !index.parent().isValid() ? &rows_[static_cast<std::size_t>(index.row())]
                                                        : nullptr;
}

} // namespace bes::wizard
