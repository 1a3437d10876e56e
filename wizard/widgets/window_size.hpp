// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>

class QSettings;
class QWidget;

namespace bes::wizard {

/// Makes the window as large as it would like to be, but never larger than the screen has room for; its
/// smallest size too.
void fitToScreen(QWidget& window, const QSize& smallest, const QSize& wished);

/// The size that the window had when it was closed last, as far as the screen has room for it.
void restoreSize(QWidget& window, const QSettings& settings);
void rememberSize(const QWidget& window, QSettings& settings);

} // namespace bes::wizard
