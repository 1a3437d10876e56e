// SPDX-License-Identifier: Apache-2.0
#include "models/findings_tree.hpp"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QDateTime>

#include "models/fields_of_answers.hpp"

namespace bes::wizard {
namespace {

constexpr std::array severities{Severity::blocker, Severity::warning, Severity::information,
                                Severity::passed};
constexpr int positionRole = Qt::UserRole + 1;

std::vector<Finding> worstFirst(std::vector<Finding> findings) {
    std::ranges::stable_sort(findings, std::greater(), &Finding::severity);
    return findings;
}

QString heading(const Request& request) {
    return QCoreApplication::translate("FindingsReport", "Checks for the standby %1 of %2, %3")
        .arg(QString::fromStdString(request.standbyName()), QString::fromStdString(request.primary),
             QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
}

QString text(const std::string& s) {
    return QString::fromStdString(s);
}

QString html(const std::string& s) {
    return text(s).toHtmlEscaped();
}

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

QString textReport(const Request& request, const std::vector<Finding>& findings) {
    QString report = heading(request) + QStringLiteral("\n") + counts(findings) + QStringLiteral("\n");
    for (const Finding& finding : worstFirst(findings)) {
        report +=
            QStringLiteral("\n%1: %2 [%3]\n")
                .arg(text(std::string(toString(finding.severity))), text(finding.title), text(finding.id));
        if (!finding.evidence.empty())
            report += QStringLiteral("    ") + text(finding.evidence) + QStringLiteral("\n");
        if (!finding.remedy.empty())
            report += QStringLiteral("    -> ") + text(shownRemedy(finding)) + QStringLiteral("\n");
    }
    return report;
}

QString htmlReport(const Request& request, const std::vector<Finding>& findings) {
    QString rows;
    for (const Finding& finding : worstFirst(findings))
        rows += QStringLiteral(
                    "<tr><td>%1</td><td><b>%2</b><br>%3</td><td>%4</td><td><code>%5</code></td></tr>\n")
                    .arg(text(std::string(toString(finding.severity))), html(finding.title),
                         html(finding.evidence), html(shownRemedy(finding)), html(finding.id));
    return QStringLiteral(
               "<!doctype html><html><head><meta charset=\"utf-8\"><title>%1</title></head><body>"
               "<h1>%1</h1><p>%2</p><table border=\"1\" cellpadding=\"6\">\n%3</table></body></html>\n")
        .arg(heading(request).toHtmlEscaped(), counts(findings), rows);
}

} // namespace bes::wizard
