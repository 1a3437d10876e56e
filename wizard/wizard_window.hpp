// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include <QDialog>

#include "models/session.hpp"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace bes::wizard {

class BusyRow;
class HandbookDialog;
class Notice;
class Page;
class PracticeTitles;
class StepList;

/// The window: the steps at the side, one page, and the buttons that lead from page to page.
class WizardWindow final : public QDialog {
    Q_OBJECT
public:
    explicit WizardWindow(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] PageId current() const;
    void goTo(PageId page);
    void next();
    void back();

    /// Escape and the Cancel button.
    void reject() override;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makePages();
    void layOut();
    [[nodiscard]] QWidget* side();
    void openHandbook();
    void connectSession();
    void refresh();
    void refreshSteps();
    void refreshButtons();
    [[nodiscard]] QString nextText() const;
    void sayWhatIsWaitedFor();
    [[nodiscard]] QString waitedFor() const;
    [[nodiscard]] bool mayLeaveRun();
    [[nodiscard]] bool mayLoseAnswers();
    void stopOrLookAgain();
    void showProgressInTitle();
    void sayWhetherPractice();
    [[nodiscard]] bool isOpen(PageId page) const;

    Session& session_;
    std::vector<Page*> pages_;
    QStringList stepTitles_;
    std::vector<PageId> listed_; ///< the steps at the side
    std::set<PageId> visited_;
    StepList* steps_;
    QLabel* title_;
    QLabel* introduction_;
    QStackedWidget* stack_;
    BusyRow* busy_;
    QLabel* obstacle_;
    QPushButton* back_;
    QPushButton* next_;
    QPushButton* cancel_;
    Notice* practice_;
    PracticeTitles* practiceTitles_;
    HandbookDialog* handbook_ = nullptr; ///< made when it is asked for
};

} // namespace bes::wizard
