#include <algorithm>

#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class FinishPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(FinishPage)
public:
    explicit FinishPage(Session& session) : Page(PageId::finish, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(outcome_);
        layout->addWidget(text_);
        auto* row = new QHBoxLayout;
        for (QPushButton* one : {undo_, resume_, retry_, log_})
            row->addWidget(one);
        row->addStretch();
        layout->addLayout(row);
        layout->addStretch();
        connect(undo_, &QPushButton::clicked, this, [this] { recover(false); });
        connect(resume_, &QPushButton::clicked, this, [this] { recover(true); });
        connect(retry_, &QPushButton::clicked, this, &FinishPage::retry);
        connect(log_, &QPushButton::clicked, this, [this] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(qt(this->session().runEnd()->result.log)));
        });
    }

    [[nodiscard]] QString title() const override { return tr("Finish"); }
    [[nodiscard]] QString introduction() const override { return tr("How it ended, and what comes next."); }

    void refresh() override {
        const auto& end = session().runEnd();
        if (!end)
            return;
        const RunReport& report = session().runReport();
        outcome_->say(report.severity, qt(report.headline) + QStringLiteral("."));
        QStringList sentences;
        for (const std::string& sentence : report.sentences)
            sentences += qt(sentence);
        if (!end->result.log.empty())
            sentences += tr("Log: %1").arg(qt(end->result.log));
        text_->setText(sentences.join(QStringLiteral("\n\n")));
        undo_->setVisible(report.canRecover);
        resume_->setVisible(report.canRecover);
        retry_->setVisible(report.canRetry);
        log_->setVisible(!end->result.log.empty());
    }

private:
    /// To where it is checked once more.
    void retry() {
        if (session().doing() == Doing::recovering)
            Q_EMIT wantsPage(PageId::welcome);
        else if (std::ranges::count(way(state()), PageId::checks) > 0)
            Q_EMIT wantsPage(PageId::checks);
        else
            Q_EMIT wantsPage(PageId::summary);
    }

    void recover(bool resume) {
        session().recover(resume);
        Q_EMIT wantsPage(PageId::progress);
    }

    Notice* outcome_ = new Notice;
    QLabel* text_ = paragraph();
    QPushButton* undo_ = button(tr("&Undo it"), QStringLiteral("undo"));
    QPushButton* resume_ = button(tr("&Finish it"), QStringLiteral("resume"));
    QPushButton* retry_ = button(tr("Check and &try again"), QStringLiteral("retry"));
    QPushButton* log_ = button(tr("Open &log"), QStringLiteral("openLog"));
};

} // namespace

Page* makeFinishPage(Session& session) {
    return new FinishPage(session);
}

} // namespace bes::wizard
