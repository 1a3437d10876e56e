#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "answers/answers.hpp"
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
        auto* save = button(tr("Save &answers…"), QStringLiteral("saveAnswers"));
        steps_->setCheckable(true);
        row->addWidget(save);
        row->addWidget(steps_);
        row->addStretch();
        layout->addLayout(row);
        layout->addWidget(notice_);
        setFocusProxy(text_);
        connect(save, &QPushButton::clicked, this, &SummaryPage::saveAnswers);
        connect(steps_, &QPushButton::toggled, this, &SummaryPage::refresh);
    }

    [[nodiscard]] QString title() const override { return tr("Summary"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "This is what Install does. Nothing was changed so far. The answers can be saved for a silent "
            "installation, without any secret.");
    }

    void refresh() override {
        text_->clear();
        if (!seen() || !seen()->inspection.plan)
            return;
        const Plan& plan = *seen()->inspection.plan;
        text_->setHtml(steps_->isChecked() ? stepsHtml(plan) : html(planSummary(plan)));
    }

private:
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
    QPushButton* steps_ = button(tr("Show &steps"), QStringLiteral("showSteps"));
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeSummaryPage(Session& session) {
    return new SummaryPage(session);
}

} // namespace bes::wizard
