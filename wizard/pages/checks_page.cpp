// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTreeView>
#include <QVBoxLayout>

#include "models/fields_of_answers.hpp"
#include "models/findings_tree.hpp"
#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "widgets/row_delegate.hpp"
#include "widgets/saved_file.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class ChecksPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(ChecksPage)
public:
    explicit ChecksPage(Session& session) : Page(PageId::review, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        view_->setObjectName(QStringLiteral("findings"));
        view_->setAccessibleName(tr("Findings"));
        view_->setModel(tree_);
        view_->setHeaderHidden(true);
        view_->setItemDelegate(new RowDelegate(view_));
        accept_->setObjectName(QStringLiteral("accept"));
        layout->addWidget(readiness_);
        layout->addWidget(packages_);
        layout->addWidget(view_);
        layout->addWidget(detail_);
        layout->addWidget(accept_);
        auto* ways = new QHBoxLayout;
        for (QPushButton* one : {mend_, copyCommand_})
            ways->addWidget(one);
        ways->addStretch();
        layout->addLayout(ways);
        accept_->hide();
        mend_->hide();
        copyCommand_->hide();
        fitHeight();
        for (const auto signal : {&QTreeView::expanded, &QTreeView::collapsed})
            connect(view_, signal, this, &ChecksPage::fitHeight);
        connect(mend_, &QPushButton::clicked, this, [this] {
            const Finding* finding = tree_->at(view_->currentIndex());
            if (const auto step = finding ? stepThatMends(*finding, state()) : std::nullopt)
                Q_EMIT wantsPage(*step);
        });
        auto* row = new QHBoxLayout;
        auto* again = button(tr("&Check again"), QStringLiteral("checkAgain"));
        for (QPushButton* one : {again, thisAgain_, save_, copy_})
            row->addWidget(one);
        row->addStretch();
        layout->addLayout(row);
        layout->addWidget(notice_);
        setFocusProxy(view_);
        connect(again, &QPushButton::clicked, this,
                [this] { this->session().lookFor(PageId::review, Session::Look::again); });
        connect(thisAgain_, &QPushButton::clicked, this, &ChecksPage::checkThisAgain);
        connect(save_, &QPushButton::clicked, this, &ChecksPage::saveReport);
        connect(copy_, &QPushButton::clicked, this, &ChecksPage::copyReport);
        connect(copyCommand_, &QPushButton::clicked, this, &ChecksPage::copyCommand);
        connect(accept_, &QCheckBox::clicked, this, &ChecksPage::acceptUnknown);
        connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this](const QModelIndex& now) { describe(now); });
    }

    [[nodiscard]] QString title() const override { return tr("Review"); }
    [[nodiscard]] QString introduction() const override {
        return tr("The results of the checks, and what will be done. Nothing has been changed so far.");
    }

    void refresh() override {
        for (QPushButton* one : {thisAgain_, save_, copy_})
            one->setEnabled(seen() != nullptr);
        showPackages();
        if (seen())
            sayReadiness();
        if (!seen() || shown_ == state().seen)
            return;
        const Finding* current = tree_->at(view_->currentIndex());
        const std::string id = current != nullptr ? current->id : std::string();
        shown_ = state().seen;
        tree_->show(shown_->inspection.findings);
        expandProblems();
        const QModelIndex same = tree_->indexOf(id);
        view_->setCurrentIndex(same.isValid() ? same : tree_->first());
        fitHeight();
    }

private:
    /// In one line what the findings mean for going on.
    void sayReadiness() {
        const auto& findings = seen()->inspection.findings;
        const bool blocked = !obstacle(PageId::review, state()).empty();
        readiness_->say(blocked ? Severity::blocker : Severity::passed,
                        blocked               ? tr("Resolve all blockers to continue")
                        : state().maintenance ? tr("Ready to continue")
                                              : tr("Ready to install"),
                        counts(findings));
    }

    /// They are read meanwhile: nobody waits for that, but a damaged one ends the installation.
    void showPackages() {
        packages_->clear();
        const PackagesRead& read = state().packagesRead;
        if (!seen() || !seen()->inspection.plan || read.media != seen()->inspection.plan->receipt.mediaSha256)
            return;
        if (const std::string damage = damageFor(*seen()->inspection.plan, read); !damage.empty())
            packages_->say(Severity::blocker, tr("A package of the media is damaged"),
                           qt(damage) + QStringLiteral("\n") +
                               tr("What to do: Copy the media again, then check again."));
        else if (read.percent < 100)
            packages_->say(Severity::information, tr("The packages are being read: %1 %").arg(read.percent));
    }

    /// As many rows as there are to see, as far as the page has room for them.
    void fitHeight() {
        int rows = 0;
        for (QModelIndex row = tree_->index(0, 0); row.isValid() && rows < mostRows;
             row = view_->indexBelow(row))
            ++rows;
        const int row = fontMetrics().height() * 4 / 3 + 2;
        view_->setFixedHeight(std::max(rows, 1) * row + 2 * view_->frameWidth() + 2);
    }

    static constexpr int mostRows = 8;

    void expandProblems() {
        for (int group = 0; group < tree_->rowCount(); ++group) {
            const QModelIndex first = tree_->index(0, 0, tree_->index(group, 0));
            view_->setExpanded(tree_->index(group, 0),
                               tree_->at(first)->severity != Severity::passed || tree_->rowCount() == 1);
            for (int row = 0; row < tree_->rowCount(tree_->index(group, 0)); ++row)
                tree_->itemFromIndex(tree_->index(row, 0, tree_->index(group, 0)))
                    ->setIcon(severityIcon(tree_->at(first)->severity));
        }
    }

    void describe(const QModelIndex& index) {
        const Finding* finding = tree_->at(index);
        accept_->hide();
        mend_->hide();
        copyCommand_->hide();
        if (finding == nullptr)
            return detail_->clear();
        QString text = qt(finding->evidence);
        if (!finding->remedy.empty())
            text += QStringLiteral("\n") + tr("What to do: %1").arg(qt(shownRemedy(*finding)));
        if (const auto step = stepThatMends(*finding, state());
            step && finding->severity >= Severity::warning) {
            mend_->setText(tr("&Go to: %1").arg(stepTitle(*step)));
            mend_->show();
        }
        copyCommand_->setVisible(!finding->command.empty());
        copyCommand_->setToolTip(qt(finding->command));
        detail_->say(finding->severity, qt(finding->title), text);
        if (const auto acknowledgement = acknowledgementOf(*finding, state())) {
            accept_->setText(qt(acknowledgement->text));
            accept_->setChecked(acknowledgement->given);
            accept_->show();
        }
    }

    void acceptUnknown(bool wanted) {
        const Finding* finding = tree_->at(view_->currentIndex());
        if (finding == nullptr)
            return;
        session().acknowledge(finding->id, wanted);
        session().lookFor(PageId::review);
    }

    /// The Domino servers are asked only for what they say: that can take long.
    void checkThisAgain() {
        const Finding* finding = tree_->at(view_->currentIndex());
        const bool ofDomino = finding != nullptr && finding->id.starts_with("domino.");
        session().lookFor(PageId::review, ofDomino ? Session::Look::again : Session::Look::againHere);
    }

    void copyCommand() {
        const Finding* finding = tree_->at(view_->currentIndex());
        if (finding == nullptr)
            return;
        QGuiApplication::clipboard()->setText(qt(finding->command));
        notice_->say(Severity::passed, tr("The command is in the clipboard"));
    }

    void copyReport() {
        QGuiApplication::clipboard()->setText(textReport(shown_->request, shown_->inspection.findings));
        notice_->say(Severity::passed, tr("The report is in the clipboard"));
    }

    void saveReport() {
        QString filter;
        const QString html = tr("Page for a browser (*.html)");
        const QString file =
            QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("checks.html"),
                                         html + QStringLiteral(";;") + tr("Text (*.txt)"), &filter);
        if (file.isEmpty())
            return;
        const auto& findings = shown_->inspection.findings;
        const QString report = file.endsWith(QStringLiteral(".txt")) ? textReport(shown_->request, findings)
                                                                     : htmlReport(shown_->request, findings);
        saveFile(file, report.toStdString(), *notice_);
    }

    Notice* readiness_ = new Notice;
    Notice* packages_ = new Notice;
    QTreeView* view_ = new QTreeView;
    FindingsTree* tree_ = new FindingsTree(this);
    Notice* detail_ = new Notice;
    QCheckBox* accept_ = new QCheckBox(tr("Accept what could not be verified"));
    QPushButton* mend_ = button(tr("&Go to the step"), QStringLiteral("mend"));
    QPushButton* copyCommand_ = button(tr("Copy command"), QStringLiteral("copyCommand"));
    QPushButton* thisAgain_ = button(tr("Check &this again"), QStringLiteral("checkThisAgain"));
    QPushButton* save_ = button(tr("Sa&ve report…"), QStringLiteral("saveReport"));
    QPushButton* copy_ = button(tr("Cop&y report"), QStringLiteral("copyReport"));
    Notice* notice_ = new Notice;
    std::shared_ptr<const Seen> shown_;
};

} // namespace

Page* makeChecksPage(Session& session) {
    return new ChecksPage(session);
}

} // namespace bes::wizard
