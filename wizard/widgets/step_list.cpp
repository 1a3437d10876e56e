#include "widgets/step_list.hpp"

#include <algorithm>

#include <QPainter>

#include "widgets/signs.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {

StepList::StepList(const QStringList& titles, QWidget* parent) : QWidget(parent), titles_(titles) {
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCurrent(0);
}

void StepList::setTitles(const QStringList& titles) {
    titles_ = titles;
    updateGeometry();
    update();
}

void StepList::setCurrent(int step) {
    current_ = step;
    setAccessibleDescription(
        tr("Step %1 of %2: %3").arg(step + 1).arg(titles_.size()).arg(titles_.value(step)));
    update();
}

int StepList::margin() const {
    return fontMetrics().height() / 2;
}

/// As airy as the height allows.
int StepList::lineHeight(int height) const {
    const int letters = fontMetrics().height();
    const int lines = std::max<int>(1, static_cast<int>(titles_.size()));
    return std::clamp((height - 4 * margin()) / lines, letters * 6 / 5, letters * 19 / 10);
}

QSize StepList::sizeOf(int lineHeight) const {
    const QFontMetrics metrics(boldOf(font()));
    int width = 0;
    for (const QString& title : titles_)
        width = std::max(width, metrics.horizontalAdvance(title));
    return {width + metrics.height() * 2 + 4 * margin(),
            static_cast<int>(titles_.size()) * lineHeight + 4 * margin()};
}

QSize StepList::sizeHint() const {
    return sizeOf(fontMetrics().height() * 19 / 10);
}

QSize StepList::minimumSizeHint() const {
    return sizeOf(fontMetrics().height() * 6 / 5);
}

void StepList::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(isRightToLeft() ? QRect(0, 0, 1, height()) : QRect(width() - 1, 0, 1, height()),
                     mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.15));
    const int line = lineHeight(height());
    for (int step = 0; step < titles_.size(); ++step)
        paintStep(painter, QRect(margin(), 2 * margin() + step * line, width() - 2 * margin() - 1, line),
                  step);
}

void StepList::paintStep(QPainter& painter, const QRect& place, int step) const {
    const QPalette& colours = palette();
    const Tone tone = step < current_ ? Tone::good : step == current_ ? Tone::highlight : Tone::quiet;
    if (step == current_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.color(QPalette::Base), colourOf(Tone::highlight, colours), 0.16));
        painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 4, 4);
    }
    const double size = fontMetrics().height();
    const QRectF sign(place.left() + margin(), place.center().y() + 0.5 - size / 2, size, size);
    paintSign(painter, sign,
              step < current_    ? QStringLiteral("step-done")
              : step == current_ ? QStringLiteral("step-current")
                                 : QStringLiteral("step-waiting"),
              colourOf(tone, colours));
    painter.setFont(step == current_ ? boldOf(font()) : font());
    painter.setPen(colourOf(step > current_ ? Tone::quiet : Tone::text, colours));
    painter.drawText(place.adjusted(static_cast<int>(size) + 2 * margin(), 0, 0, 0), Qt::AlignVCenter,
                     titles_[step]);
}

} // namespace bes::wizard
