// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QUrl>
#include <QVBoxLayout>

#include "models/replication_watch.hpp"
#include "pages/pages.hpp"
#include "widgets/report_dialog.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/text_dialog.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class ResultPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(ResultPage)
public:
    explicit ResultPage(Session& session) : Page(PageId::result, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        makeReplication();
        layout->addWidget(outcome_);
        layout->addWidget(text_);
        layout->addWidget(replication_);
        auto* row = new QHBoxLayout;
        for (QPushButton* one : {undo_, resume_, retry_, log_, save_, pack_, copyCommand_})
            row->addWidget(one);
        row->addStretch();
        layout->addLayout(row);
        layout->addWidget(notice_);
        layout->addStretch();
        connect(undo_, &QPushButton::clicked, this, [this] { recover(false); });
        connect(resume_, &QPushButton::clicked, this, [this] { recover(true); });
        connect(retry_, &QPushButton::clicked, this, &ResultPage::retry);
        connect(save_, &QPushButton::clicked, this, &ResultPage::saveReport);
        connect(log_, &QPushButton::clicked, this, [this] { showLog(); });
        connect(pack_, &QPushButton::clicked, this, &ResultPage::packReport);
        connect(copyCommand_, &QPushButton::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(qt(this->session().runReport().command));
            notice_->say(Severity::passed, tr("The command is in the clipboard"));
        });
        connect(&watch_, &ReplicationWatch::told, this, &ResultPage::showReplication);
    }

    [[nodiscard]] QString title() const override {
        const QString what = qt(titleOf(session().doing()));
        if (!session().runEnd())
            return what;
        const RunReport& report = session().runReport();
        switch (report.severity) {
        case Severity::passed:
            return tr("%1 completed").arg(what);
        case Severity::warning:
            return tr("%1 completed with warnings").arg(what);
        case Severity::information:
            return tr("%1 cancelled").arg(what);
        case Severity::blocker:
            break;
        }
        return (report.canRecover ? tr("%1 interrupted") : tr("%1 failed")).arg(what);
    }
    [[nodiscard]] QString introduction() const override { return tr("What was done, and what to do next."); }
    [[nodiscard]] QPushButton* recommended() const override {
        const auto& end = session().runEnd();
        if (end && session().runReport().canRecover)
            return undo_;
        return end && session().runReport().canRetry ? retry_ : nullptr;
    }

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
        copyCommand_->setVisible(!report.command.empty());
        copyCommand_->setToolTip(qt(report.command));
        log_->setVisible(!end->result.log.empty());
        notice_->clear();
        watchReplication();
    }

protected:
    /// Nobody looks any more.
    void hideEvent(QHideEvent* event) override {
        Page::hideEvent(event);
        if (!event->spontaneous()) // otherwise the window is only minimised
            watch_.stop();
    }

private:
    void makeReplication() {
        auto* layout = new QVBoxLayout(replication_);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* heading = paragraph(tr("Replication of the users' state databases"));
        heading->setFont(boldOf(heading->font()));
        bar_->setObjectName(QStringLiteral("replicated"));
        bar_->setAccessibleName(tr("State databases with a replica on the standby"));
        bar_->setFormat(tr("%v of %m state databases replicated"));
        layout->addWidget(heading);
        layout->addWidget(bar_);
        layout->addWidget(state_);
        replication_->hide();
        state_->setObjectName(QStringLiteral("replication"));
    }

    /// As long as the page is shown, and only where a standby is there after a run that succeeded.
    void watchReplication() {
        const Receipt* receipt = session().installedAfterRun();
        replication_->setVisible(receipt != nullptr);
        if (receipt == nullptr || !isVisible() || watch_.watching())
            return;
        bar_->hide();
        state_->say(Severity::information, tr("The Domino servers are being asked"));
        watch_.start(*receipt, session().request().root);
    }

    void showReplication(const ReplicationState& state) {
        bar_->setVisible(state.replicas && state.replicas->all > 0);
        if (state.replicas) {
            bar_->setRange(0, static_cast<int>(state.replicas->all));
            bar_->setValue(static_cast<int>(state.replicas->replicated));
        }
        state_->say(state.severity, qt(state.headline), qt(state.text));
    }

    void saveReport() {
        const QString file = QFileDialog::getSaveFileName(
            this, tr("Save the report"), QStringLiteral("standby-setup.txt"), tr("Text (*.txt)"));
        if (file.isEmpty())
            return;
        std::vector<std::string> log;
        for (const QString& line : session().run().log())
            log.push_back(line.toStdString());
        saveFile(file, asText(session().runReport(), log), *notice_);
    }

    /// Of an installation it is about the answers: an ordinary account can't read what was tried.
    void packReport() {
        const Request* answers = session().doing() == Doing::installing ? &session().request() : nullptr;
        (new ReportDialog(session().engineProgram(), answers, session().request().root, this))->open();
    }

    /// Where no other program shows it, or it may be read by an administrator only, what the run said here.
    void showLog() {
        const QString file = qt(session().runEnd()->result.log);
        if (QFileInfo(file).isReadable() && QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
            return;
        QFile log(file);
        const QString text = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll())
                                                           : session().run().log().join(QChar::LineFeed);
        (new TextDialog(tr("Log"), text, this))->open();
    }

    /// To where it is checked once more.
    void retry() {
        if (session().doing() == Doing::recovering)
            Q_EMIT wantsPage(PageId::welcome);
        else
            Q_EMIT wantsPage(PageId::review);
    }

    void recover(bool resume) {
        session().recover(resume);
        Q_EMIT wantsPage(PageId::progress);
    }

    Notice* outcome_ = new Notice;
    QLabel* text_ = paragraph();
    QWidget* replication_ = new QWidget;
    QProgressBar* bar_ = new QProgressBar;
    Notice* state_ = new Notice;
    QPushButton* undo_ = button(tr("Roll bac&k"), QStringLiteral("undo"));
    QPushButton* resume_ = button(tr("&Finish"), QStringLiteral("resume"));
    QPushButton* copyCommand_ = button(tr("Copy command"), QStringLiteral("copyCommand"));
    QPushButton* retry_ = button(tr("Check and &try again"), QStringLiteral("retry"));
    QPushButton* log_ = button(tr("Open &log"), QStringLiteral("openLog"));
    QPushButton* save_ = button(tr("&Save report…"), QStringLiteral("saveReport"));
    QPushButton* pack_ = button(tr("Re&port for a colleague…"), QStringLiteral("packReport"));
    Notice* notice_ = new Notice;
    ReplicationWatch watch_;
};

} // namespace

Page* makeResultPage(Session& session) {
    return new ResultPage(session);
}

} // namespace bes::wizard
