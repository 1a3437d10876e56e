#include "wizard_window.hpp"

#include <algorithm>

#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "pages/pages.hpp"
#include "widgets/page_scroll.hpp"
#include "widgets/step_list.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

/// What the keyboard begins with on a page; null where it has nothing for it.
QWidget* firstField(const Page& page) {
    if (page.focusProxy() != nullptr)
        return page.focusProxy();
    for (QWidget* next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain())
        if (page.isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && next->isEnabled() &&
            next->isVisibleTo(&page))
            return next;
    return nullptr;
}

} // namespace

WizardWindow::WizardWindow(Session& session, QWidget* parent)
    : QDialog(parent, Qt::Window), session_(session), title_(new QLabel), introduction_(paragraph()),
      stack_(new QStackedWidget), busy_(new QWidget), busyText_(new QLabel), obstacle_(paragraph()),
      back_(button(tr("&Back"), QStringLiteral("back"))), next_(button({}, QStringLiteral("next"))),
      cancel_(button(tr("Cancel"), QStringLiteral("cancel"))),
      stop_(button(tr("St&op looking"), QStringLiteral("stopLooking"))) {
    setWindowTitle(tr("Setup of a standby BlackBerry Enterprise Server"));
    makePages();
    layOut();
    connectSession();
    setMinimumSize(800, 560);
    resize(1000, 660);
    goTo(PageId::welcome);
}

void WizardWindow::makePages() {
    for (auto* const make :
         {makeWelcomePage, makeMediaPage, makeLicensePage, makeDatabasePage, makePrimaryPage, makeSrpPage,
          makeComponentsPage, makeDominoPage, makeFoldersPage, makeChecksPage, makeSummaryPage,
          makeProgressPage, makeFinishPage}) {
        Page* page = make(session_);
        pages_.push_back(page);
        stack_->addWidget(new PageScroll(page));
        connect(page, &Page::wantsPage, this, &WizardWindow::goTo);
    }
    stepTitles_ = {tr("Welcome"), tr("Media"),        tr("Licence"), tr("Database"), tr("Primary"),
                   tr("SRP"),     tr("Components"),   tr("Domino"),  tr("Folders"),  tr("Checks"),
                   tr("Summary"), tr("Installation"), tr("Finish")};
    steps_ = new StepList(stepTitles_);
}

void WizardWindow::layOut() {
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    title_->setFont(large);

    auto* busyRow = new QHBoxLayout(busy_);
    busyRow->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumWidth(140);
    bar->setAccessibleName(tr("Setup is looking"));
    busyRow->addWidget(bar);
    busyRow->addWidget(busyText_, 1);
    busyRow->addWidget(stop_);
    QSizePolicy kept = busy_->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the page above does not jump
    busy_->setSizePolicy(kept);

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
    all->addWidget(steps_);
    all->addLayout(right, 1);

    connect(back_, &QPushButton::clicked, this, &WizardWindow::back);
    connect(next_, &QPushButton::clicked, this, &WizardWindow::next);
    connect(cancel_, &QPushButton::clicked, this, &WizardWindow::reject);
    connect(stop_, &QPushButton::clicked, this, [this] { session_.stopLooking(); });
}

void WizardWindow::connectSession() {
    connect(&session_, &Session::requestChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::seenChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::lookingChanged, this, &WizardWindow::refresh);
    connect(&session_, &Session::runEnded, this, [this] { goTo(PageId::finish); });
}

PageId WizardWindow::current() const {
    return static_cast<PageId>(stack_->currentIndex());
}

void WizardWindow::goTo(PageId page) {
    const auto index = static_cast<std::size_t>(page);
    Page* shown = pages_[index];
    stack_->setCurrentIndex(static_cast<int>(index));
    session_.lookFor(page);
    refresh();
    if (QWidget* first = firstField(*shown))
        first->setFocus(Qt::OtherFocusReason);
    else // Next takes it over as soon as it can be pressed
        setFocus(Qt::OtherFocusReason);
    refreshButtons();
}

void WizardWindow::next() {
    const PageId page = current();
    if (page >= PageId::finish) {
        accept();
        return;
    }
    if (session_.looking() || !obstacle(page, session_.state()).empty())
        return;
    if (page == PageId::summary)
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
    title_->setText(shown->title());
    introduction_->setText(shown->introduction());
    stack_->currentWidget()->setAccessibleName(shown->title());
    shown->setAccessibleName(shown->title());
    shown->setAccessibleDescription(shown->introduction());
    shown->refresh();
    refreshSteps();
    sayWhatIsWaitedFor();
    refreshButtons();
}

void WizardWindow::sayWhatIsWaitedFor() {
    busy_->setVisible(session_.looking());
    busyText_->setText(current() >= PageId::srp
                           ? tr("Looking at computer, database and media, and asking the Domino servers…")
                           : tr("Looking…"));
}

/// A page that is mended may not be needed any more: it stays in the list while it is shown.
void WizardWindow::refreshSteps() {
    std::vector<PageId> pages = way(session_.state());
    const auto place = std::ranges::lower_bound(pages, current());
    if (place == pages.end() || *place != current())
        pages.insert(place, current());
    const Doing doing = current() >= PageId::progress ? session_.doing() : session_.intended();
    QStringList titles;
    for (const PageId page : pages)
        titles += page == PageId::progress ? qt(titleOf(doing)) : stepTitles_[static_cast<int>(page)];
    steps_->setTitles(titles);
    steps_->setCurrent(static_cast<int>(std::ranges::find(pages, current()) - pages.begin()));
}

QString WizardWindow::nextText() const {
    if (current() == PageId::finish)
        return tr("&Close");
    if (current() != PageId::summary)
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
    obstacle_->setText(session_.looking() ? QString()
                       : stopped          ? tr("Setup has not looked; go back and on again")
                                          : why);
    next_->setText(nextText());
    next_->setVisible(page != PageId::progress);
    next_->setEnabled(page == PageId::finish || (choosing && why.isEmpty() && !session_.looking()));
    next_->setAccessibleDescription(why);
    back_->setVisible(choosing);
    back_->setEnabled(page > PageId::welcome);
    cancel_->setVisible(page != PageId::finish);
    cancel_->setEnabled(page != PageId::progress || session_.running());
    if (focusWidget() != nullptr && focusWidget() != this)
        return;
    if (next_->isEnabled())
        next_->setFocus(Qt::OtherFocusReason);
    else if (QWidget* first = firstField(*pages_[static_cast<std::size_t>(page)]);
             first != nullptr && !session_.looking())
        first->setFocus(Qt::OtherFocusReason); // it came up with what was seen
}

void WizardWindow::reject() {
    if (current() == PageId::progress && session_.running()) {
        const QString meaning = session_.doing() == Doing::removing
                                    ? tr("What was done so far is undone. Where the removal has come too far "
                                         "for that, it is finished instead.")
                                    : tr("Everything that was done so far is undone: the computer and the "
                                         "database are then as before.");
        if (agrees(tr("Cancel the run?"), meaning))
            session_.cancel();
        return;
    }
    QDialog::reject();
}

/// With buttons in the wizard's language also where Qt's own translation is not installed.
bool WizardWindow::agrees(const QString& question, const QString& meaning) {
    QMessageBox box(QMessageBox::Question, question, meaning, QMessageBox::Yes | QMessageBox::No, this);
    box.button(QMessageBox::Yes)->setText(tr("&Yes"));
    box.button(QMessageBox::No)->setText(tr("&No"));
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes;
}

bool WizardWindow::mayLeaveRun() {
    QMessageBox box(QMessageBox::Question, tr("Close the wizard?"),
                    tr("The run is under way. The engine can end it without the wizard."),
                    QMessageBox::NoButton, this);
    const auto* finish = box.addButton(tr("&Finish it and close"), QMessageBox::AcceptRole);
    const auto* undo = box.addButton(tr("&Undo it and close"), QMessageBox::DestructiveRole);
    box.addButton(tr("&Stay"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == finish)
        session_.setWhenLeft(WhenLeft::finish);
    else if (box.clickedButton() == undo)
        session_.setWhenLeft(WhenLeft::undo);
    else
        return false;
    return true;
}

void WizardWindow::closeEvent(QCloseEvent* event) {
    if (!session_.running() || mayLeaveRun())
        event->accept();
    else
        event->ignore();
    if (event->isAccepted())
        QDialog::done(QDialog::Rejected);
}

} // namespace bes::wizard
