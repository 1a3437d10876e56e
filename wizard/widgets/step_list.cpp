#include "widgets/step_list.hpp"

#include <algorithm>

#include <QPainter>

namespace bes::wizard {

StepList::StepList(const QStringList& titles, QWidget* parent) : QWidget(parent), titles_(titles) {
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCurrent(0);
}

void StepList::setCurrent(int step) {
    current_ = step;
    setAccessibleDescription(
        tr("Step %1 of %2: %3").arg(step + 1).arg(titles_.size()).arg(titles_.value(step)));
    update();
}

int StepList::lineHeight() const {
    return QFontMetrics(font()).height() * 9 / 5;
}

QSize StepList::sizeHint() const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 0;
    for (const QString& title : titles_)
        width = std::max(width, metrics.horizontalAdvance(title));
    return {width + 2 * lineHeight(), static_cast<int>(titles_.size() + 1) * lineHeight()};
}

void StepList::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    const int height = lineHeight();
    for (int step = 0; step < titles_.size(); ++step) {
        const QRect line(0, height / 2 + step * height, width(), height);
        QFont used = font();
        used.setBold(step == current_);
        painter.setFont(used);
        painter.setPen(palette().color(step > current_ ? QPalette::PlaceholderText : QPalette::Text));
        painter.drawText(line.adjusted(height * 5 / 4, 0, 0, 0), Qt::AlignVCenter, titles_[step]);
        const double size = height * 0.4;
        const QPointF centre(height * 0.7, line.center().y() + 0.5);
        paintSign(painter, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), step);
    }
}

/// A check mark behind, a filled disc here, a ring ahead.
void StepList::paintSign(QPainter& painter, const QRectF& place, int step) const {
    const QColor colour =
        step > current_ ? palette().color(QPalette::PlaceholderText) : palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, place.width() / 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(step == current_ ? QBrush(colour) : QBrush(Qt::NoBrush));
    if (step >= current_)
        return painter.drawEllipse(place);
    const QPointF points[] = {{place.left(), place.center().y()},
                              {place.left() + place.width() * 0.35, place.bottom() - place.height() * 0.1},
                              {place.right(), place.top() + place.height() * 0.1}};
    painter.drawPolyline(points, 3);
}

} // namespace bes::wizard
