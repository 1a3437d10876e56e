// SPDX-License-Identifier: Apache-2.0
#include "wizard_window.hpp"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "models/obstacles.hpp"
#include "pages/page.hpp"
#include "pages/pages.hpp"
#include "widgets/busy_row.hpp"
#include "widgets/handbook_dialog.hpp"
#include "widgets/practice_titles.hpp"
#include "widgets/questions.hpp"
#include "widgets/step_list.hpp"
#include "widgets/texts.hpp"
#include "widgets/window_size.hpp"

namespace bes::wizard {

WizardWindow::WizardWindow(Session& session, QWidget* parent)
    : QDialog(parent, Qt::Window), session_(session), steps_(new StepList), title_(new QLabel),
      introduction_(paragraph()), stack_(new QStackedWidget), busy_(new BusyRow), obstacle_(paragraph()),
      back_(button(tr("&Back"), QStringLiteral("back"))), next_(button({}, QStringLiteral("next"))),
      cancel_(button(tr("Cancel"), QStringLiteral("cancel"))), practice_(new Notice),
      practiceTitles_(new PracticeTitles(this)) {
    makePages();
    layOut();
    connectSession();
    fitToScreen(*this, {760, 420}, {1000, 680});
    goTo(PageId::welcome);
}

void WizardWindow::makePages() {
    for (const StepMaker& step : stepMakers()) {
        Page* page = step.make(session_);
        pages_.push_back(page);
        stepTitles_ += step.title;
        stack_->addWidget(new PageScroll(page));
        connect(page, &Page::wantsPage, this, &WizardWindow::goTo);
    }
}

void WizardWindow::layOut() {
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    title_->setFont(large);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(obstacle_, 1);
    buttons->setSpacing(fontMetrics().height() / 2);
    buttons->addWidget(back_);
    buttons->addWidget(next_);
    buttons->addSpacing(fontMetrics().height() / 2);
    buttons->addWidget(cancel_);
    next_->setDefault(true);
    obstacle_->setFocusPolicy(Qt::NoFocus); // often it is empty

    auto* right = new QVBoxLayout;
    right->setContentsMargins(18, 14, 18, 14);
    practice_->setObjectName(QStringLiteral("practice"));
    right->addWidget(practice_);
    right->addWidget(title_);
    right->addWidget(introduction_);
    right->addSpacing(10);
    right->addWidget(stack_, 1);
    right->addWidget(busy_);
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    right->addWidget(line);
    right->addLayout(buttons);

    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(side());
    all->addLayout(right, 1);

    connect(back_, &QPushButton::clicked, this, &WizardWindow::back);
    connect(next_, &QPushButton::clicked, this, &WizardWindow::next);
    connect(cancel_, &QPushButton::clicked, this, &WizardWindow::reject);
    connect(busy_, &BusyRow::pressed, this, &WizardWindow::stopOrLookAgain);
    connect(steps_, &StepList::chosen, this,
            [this](int step) { goTo(listed_[static_cast<std::size_t>(step)]); });
}

/// The steps, and below them the way to the handbook.
QWidget* WizardWindow::side() {
    auto* side = new QWidget;
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    auto* help = button(tr("Help (F1)"), QStringLiteral("help"));
    help->setToolTip(tr("Opens the handbook at this step"));
    help->setFlat(true);
    connect(help, &QPushButton::clicked, this, &WizardWindow::openHandbook);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this,
            &WizardWindow::openHandbook);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, fontMetrics().height() / 2);
    layout->setSpacing(0);
    layout->addWidget(steps_, 1);
    layout->addWidget(help, 0, Qt::AlignHCenter);
    return side;
}

void WizardWindow::openHandbook() {
    if (handbook_ == nullptr)
        handbook_ = new HandbookDialog(this);
    handbook_->showSection(handbookSection(current()));
    handbook_->show();
    handbook_->raise();
    handbook_->activateWindow();
}

void WizardWindow::connectSession() {
    connect(&session_, &Session::requestChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::seenChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::packagesRead, this, &WizardWindow::refresh);
    connect(&session_, &Session::lookingChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::runEnded, this, [this] {
        goTo(PageId::result);
        QApplication::alert(this); // who works in another window meanwhile is told by the desktop
    });
    connect(&session_.run(), &RunView::advanced, this, &WizardWindow::showProgressInTitle);
}

PageId WizardWindow::current() const {
    return static_cast<PageId>(stack_->currentIndex());
}

void WizardWindow::goTo(PageId page) {
    const auto index = static_cast<std::size_t>(page);
    Page* shown = pages_[index];
    stack_->setCurrentIndex(static_cast<int>(index));
    visited_.insert(page);
    session_.lookFor(page);
    refresh();
    QPushButton* recommended = shown->recommended();
    (recommended != nullptr ? recommended : next_)->setDefault(true);
    if (recommended != nullptr)
        recommended->setFocus(Qt::OtherFocusReason);
    else if (QWidget* first = shown->firstField())
        first->setFocus(Qt::OtherFocusReason);
    else // Next takes it over as soon as it can be pressed
        setFocus(Qt::OtherFocusReason);
    refreshButtons();
}

void WizardWindow::next() {
    const PageId page = current();
    if (page >= PageId::result) {
        accept();
        return;
    }
    if (session_.looking() || !obstacle(page, session_.state()).empty())
        return;
    if (page == PageId::review)
        session_.execute();
    for (const PageId later : way(session_.state()))
        if (later > page)
            return goTo(later);
}

void WizardWindow::back() {
    if (current() >= PageId::progress)
        return;
    const std::vector<PageId> pages = way(session_.state());
    for (auto earlier = pages.rbegin(); earlier != pages.rend(); ++earlier)
        if (*earlier < current())
            return goTo(*earlier);
}

void WizardWindow::refresh() {
    Page* shown = pages_[static_cast<std::size_t>(current())];
    sayWhetherPractice();
    title_->setText(shown->title());
    introduction_->setText(shown->introduction());
    stack_->currentWidget()->setAccessibleName(shown->title());
    shown->setAccessibleName(shown->title());
    shown->setAccessibleDescription(shown->introduction());
    shown->refresh();
    refreshSteps();
    showProgressInTitle();
    sayWhatIsWaitedFor();
    refreshButtons();
}

void WizardWindow::sayWhatIsWaitedFor() {
    if (session_.looking())
        busy_->looking(waitedFor());
    else if (outdated(current(), session_.state()))
        busy_->stopped(current() != PageId::review); // which has a button of its own
    else
        busy_->nothing();
}

/// And for how long at most, where that is known.
QString WizardWindow::waitedFor() const {
    switch (current()) {
    case PageId::media:
        return tr("Reading the media…");
    case PageId::database:
        return tr("Reading the database…");
    case PageId::domino:
    case PageId::review:
        return session_.state().maintenance
                   ? tr("Comparing this computer with what was installed…")
                   : tr("Checking this computer, and asking the Domino servers (at most %1 seconds)…")
                         .arg(session_.request().domino.timeLimit);
    default:
        return tr("Checking this computer…");
    }
}

void WizardWindow::stopOrLookAgain() {
    if (session_.looking())
        session_.stopLooking();
    else
        session_.lookFor(current());
}

/// A page that is mended may not be needed any more: it stays in the list while it is shown.
void WizardWindow::refreshSteps() {
    listed_ = steps(session_.state());
    const auto place = std::ranges::lower_bound(listed_, current());
    if (place == listed_.end() || *place != current())
        listed_.insert(place, current());
    const Doing doing = current() >= PageId::progress ? session_.doing() : session_.intended();
    std::vector<StepList::Entry> entries;
    for (const PageId page : listed_)
        entries.push_back(
            {page == PageId::progress ? qt(titleOf(doing)) : stepTitles_[static_cast<int>(page)],
             pageState(page, session_, visited_.contains(page)), isOpen(page)});
    steps_->show(std::move(entries),
                 static_cast<int>(std::ranges::find(listed_, current()) - listed_.begin()));
}

/// Domino has nothing to be visited for where it is in order: from the review on it can be looked at.
bool WizardWindow::isOpen(PageId page) const {
    if (current() >= PageId::progress || page >= PageId::progress)
        return false;
    return visited_.contains(page) || (page == PageId::domino && visited_.contains(PageId::review));
}

/// Above every page, for loaded answers may be about another computer.
void WizardWindow::sayWhetherPractice() {
    if (practiceTitles_->follow(session_.request().root))
        practice_->say(Severity::warning,
                       tr("PRACTICE: computer, database, media and Domino server are not real."));
    else
        practice_->clear();
}

void WizardWindow::showProgressInTitle() {
    const QString name = tr("Setup of a standby BlackBerry Enterprise Server");
    const bool runs = current() == PageId::progress;
    setWindowTitle(runs ? tr("%1 % - %2").arg(session_.run().permille() / 10).arg(name) : name);
}

QString WizardWindow::nextText() const {
    if (current() == PageId::result)
        return tr("&Close");
    if (current() != PageId::review)
        return tr("&Next");
    const auto& wanted = session_.state().maintenance;
    if (!wanted)
        return tr("&Install");
    switch (wanted->kind) {
    case Maintenance::Kind::modify:
        return tr("&Modify");
    case Maintenance::Kind::repair:
        return tr("Re&pair");
    case Maintenance::Kind::upgrade:
        return tr("&Upgrade");
    case Maintenance::Kind::remove:
        break;
    }
    return tr("&Remove");
}

void WizardWindow::refreshButtons() {
    const PageId page = current();
    const bool choosing = page < PageId::progress;
    const QString why = qt(obstacle(page, session_.state()));
    const bool stopped = !session_.looking() && outdated(page, session_.state());
    obstacle_->setText(session_.looking() || stopped ? QString() : why);
    next_->setText(nextText());
    next_->setVisible(page != PageId::progress);
    next_->setEnabled(page == PageId::result || (choosing && why.isEmpty() && !session_.looking()));
    next_->setAccessibleDescription(why);
    back_->setVisible(choosing);
    back_->setEnabled(page > PageId::welcome);
    cancel_->setVisible(page != PageId::result);
    cancel_->setEnabled(page != PageId::progress || session_.running());
    if (focusWidget() != nullptr && focusWidget() != this)
        return;
    if (next_->isEnabled())
        next_->setFocus(Qt::OtherFocusReason);
    else if (QWidget* first = pages_[static_cast<std::size_t>(page)]->firstField();
             first != nullptr && !session_.looking())
        first->setFocus(Qt::OtherFocusReason); // it came up with what was seen
}

void WizardWindow::reject() {
    if (current() == PageId::progress && session_.running()) {
        const QString meaning =
            session_.doing() == Doing::removing
                ? tr("The removal is rolled back. After the point of no return it is "
                     "completed instead.")
                : tr("Everything is rolled back: the computer and the database are then as "
                     "before.");
        if (agrees(this, tr("Cancel and roll back?"), meaning))
            session_.cancel();
        return;
    }
    if (mayLoseAnswers())
        QDialog::reject();
}

bool WizardWindow::mayLoseAnswers() {
    return current() >= PageId::progress || !session_.entered() ||
           agrees(this, tr("Close setup?"),
                  tr("Nothing was changed on this computer. What you entered is lost."));
}

bool WizardWindow::mayLeaveRun() {
    const auto whenLeft = askHowToLeaveRun(this);
    if (whenLeft)
        session_.setWhenLeft(*whenLeft);
    return whenLeft.has_value();
}

void WizardWindow::closeEvent(QCloseEvent* event) {
    if (session_.running() ? mayLeaveRun() : mayLoseAnswers())
        event->accept();
    else
        event->ignore();
    if (event->isAccepted())
        QDialog::done(QDialog::Rejected);
}

} // namespace bes::wizard
