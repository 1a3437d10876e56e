// SPDX-License-Identifier: Apache-2.0
#include "models/findings_tree.hpp"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace bes::wizard {
namespace {

constexpr std::array severities{Severity::blocker, Severity::warning, Severity::information,
                                Severity::passed};
constexpr int positionRole = Qt::UserRole + 1;

} // namespace

QString groupName(Severity severity) {
    switch (severity) {
    case Severity::blocker:
        return QCoreApplication::translate("FindingsTree", "Blockers");
    case Severity::warning:
        return QCoreApplication::translate("FindingsTree", "Warnings");
    case Severity::information:
        return QCoreApplication::translate("FindingsTree", "Good to know");
    case Severity::passed:
        break;
    }
    return QCoreApplication::translate("FindingsTree", "Passed");
}

QString counts(const std::vector<Finding>& findings) {
    QStringList parts;
    for (const Severity severity : severities) {
        const auto count = std::ranges::count(findings, severity, &Finding::severity);
        if (count == 0)
            continue;
        const bool one = count == 1;
        const QString noun =
            severity == Severity::blocker       ? one ? QCoreApplication::translate("FindingsTree", "blocker")
                                                      : QCoreApplication::translate("FindingsTree", "blockers")
                  : severity == Severity::warning ? one ? QCoreApplication::translate("FindingsTree", "warning")
                                                        : QCoreApplication::translate("FindingsTree", "warnings")
                  : severity == Severity::information ? one ? QCoreApplication::translate("FindingsTree", "notice")
                                                            : QCoreApplication::translate("FindingsTree", "notices")
                                                      : QCoreApplication::translate("FindingsTree", "passed");
        parts += QString::number(count) + QChar::Space + noun;
    }
    return parts.join(QStringLiteral(", "));
}

void FindingsTree::show(const std::vector<Finding>& findings) {
    clear();
    findings_ = findings;
    for (const Severity severity : severities) {
        auto* group = new QStandardItem;
        group->setEditable(false);
        QFont font;
        font.setBold(true);
        group->setFont(font);
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            if (findings_[i].severity != severity)
                continue;
            auto* item = new QStandardItem(QString::fromStdString(findings_[i].title));
            item->setEditable(false);
            item->setData(static_cast<int>(i), positionRole);
            item->setToolTip(QString::fromStdString(findings_[i].id));
            group->appendRow(item);
        }
        if (group->rowCount() == 0) {
            delete group;
            continue;
        }
        group->setText(QStringLiteral("%1 (%2)").arg(groupName(severity)).arg(group->rowCount()));
        appendRow(group);
    }
}

const Finding* FindingsTree::at(const QModelIndex& index) const {
    const QVariant position = index.data(positionRole);
    return position.isValid() ? &findings_[static_cast<std::size_t>(position.toInt())] : nullptr;
}

QModelIndex FindingsTree::indexOf(const std::string& id) const {
    for (int group = 0; group < rowCount(); ++group)
        for (int row = 0; row < item(group)->rowCount(); ++row)
            if (const QModelIndex index = item(group)->child(row)->index(); at(index)->id == id)
                return index;
    return {};
}

QModelIndex FindingsTree::first() const {
    return rowCount() > 0 ? item(0)->child(0)->index() : QModelIndex();
}

} // namespace bes::wizard
