// SPDX-License-Identifier: Apache-2.0
#include "widgets/busy_row.hpp"

#include <QHBoxLayout>

#include "widgets/texts.hpp"

namespace bes::wizard {

BusyRow::BusyRow()
    : bar_(new QProgressBar), text_(paragraph()), button_(button({}, QStringLiteral("stopLooking"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    bar_->setRange(0, 0);
    bar_->setTextVisible(false);
    bar_->setMaximumWidth(140);
    bar_->setAccessibleName(tr("Setup is checking"));
    row->addWidget(bar_);
    row->addWidget(text_, 1);
    row->addWidget(button_);
    QSizePolicy kept = sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    setSizePolicy(kept);
    connect(button_, &QPushButton::clicked, this, &BusyRow::pressed);
}

void BusyRow::looking(const QString& at) {
    bar_->show();
    text_->setText(at);
    button_->setText(tr("St&op"));
    button_->show();
    show();
}

void BusyRow::stopped(bool again) {
    bar_->hide();
    text_->setText(tr("Check stopped."));
    button_->setText(tr("C&heck again"));
    button_->setVisible(again);
    show();
}

} // namespace bes::wizard
