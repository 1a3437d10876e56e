// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "models/primary_table.hpp"
#include "pages/pages.hpp"
#include "widgets/fields.hpp"
#include "widgets/row_delegate.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class PrimaryPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(PrimaryPage)
public:
    explicit PrimaryPage(Session& session) : Page(PageId::database, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        makeSearch();
        makeTable();
        layout->addWidget(search_);
        layout->addWidget(view_, 1);
        layout->addWidget(count_);
        layout->addWidget(notice_);
        setFocusProxy(search_);
    }

    [[nodiscard]] QString title() const override {
        return tr("Primary that gets a standby on this computer");
    }
    [[nodiscard]] QString introduction() const override {
        return tr("Unavailable servers are greyed out. Select one to see why.");
    }

    void refresh() override {
        if (seen() && seen() != shown_.get()) {
            const bool same = shown_ && shown_->primaries == seen()->primaries;
            shown_ = state().seen;
            if (!same)
                table_->show({shown_, &shown_->primaries});
        }
        selectChosen();
        sayCount();
        sayWhyNot();
    }

private:
    void makeSearch() {
        search_->setPlaceholderText(tr("Search: name, computer, Domino server, version"));
        search_->setClearButtonEnabled(true);
        connect(search_, &QLineEdit::textChanged, this, [this](const QString& words) {
            table_->search(words);
            selectChosen();
            sayCount();
        });
    }

    void makeTable() {
        view_->setObjectName(QStringLiteral("primaries"));
        view_->setAccessibleName(tr("Primaries"));
        view_->setToolTip(introduction());
        view_->setMinimumHeight(fontMetrics().height() * 8);
        view_->setModel(table_);
        view_->setSelectionBehavior(QAbstractItemView::SelectRows);
        view_->setSelectionMode(QAbstractItemView::SingleSelection);
        view_->setTabKeyNavigation(false);
        view_->setShowGrid(false);
        view_->verticalHeader()->hide();
        view_->setWordWrap(false);
        view_->horizontalHeader()->setHighlightSections(false);
        view_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        view_->horizontalHeader()->setStretchLastSection(true);
        view_->setItemDelegate(new RowDelegate(view_));
        view_->horizontalHeader()->setResizeContentsPrecision(100);
        view_->setSortingEnabled(true);
        view_->sortByColumn(PrimaryTable::name, Qt::AscendingOrder);
        connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex& now) { choose(now); });
    }

    void choose(const QModelIndex& index) {
        if (!index.isValid() || selecting_)
            return;
        const std::string name = table_->at(index.row()).server.name;
        Request request = state().request;
        // "bes-north" in an answer file is BES-NORTH: what was written there stays
        if (!sameName(request.primary, name))
            request.primary = name;
        change(request);
        sayWhyNot();
    }

    void selectChosen() {
        const int row = table_->rowOf(state().request.primary);
        selecting_ = true;
        if (row < 0)
            view_->selectionModel()->clear();
        else if (view_->currentIndex().row() != row || !view_->selectionModel()->hasSelection())
            view_->selectRow(row);
        selecting_ = false;
        if (!sized_ && table_->rowCount() > 0) {
            view_->resizeColumnsToContents();
            sized_ = true;
        }
    }

    void sayCount() {
        count_->setText(table_->rowCount() == table_->total()
                            ? tr("Primaries: %1").arg(table_->total())
                            : tr("Primaries: %1 of %2").arg(table_->rowCount()).arg(table_->total()));
    }

    void sayWhyNot() {
        notice_->clear();
        if (!seen() || state().request.primary.empty())
            return;
        for (const check::PrimaryChoice& choice : seen()->primaries) {
            if (!sameName(choice.server.name, state().request.primary))
                continue;
            if (!choice.whyNot.empty())
                notice_->say(Severity::blocker, tr("%1 %2.").arg(qt(choice.server.name), qt(choice.whyNot)));
            else if (!choice.installed.empty())
                notice_->say(Severity::information,
                             tr("Its standby %1 is installed on this computer.").arg(qt(choice.installed)));
        }
    }

    QLineEdit* search_ = lineEdit(tr("Search the primaries"), QStringLiteral("searchPrimaries"));
    QTableView* view_ = new QTableView;
    PrimaryTable* table_ = new PrimaryTable(this);
    QLabel* count_ = new QLabel;
    Notice* notice_ = new Notice;
    std::shared_ptr<const Seen> shown_;
    bool selecting_ = false;
    bool sized_ = false;
};

} // namespace

Page* makePrimaryPage(Session& session) {
    return new PrimaryPage(session);
}

} // namespace bes::wizard
