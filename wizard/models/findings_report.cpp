// SPDX-License-Identifier: Apache-2.0
#include "models/findings_report.hpp"

#include <algorithm>

#include <QCoreApplication>
#include <QDateTime>

#include "models/fields_of_answers.hpp"
#include "models/findings_tree.hpp"

namespace bes::wizard {
namespace {

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
