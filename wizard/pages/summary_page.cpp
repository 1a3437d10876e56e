// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "answers/answers.hpp"
#include "models/answer_overview.hpp"
#include "models/plan_summary.hpp"
#include "pages/pages.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

QString html(const std::vector<SummaryGroup>& groups) {
    QString text;
    for (const SummaryGroup& group : groups) {
        text += QStringLiteral("<h4 style=\"margin-bottom:2px\">%1</h4><ul style=\"margin-top:0px\">")
                    .arg(qt(group.heading).toHtmlEscaped());
        for (const std::string& line : group.lines)
            text += QStringLiteral("<li>%1</li>").arg(qt(line).toHtmlEscaped());
        text += QStringLiteral("</ul>");
    }
    return text;
}

/// Each with a link to the step where it is given.
QString html(const std::vector<OverviewLine>& lines, const QString& edit, const QColor& colour) {
    QString rows;
    for (const OverviewLine& line : lines)
        rows += QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td><td "
                               "style=\"padding-right:12px\">%2</td><td><a style=\"color:%5\" "
                               "href=\"step:%3\">%4</a></td></tr>")
                    .arg(qt(line.name).toHtmlEscaped(), qt(line.value).toHtmlEscaped(),
                         QString::number(static_cast<int>(line.step)), edit.toHtmlEscaped(), colour.name());
    return rows.isEmpty() ? QString() : QStringLiteral("<table>%1</table>").arg(rows);
}

QString stepsHtml(const Plan& plan) {
    QString text = QStringLiteral("<ol>");
    for (const Step& step : plan.steps)
        text += QStringLiteral("<li>%1</li>").arg(qt(step.title).toHtmlEscaped());
    return text + QStringLiteral("</ol>");
}

class SummaryPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(SummaryPage)
public:
    explicit SummaryPage(Session& session) : Page(PageId::review, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        text_->setObjectName(QStringLiteral("summary"));
        text_->setAccessibleName(tr("Summary of the installation"));
        text_->setOpenLinks(false);
        text_->setMinimumHeight(fontMetrics().height() * 10);
        connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
            if (link.scheme() == QStringLiteral("step"))
                Q_EMIT wantsPage(static_cast<PageId>(link.path().toInt()));
        });
        layout->addWidget(text_, 1);
        auto* row = new QHBoxLayout;
        steps_->setCheckable(true);
        row->addWidget(save_);
        row->addWidget(steps_);
        row->addWidget(command_);
        row->addStretch();
        makeOptions();
        for (QCheckBox* option : {removeLogs_, keepRegistration_})
            layout->addWidget(option);
        layout->addLayout(row);
        layout->addWidget(notice_);
        setFocusProxy(text_);
        connect(save_, &QPushButton::clicked, this, &SummaryPage::saveAnswers);
        connect(command_, &QPushButton::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(qt(asCommand(state())));
            notice_->say(Severity::passed, tr("The command was copied to the clipboard"));
        });
        connect(steps_, &QPushButton::toggled, this, &SummaryPage::refresh);
    }

    [[nodiscard]] QString title() const override { return tr("Summary"); }
    [[nodiscard]] QString introduction() const override {
        return tr("The answers and what they lead to. They can be saved for a silent installation, without "
                  "any secret.");
    }

    void refresh() override {
        text_->clear();
        save_->setVisible(!state().maintenance);
        steps_->setEnabled(seen() && seen()->inspection.plan);
        showOptions();
        const QString answers =
            html(answerOverview(state()), tr("Edit"), colourOf(Tone::highlight, palette()));
        if (!seen() || !seen()->inspection.plan)
            return text_->setHtml(answers);
        const Plan& plan = *seen()->inspection.plan;
        text_->setHtml(steps_->isChecked()   ? stepsHtml(plan)
                       : seen()->maintenance ? answers + html(maintenanceSummary(*seen()))
                                             : answers + html(planSummary(plan)));
    }

private:
    void makeOptions() {
        removeLogs_->setObjectName(QStringLiteral("removeLogs"));
        keepRegistration_->setObjectName(QStringLiteral("keepRegistration"));
        const auto take = [this] {
            Maintenance wanted = *state().maintenance;
            wanted.removeLogs = removeLogs_->isChecked();
            wanted.keepRegistration = keepRegistration_->isChecked();
            change(wanted);
        };
        connect(removeLogs_, &QCheckBox::clicked, this, take);
        connect(keepRegistration_, &QCheckBox::clicked, this, take);
    }

    void showOptions() {
        const auto& wanted = state().maintenance;
        const bool removal = wanted && wanted->kind == Maintenance::Kind::remove;
        removeLogs_->setVisible(removal);
        keepRegistration_->setVisible(removal);
        removeLogs_->setChecked(removal && wanted->removeLogs);
        keepRegistration_->setChecked(removal && wanted->keepRegistration);
    }

    void saveAnswers() {
        const QString file = QFileDialog::getSaveFileName(
            this, tr("Save the answers"), QStringLiteral("standby.ini"), tr("Answers (*.ini)"));
        if (!file.isEmpty())
            saveFile(file, answers::formatAnswerFile(state().request), *notice_);
    }

    QTextBrowser* text_ = new QTextBrowser;
    QCheckBox* removeLogs_ = new QCheckBox(tr("Remove the &logs of the services too"));
    QCheckBox* keepRegistration_ =
        new QCheckBox(tr("Leave the &database as it is: this standby stays registered there"));
    QPushButton* save_ = button(tr("Save &answers…"), QStringLiteral("saveAnswers"));
    QPushButton* steps_ = button(tr("Show &steps"), QStringLiteral("showSteps"));
    QPushButton* command_ = button(tr("Copy as comma&nd"), QStringLiteral("copyAsCommand"));
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeSummaryPage(Session& session) {
    return new SummaryPage(session);
}

} // namespace bes::wizard
