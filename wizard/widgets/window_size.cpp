// SPDX-License-Identifier: Apache-2.0
#include "widgets/window_size.hpp"

#include <QScreen>
#include <QSettings>
#include <QStyle>
#include <QWidget>

namespace bes::wizard {
namespace {

const QString key = QStringLiteral("window/size");

/// What a window may take of the screen with the frame that the window manager draws around it.
QSize room(const QWidget& window) {
    const int titleBar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return window.screen()->availableSize() - QSize(0, titleBar + 8);
}

} // namespace

void fitToScreen(QWidget& window, const QSize& smallest, const QSize& wished) {
    window.setMinimumSize(smallest.boundedTo(room(window)));
    window.resize(wished.boundedTo(room(window)));
}

void restoreSize(QWidget& window, const QSettings& settings) {
    const QSize size = settings.value(key).toSize();
    if (size.isValid())
        window.resize(size.boundedTo(room(window)));
}

void rememberSize(const QWidget& window, QSettings& settings) {
    if (!window.isMaximized() && !window.isFullScreen())
        settings.setValue(key, window.size());
}

} // namespace bes::wizard
