// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QFormLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include "models/component_tree.hpp"
#include "models/obstacles.hpp"
#include "pages/pages.hpp"
#include "widgets/fields.hpp"
#include "widgets/row_delegate.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

class ComponentsPage final : public Page {
    Q_DECLARE_TR_FUNCTIONS(ComponentsPage)
public:
    explicit ComponentsPage(Session& session) : Page(PageId::components, session) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* choice = new QFormLayout(set_);
        choice->setContentsMargins(0, 0, 0, 0);
        preset_->addItem(tr("Same as the primary"));
        preset_->addItem(tr("All that fail over"));
        preset_->addItem(tr("Custom"));
        choice->addRow(tr("&Set:"), preset_);
        layout->addWidget(set_);
        makeTree();
        layout->addWidget(view_, 1);
        layout->addWidget(about_);
        layout->addWidget(along_);
        layout->addWidget(notice_);
        connect(preset_, &QComboBox::activated, this, &ComponentsPage::takePreset);
        setFocusProxy(view_);
    }

    [[nodiscard]] QString title() const override { return tr("Components"); }
    [[nodiscard]] QString introduction() const override {
        if (state().maintenance && state().maintenance->kind == Maintenance::Kind::upgrade)
            return tr(
                "The installed components do not fit together in the new version. Add what is required, "
                "or remove what no longer exists.");
        if (state().maintenance)
            return tr(
                "Add or remove components. A component that waits for failover is not started when it is "
                "added. A removed component goes with its services and files.");
        return tr(
            "To fail over, a component must also be on the standby. Components that wait for failover are "
            "installed, but not started.");
    }

    void refresh() override {
        set_->setVisible(!state().maintenance);
        if (!state().seen || !(state().maintenance ? showInstalled() : showWanted()))
            return;
        if (!view_->currentIndex().isValid() && tree_->rowCount() > 0) {
            view_->setCurrentIndex(tree_->index(0, 0));
            view_->header()->resizeSections(QHeaderView::ResizeToContents);
        }
        describe(view_->currentIndex());
        notice_->clear();
        if (seen())
            notice_->sayWorst(findingsAbout("components", state()));
    }

private:
    static constexpr int ownChoice = 2;

    void makeTree() {
        view_->setObjectName(QStringLiteral("components"));
        view_->setAccessibleName(tr("Components of the standby"));
        view_->setModel(tree_);
        view_->setUniformRowHeights(true);
        view_->setMinimumHeight(fontMetrics().height() * 9);
        view_->setItemDelegate(new RowDelegate(view_));
        view_->setAllColumnsShowFocus(true);
        connect(tree_, &ComponentTree::wished, this, &ComponentsPage::take);
        connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this](const QModelIndex& now) { describe(now); });
    }

    /// False where it is not known yet.
    bool showWanted() {
        const Server* primary = chosenPrimary(state());
        const MediaContents* media = state().seen->media();
        if (primary == nullptr || media == nullptr)
            return false;
        tree_->show(componentRows(media->manifest, *primary, state().request));
        const Request& request = state().request;
        const bool own =
            !request.add.empty() || !request.omit.empty() || request.preset == ComponentPreset::none;
        preset_->setCurrentIndex(own ? ownChoice : static_cast<int>(request.preset));
        return true;
    }

    bool showInstalled() {
        const Receipt* receipt = state().seen->receipt();
        if (receipt == nullptr)
            return false;
        const Server* primary = chosenPrimary(state());
        tree_->show(componentRows(offered(*receipt), primary == nullptr ? Server() : *primary, *receipt,
                                  *state().maintenance));
        return true;
    }

    /// Where the media is not known, what is installed.
    [[nodiscard]] MediaManifest offered(const Receipt& receipt) const {
        const MediaContents* media = state().seen->media();
        return media == nullptr ? MediaManifest{receipt.catalog, {}} : media->manifest;
    }

    void take(const QString& component, bool wanted) {
        if (state().maintenance)
            return takeChange(component, wanted);
        const Server* primary = chosenPrimary(state());
        const MediaContents* media = state().seen->media();
        const ChangedChoice changed =
            chosen(media->manifest.catalog, *primary, state().request, component.toStdString(), wanted);
        along_->clear();
        if (!changed.explanation.empty())
            along_->say(Severity::information, qt(changed.explanation));
        change(changed.request);
    }

    void takeChange(const QString& component, bool wanted) {
        const Receipt& receipt = *state().seen->receipt();
        const ChangedMaintenance changed =
            chosen(offered(receipt).catalog, receipt, *state().maintenance, component.toStdString(), wanted);
        along_->clear();
        if (!changed.explanation.empty())
            along_->say(Severity::information, qt(changed.explanation));
        change(changed.wanted);
    }

    void takePreset(int index) {
        along_->clear();
        if (index != ownChoice)
            change(withPreset(state().request, static_cast<ComponentPreset>(index)));
        else
            refresh();
    }

    void describe(const QModelIndex& index) {
        const ComponentRow* row =
            tree_->at((index.parent().isValid() ? index.parent() : index).siblingAtColumn(0));
        if (row == nullptr)
            return about_->clear();
        QString text = qt(row->description);
        if (!row->warning.empty())
            text += QChar::Space + qt(row->warning);
        if (!row->needs.empty()) {
            QStringList needs;
            for (const std::string& name : row->needs)
                needs += qt(name);
            text += QChar::Space + tr("Requires %1.").arg(needs.join(QStringLiteral(", ")));
        }
        about_->setText(text);
    }

    QWidget* set_ = new QWidget;
    QComboBox* preset_ = comboBox(tr("Set of components"), QStringLiteral("preset"));
    QTreeView* view_ = new QTreeView;
    ComponentTree* tree_ = new ComponentTree(this);
    QLabel* about_ = paragraph();
    Notice* along_ = new Notice;
    Notice* notice_ = new Notice;
};

} // namespace

Page* makeComponentsPage(Session& session) {
    return new ComponentsPage(session);
}

} // namespace bes::wizard
