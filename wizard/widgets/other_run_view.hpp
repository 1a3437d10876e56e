// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QProgressBar>
#include <QPushButton>

#include "models/other_run.hpp"
#include "models/run_view.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

/// The run of another process, live: who does it, how far it is, and its steps. Nothing can be pressed that
/// changes it.
class OtherRunView final : public QWidget {
    Q_OBJECT
public:
    OtherRunView();

    /// Follows the run on this root, unless it does so already.
    void follow(const std::filesystem::path& root);
    /// How the run ended that was followed is told until the page is left.
    [[nodiscard]] bool tellsEnd() const { return tellsEnd_; }

Q_SIGNALS:
    /// The run has ended, or the person wants to look again: what was found counts no more.
    void over();

protected:
    /// Nobody looks any more.
    void hideEvent(QHideEvent* event) override;

private:
    void show(const FollowedRun& now);
    void showFailure(const Failure& why);

    Notice* notice_ = new Notice;
    QLabel* current_ = paragraph();
    QProgressBar* bar_ = new QProgressBar;
    QListView* steps_ = new QListView;
    QPushButton* again_ = button(tr("Check &again"), QStringLiteral("lookAgainAtRun"));
    bool tellsEnd_ = false;
    RunView run_;
    OtherRunWatch watch_;
};

} // namespace bes::wizard
