// SPDX-License-Identifier: Apache-2.0
#include "widgets/step_list.hpp"

#include <algorithm>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/signs.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

struct Look {
    const char* sign;
    Tone tone;
};

Look lookOf(PageState state) {
    switch (state) {
    case PageState::done:
        return {"step-done", Tone::good};
    case PageState::attention:
        return {"warning", Tone::warning};
    case PageState::failed:
        return {"step-failed", Tone::bad};
    case PageState::toDo:
        break;
    }
    return {"step-waiting", Tone::quiet};
}

} // namespace

StepList::StepList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void StepList::show(std::vector<Entry> entries, int current) {
    entries_ = std::move(entries);
    current_ = current;
    const auto step = static_cast<std::size_t>(current);
    setAccessibleDescription(
        tr("Step %1 of %2: %3").arg(current + 1).arg(entries_.size()).arg(entries_.at(step).title));
    updateGeometry();
    update();
}

int StepList::margin() const {
    return fontMetrics().height() / 2;
}

/// As airy as the height allows.
int StepList::lineHeight(int height) const {
    const int letters = fontMetrics().height();
    const int lines = std::max(1, static_cast<int>(entries_.size()));
    return std::clamp((height - 4 * margin()) / lines, letters * 6 / 5, letters * 19 / 10);
}

QSize StepList::sizeOf(int lineHeight) const {
    const QFontMetrics metrics(boldOf(font()));
    int width = 0;
    for (const Entry& entry : entries_)
        width = std::max(width, metrics.horizontalAdvance(entry.title));
    return {width + metrics.height() * 2 + 4 * margin(),
            static_cast<int>(entries_.size()) * lineHeight + 4 * margin()};
}

QSize StepList::sizeHint() const {
    return sizeOf(fontMetrics().height() * 19 / 10);
}

QSize StepList::minimumSizeHint() const {
    return sizeOf(fontMetrics().height() * 6 / 5);
}

int StepList::openAt(const QPoint& place) const {
    const int line = lineHeight(height());
    const int step = (place.y() - 2 * margin()) / line;
    const bool isOpen = place.y() >= 2 * margin() && step < static_cast<int>(entries_.size()) &&
                        entries_[static_cast<std::size_t>(step)].open && step != current_;
    return isOpen ? step : -1;
}

void StepList::mouseMoveEvent(QMouseEvent* event) {
    if (openAt(event->pos()) >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void StepList::mouseReleaseEvent(QMouseEvent* event) {
    if (const int step = openAt(event->pos()); step >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT chosen(step);
}

bool StepList::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int step = openAt(help->pos()); step >= 0)
        QToolTip::showText(help->globalPos(),
                           tr("Go to %1").arg(entries_[static_cast<std::size_t>(step)].title), this);
    else
        QToolTip::hideText();
    return true;
}

void StepList::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    painter.fillRect(isRightToLeft() ? QRect(0, 0, 1, height()) : QRect(width() - 1, 0, 1, height()),
                     mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.15));
    const int line = lineHeight(height());
    for (int step = 0; step < static_cast<int>(entries_.size()); ++step)
        paintStep(painter, QRect(margin(), 2 * margin() + step * line, width() - 2 * margin() - 1, line),
                  step);
}

void StepList::paintStep(QPainter& painter, const QRect& place, int step) const {
    const QPalette& colours = palette();
    const Entry& entry = entries_[static_cast<std::size_t>(step)];
    const bool here = step == current_;
    if (here) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.color(QPalette::Base), colourOf(Tone::highlight, colours), 0.16));
        painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 4, 4);
    }
    const bool plain = entry.state == PageState::toDo || entry.state == PageState::done;
    const Look look = here && plain ? Look{"step-current", Tone::highlight} : lookOf(entry.state);
    const double size = fontMetrics().height();
    const QRectF sign(place.left() + margin(), place.center().y() + 0.5 - size / 2, size, size);
    paintSign(painter, sign, QString::fromLatin1(look.sign), colourOf(look.tone, colours));
    painter.setFont(here ? boldOf(font()) : font());
    const bool quiet = !here && entry.state == PageState::toDo;
    painter.setPen(colourOf(quiet ? Tone::quiet : Tone::text, colours));
    painter.drawText(place.adjusted(static_cast<int>(size) + 2 * margin(), 0, 0, 0), Qt::AlignVCenter,
                     entry.title);
}

} // namespace bes::wizard
