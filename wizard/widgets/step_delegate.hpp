// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

#include "models/run_view.hpp"
#include "widgets/row_delegate.hpp"

namespace bes::wizard {

/// The state of a step of a RunView as a sign before its title.
class StepDelegate final : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A list of the steps of a run, to look at only.
void showSteps(QListView& list, RunView& run);

} // namespace bes::wizard
