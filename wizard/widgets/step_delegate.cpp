// SPDX-License-Identifier: Apache-2.0
#include "widgets/step_delegate.hpp"

#include "widgets/signs.hpp"

namespace bes::wizard {
namespace {

QIcon signOf(RunView::StepState state) {
    switch (state) {
    case RunView::StepState::waiting:
        break;
    case RunView::StepState::running:
        return signIcon(QStringLiteral("step-current"), Tone::highlight);
    case RunView::StepState::done:
        return signIcon(QStringLiteral("step-done"), Tone::good);
    case RunView::StepState::undone:
        return signIcon(QStringLiteral("step-undone"), Tone::warning);
    }
    return signIcon(QStringLiteral("step-waiting"), Tone::quiet);
}

} // namespace

void StepDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    RowDelegate::initStyleOption(option, index);
    const auto state = static_cast<RunView::StepState>(index.data(RunView::stateRole).toInt());
    option->icon = signOf(state);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->font.setBold(state == RunView::StepState::running);
}

void showSteps(QListView& list, RunView& run) {
    list.setModel(&run);
    list.setItemDelegate(new StepDelegate(&list));
    const int sign = list.fontMetrics().height();
    list.setIconSize({sign, sign});
    list.setWordWrap(true);
    list.setSelectionMode(QAbstractItemView::NoSelection);
}

} // namespace bes::wizard
