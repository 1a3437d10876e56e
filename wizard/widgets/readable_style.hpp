// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace bes::wizard {

/// The style that the desktop has chosen. Only where that is Qt's own Fusion: it draws the outline of an
/// empty check box darker than the window, so that on a dark one nobody sees it.
class ReadableStyle final : public QProxyStyle {
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace bes::wizard
