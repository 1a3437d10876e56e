// SPDX-License-Identifier: Apache-2.0
#include "widgets/row_delegate.hpp"

namespace bes::wizard {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + option.fontMetrics.height() / 2, size.height() + option.fontMetrics.height() / 3};
}

} // namespace bes::wizard
