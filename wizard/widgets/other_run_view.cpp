// SPDX-License-Identifier: Apache-2.0
#include "widgets/other_run_view.hpp"

#include <QHideEvent>
#include <QVBoxLayout>

#include "models/fields_of_answers.hpp"
#include "widgets/step_delegate.hpp"

namespace bes::wizard {

OtherRunView::OtherRunView() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    notice_->setObjectName(QStringLiteral("otherRun"));
    bar_->setRange(0, 1000);
    bar_->setAccessibleName(tr("Progress of the other run"));
    steps_->setObjectName(QStringLiteral("stepsOfOtherRun"));
    steps_->setAccessibleName(tr("Steps of the other run"));
    showSteps(*steps_, run_);
    layout->addWidget(notice_);
    layout->addWidget(current_);
    layout->addWidget(bar_);
    layout->addWidget(steps_, 1);
    layout->addWidget(again_, 0, Qt::AlignLeft);
    connect(&watch_, &OtherRunWatch::told, this, &OtherRunView::show);
    connect(&watch_, &OtherRunWatch::failed, this, &OtherRunView::showFailure);
    connect(again_, &QPushButton::clicked, this, &OtherRunView::over);
}

void OtherRunView::follow(const std::filesystem::path& root) {
    if (watch_.watching())
        return;
    for (QWidget* part : std::initializer_list<QWidget*>{current_, bar_, steps_, again_})
        part->hide();
    tellsEnd_ = false;
    watch_.start(root);
}

void OtherRunView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // otherwise the window is only minimised
        watch_.stop();
    tellsEnd_ = tellsEnd_ && event->spontaneous();
}

void OtherRunView::show(const FollowedRun& now) {
    const OtherRunWords said = otherRunWords(now);
    if (now.underWay()) // the page's title says what it is about
        notice_->say(said.severity, qt(said.text));
    else
        notice_->say(said.severity, qt(said.headline), qt(said.text));
    const bool seen = now.state == FollowedRun::State::steps;
    if (seen) {
        run_.follow(now);
        current_->setText(run_.current());
        bar_->setValue(run_.permille());
    }
    for (QWidget* part : std::initializer_list<QWidget*>{current_, bar_, steps_})
        part->setVisible(seen);
    setSizePolicy(QSizePolicy::Preferred, seen ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    tellsEnd_ = !now.underWay();
    if (tellsEnd_)
        Q_EMIT over();
}

void OtherRunView::showFailure(const Failure& why) {
    notice_->say(Severity::warning, qt(why.what), qt(why.why + "\n" + shownRemedy(why)));
    again_->show();
}

} // namespace bes::wizard
