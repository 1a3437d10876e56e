#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "answers/answers.hpp"
#include "models/maintenance_summary.hpp"
#include "models/plan_summary.hpp"
#include "pages/pages.hpp"
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

QString stepsHtml(const Plan& plan) {
    QString text = QStringLiteral("<ol>");
    for (const Step& step : plan.steps)
        text += QStringLiteral("<li>%1</li>").arg(qt(step.title).toHtmlEscaped());
    return text + QStringLiteral("</ol>");
}

class SummaryPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(SummaryPage)
public:
    explicit SummaryPage(Session& session) : Page(PageId::summary, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        text_->setObjectName(QStringLiteral("summary"));
        text_->setAccessibleName(tr("Summary of the installation"));
        layout->addWidget(text_, 1);
        auto* row = new QHBoxLayout;
        steps_->setCheckable(true);
        row->addWidget(save_);
        row->addWidget(steps_);
        row->addStretch();
        makeOptions();
        for (QCheckBox* option : {removeLogs_, keepRegistration_, acknowledge_})
            layout->addWidget(option);
        layout->addLayout(row);
        layout->addWidget(notice_);
        setFocusProxy(text_);
        connect(save_, &QPushButton::clicked, this, &SummaryPage::saveAnswers);
        connect(steps_, &QPushButton::toggled, this, &SummaryPage::refresh);
    }

    [[nodiscard]] QString title() const override { return tr("Summary"); }
    [[nodiscard]] QString introduction() const override {
        if (state().maintenance)
            return tr("This is what will be done. Nothing was changed so far.");
        return tr(
            "This is what Install does. Nothing was changed so far. The answers can be saved for a silent "
            "installation, without any secret.");
    }

    void refresh() override {
        text_->clear();
        save_->setVisible(!state().maintenance);
        steps_->setEnabled(seen() && seen()->inspection.plan);
        showOptions();
        if (!seen())
            return;
        if (!seen()->inspection.plan)
            return text_->setHtml(html({blockers()}));
        const Plan& plan = *seen()->inspection.plan;
        text_->setHtml(steps_->isChecked()   ? stepsHtml(plan)
                       : seen()->maintenance ? html(maintenanceSummary(*seen()))
                                             : html(planSummary(plan)));
    }

private:
    void makeOptions() {
        removeLogs_->setObjectName(QStringLiteral("removeLogs"));
        keepRegistration_->setObjectName(QStringLiteral("keepRegistration"));
        acknowledge_->setObjectName(QStringLiteral("acknowledge"));
        const auto take = [this] {
            Maintenance wanted = *state().maintenance;
            wanted.removeLogs = removeLogs_->isChecked();
            wanted.keepRegistration = keepRegistration_->isChecked();
            change(wanted);
        };
        connect(removeLogs_, &QCheckBox::clicked, this, take);
        connect(keepRegistration_, &QCheckBox::clicked, this, take);
        connect(acknowledge_, &QCheckBox::clicked, this, [this](bool given) {
            session().acknowledge("standby.passive", given);
            session().lookFor(PageId::summary);
        });
    }

    void showOptions() {
        const auto& wanted = state().maintenance;
        const bool removal = wanted && wanted->kind == Maintenance::Kind::remove;
        removeLogs_->setVisible(removal);
        keepRegistration_->setVisible(removal);
        removeLogs_->setChecked(removal && wanted->removeLogs);
        keepRegistration_->setChecked(removal && wanted->keepRegistration);
        if (!seen()) // as it was, with the focus that it may have
            return;
        acknowledge_->hide();
        for (const Finding& finding : findingsAbout("standby", state()))
            if (const auto acknowledgement = acknowledgementOf(finding, state())) {
                acknowledge_->setText(qt(acknowledgement->text));
                acknowledge_->setChecked(acknowledgement->given);
                acknowledge_->setVisible(removal);
            }
    }

    [[nodiscard]] SummaryGroup blockers() const {
        SummaryGroup group{tr("What stands in the way").toStdString(), {}};
        for (const Finding& finding : seen()->inspection.findings)
            if (finding.severity == Severity::blocker)
                group.lines.push_back(finding.title + ": " + finding.evidence + ". " + finding.remedy + ".");
        return group;
    }

    void saveAnswers() {
        const QString file = QFileDialog::getSaveFileName(
            this, tr("Save the answers"), QStringLiteral("standby.ini"), tr("Answers (*.ini)"));
        if (file.isEmpty())
            return;
        QSaveFile out(file);
        const std::string answers = answers::formatAnswerFile(state().request);
        if (out.open(QIODevice::WriteOnly) && out.write(QByteArray::fromStdString(answers)) >= 0 &&
            out.commit())
            notice_->say(Severity::passed, tr("Saved as %1").arg(file));
        else
            notice_->say(Severity::warning, tr("The answers can't be saved: %1").arg(out.errorString()));
    }

    QTextBrowser* text_ = new QTextBrowser;
    QCheckBox* removeLogs_ = new QCheckBox(tr("Remove the &logs of the services too"));
    QCheckBox* keepRegistration_ =
        new QCheckBox(tr("Leave the &database as it is: this standby stays registered there"));
    QCheckBox* acknowledge_ = new QCheckBox(tr("Take on oneself what stands in the way"));
    QPushButton* save_ = button(tr("Save &answers…"), QStringLiteral("saveAnswers"));
    QPushButton* steps_ = button(tr("Show &steps"), QStringLiteral("showSteps"));
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeSummaryPage(Session& session) {
    return new SummaryPage(session);
}

} // namespace bes::wizard
