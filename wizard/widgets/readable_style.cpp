// SPDX-License-Identifier: Apache-2.0
#include "widgets/readable_style.hpp"

#include <QStyleOptionButton>
#include <QStyleOptionViewItem>

#include "widgets/signs.hpp"

namespace bes::wizard {
namespace {

/// The option with a window colour that makes a readable outline.
template<class Option>
Option outlined(const Option& option) {
    Option changed = option;
    const QColor base = option.palette.color(QPalette::Base);
    changed.palette.setColor(QPalette::Window, mixed(base, option.palette.color(QPalette::Text), 0.8));
    return changed;
}

} // namespace

void ReadableStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton ||
                     element == PE_IndicatorItemViewItemCheck;
    const bool fusion = baseStyle()->name() == QStringLiteral("fusion");
    if (box && fusion && option->palette.color(QPalette::Base).lightness() < 128) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            const QStyleOptionButton changed = outlined(*button);
            return QProxyStyle::drawPrimitive(element, &changed, painter, widget);
        }
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            const QStyleOptionViewItem changed = outlined(*row);
            return QProxyStyle::drawPrimitive(element, &changed, painter, widget);
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace bes::wizard
