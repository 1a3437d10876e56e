// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>

#include "model/finding.hpp"

class QPainter;

namespace bes::wizard {

/// What a colour says. The colour itself comes from the palette, so that it reads on light and on dark.
enum class Tone {
    text,
    quiet, ///< ahead, of less weight
    highlight,
    good,
    warning,
    bad,
};
[[nodiscard]] QColor colourOf(Tone tone, const QPalette& palette);
/// `share` of the one colour in the other, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& colour, const QColor& with, double share);

/// One of the program's own drawings (resources/icons) in that colour.
void paintSign(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour);
/// The same as an icon, which follows the palette of the application while it is shown.
[[nodiscard]] QIcon signIcon(const QString& name, Tone tone);

[[nodiscard]] Tone toneOf(Severity severity);
[[nodiscard]] QString signOf(Severity severity);
[[nodiscard]] QIcon severityIcon(Severity severity);

} // namespace bes::wizard
