#include <algorithm>

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QTreeView>
#include <QVBoxLayout>

#include "models/findings_report.hpp"
#include "models/findings_tree.hpp"
#include "pages/pages.hpp"
#include "widgets/row_delegate.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class ChecksPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(ChecksPage)
public:
    explicit ChecksPage(Session& session) : Page(PageId::checks, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        view_->setObjectName(QStringLiteral("findings"));
        view_->setAccessibleName(tr("Findings"));
        view_->setModel(tree_);
        view_->setHeaderHidden(true);
        view_->setItemDelegate(new RowDelegate(view_));
        accept_->setObjectName(QStringLiteral("accept"));
        layout->addWidget(counts_);
        layout->addWidget(view_, 1);
        layout->addWidget(detail_);
        layout->addWidget(accept_);
        accept_->hide();
        auto* row = new QHBoxLayout;
        auto* again = button(tr("&Check again"), QStringLiteral("checkAgain"));
        for (QPushButton* one : {again, thisAgain_, save_, copy_})
            row->addWidget(one);
        row->addStretch();
        layout->addLayout(row);
        layout->addWidget(notice_);
        setFocusProxy(view_);
        connect(again, &QPushButton::clicked, this,
                [this] { this->session().lookFor(PageId::checks, Session::Look::again); });
        connect(thisAgain_, &QPushButton::clicked, this, &ChecksPage::checkThisAgain);
        connect(save_, &QPushButton::clicked, this, &ChecksPage::saveReport);
        connect(copy_, &QPushButton::clicked, this, &ChecksPage::copyReport);
        connect(accept_, &QCheckBox::clicked, this, &ChecksPage::acceptUnknown);
        connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this](const QModelIndex& now) { describe(now); });
    }

    [[nodiscard]] QString title() const override { return tr("Checks"); }
    [[nodiscard]] QString introduction() const override {
        return tr(
            "Everything that was looked at. A blocker has to be mended before you can go on; select it to "
            "see what was found and what to do.");
    }

    void refresh() override {
        for (QPushButton* one : {thisAgain_, save_, copy_})
            one->setEnabled(seen() != nullptr);
        if (!seen() || shown_ == state().seen)
            return;
        const Finding* current = tree_->at(view_->currentIndex());
        const std::string id = current != nullptr ? current->id : std::string();
        shown_ = state().seen;
        tree_->show(shown_->inspection.findings);
        counts_->setText(counts(shown_->inspection.findings));
        expandProblems();
        const QModelIndex same = tree_->indexOf(id);
        view_->setCurrentIndex(same.isValid() ? same : tree_->first());
    }

private:
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
        if (finding == nullptr)
            return detail_->clear();
        QString text = qt(finding->evidence);
        if (!finding->remedy.empty())
            text += QStringLiteral("\n") + tr("What to do: %1").arg(qt(finding->remedy));
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
        session().lookFor(PageId::checks);
    }

    /// The Domino servers are asked only for what they say: that can take long.
    void checkThisAgain() {
        const Finding* finding = tree_->at(view_->currentIndex());
        const bool ofDomino = finding != nullptr && finding->id.starts_with("domino.");
        session().lookFor(PageId::checks, ofDomino ? Session::Look::again : Session::Look::againHere);
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
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(report.toUtf8()) >= 0 && out.commit())
            notice_->say(Severity::passed, tr("Saved as %1").arg(file));
        else
            notice_->say(Severity::warning, tr("The report can't be saved: %1").arg(out.errorString()));
    }

    QLabel* counts_ = paragraph();
    QTreeView* view_ = new QTreeView;
    FindingsTree* tree_ = new FindingsTree(this);
    Notice* detail_ = new Notice;
    QCheckBox* accept_ = new QCheckBox(tr("Accept what could not be found out"));
    QPushButton* thisAgain_ = button(tr("Check &this again"), QStringLiteral("checkThisAgain"));
    QPushButton* save_ = button(tr("&Save report…"), QStringLiteral("saveReport"));
    QPushButton* copy_ = button(tr("Co&py report"), QStringLiteral("copyReport"));
    Notice* notice_ = new Notice;
    std::shared_ptr<const Seen> shown_;
};

} // namespace

Page* makeChecksPage(Session& session) {
    return new ChecksPage(session);
}

} // namespace bes::wizard
