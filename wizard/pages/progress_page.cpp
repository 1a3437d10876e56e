// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QCoreApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/step_delegate.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class ProgressPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(ProgressPage)
public:
    explicit ProgressPage(Session& session) : Page(PageId::progress, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        bar_->setRange(0, 1000);
        bar_->setAccessibleName(tr("Progress of the installation"));
        steps_->setObjectName(QStringLiteral("steps"));
        steps_->setAccessibleName(tr("Steps"));
        showSteps(*steps_, session.run());
        left_->setFocusPolicy(Qt::NoFocus); // often it is empty
        log_->setReadOnly(true);
        log_->setAccessibleName(tr("Log"));
        showLog_->setObjectName(QStringLiteral("showLog"));
        undoWhenLeft_->setObjectName(QStringLiteral("undoWhenLeft"));
        undoWhenLeft_->setToolTip(tr("Otherwise the run is completed without the wizard."));
        layout->addWidget(current_);
        layout->addWidget(bar_);
        layout->addWidget(left_);
        layout->addWidget(steps_, 2);
        layout->addWidget(log_, 1);
        layout->addWidget(showLog_);
        layout->addWidget(undoWhenLeft_);
        showLog_->setChecked(true);
        connect(showLog_, &QCheckBox::toggled, log_, &QWidget::setVisible);
        connect(undoWhenLeft_, &QCheckBox::toggled, this,
                [this](bool undo) { this->session().setWhenLeft(undo ? WhenLeft::undo : WhenLeft::finish); });
        connect(&session.run(), &RunView::advanced, this, &ProgressPage::refresh);
    }

    [[nodiscard]] QString title() const override { return qt(titleOf(session().doing())); }
    [[nodiscard]] QString introduction() const override {
        if (session().doing() == Doing::removing)
            return tr("Cancel rolls the removal back. After the point of no return it is completed "
                      "instead.");
        if (session().doing() == Doing::recovering)
            return tr("Setup completes or rolls back the interrupted run.");
        return tr("Cancel rolls everything back: the computer and the database are then as before.");
    }

    void refresh() override {
        const RunView& run = session().run();
        current_->setText(run.current());
        bar_->setValue(run.permille());
        const auto left = run.timeLeft(RunView::Clock::now());
        left_->setText(left ? tr("About %1 s left").arg(left->count()) : QStringLiteral(" "));
        undoWhenLeft_->setEnabled(session().running() && session().doing() != Doing::recovering);
        if (run.log().size() < logged_) {
            log_->clear();
            logged_ = 0;
        }
        for (; logged_ < run.log().size(); ++logged_)
            log_->appendPlainText(run.log()[logged_]);
    }

private:
    QLabel* current_ = paragraph();
    QProgressBar* bar_ = new QProgressBar;
    QLabel* left_ = paragraph();
    QListView* steps_ = new QListView;
    QPlainTextEdit* log_ = new QPlainTextEdit;
    QCheckBox* showLog_ = new QCheckBox(tr("Show the &log"));
    QCheckBox* undoWhenLeft_ = new QCheckBox(tr("If the wizard closes &unexpectedly, roll back"));
    qsizetype logged_ = 0;
};

} // namespace

Page* makeProgressPage(Session& session) {
    return new ProgressPage(session);
}

} // namespace bes::wizard
