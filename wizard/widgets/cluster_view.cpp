// SPDX-License-Identifier: Apache-2.0
#include "widgets/cluster_view.hpp"

#include <algorithm>

#include <QPainter>

#include "widgets/signs.hpp"
#include "widgets/texts.hpp"

namespace bes::wizard {
namespace {

constexpr int lines = 3; ///< name, whose server, state

int gap(const QFontMetrics& metrics) {
    return metrics.height() / 2;
}

} // namespace

ClusterView::ClusterView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Domino cluster"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ClusterView::show(const ClusterPicture& picture) {
    picture_ = picture;
    setAccessibleDescription(qt(picture_.inWords()));
    updateGeometry();
    update();
}

QSize ClusterView::box() const {
    const QFontMetrics metrics(font());
    int width = metrics.horizontalAdvance(tr("server of the primary"));
    for (const ClusterMember& member : picture_.members) {
        width =
            std::max(width, metrics.height() + gap(metrics) + metrics.horizontalAdvance(qt(member.state)));
        width = std::max(width, QFontMetrics(boldOf(font())).horizontalAdvance(qt(member.name)));
    }
    return {width + 2 * gap(metrics), lines * metrics.height() + 2 * gap(metrics)};
}

int ClusterView::perRow(int width) const {
    const int space = gap(QFontMetrics(font()));
    return std::max(1, (width + space) / (box().width() + space));
}

QSize ClusterView::sizeHint() const {
    return {box().width(), heightForWidth(std::max(width(), box().width()))};
}

int ClusterView::heightForWidth(int width) const {
    const int members = static_cast<int>(picture_.members.size());
    const int rows = (members + perRow(width) - 1) / perRow(width);
    return rows * box().height() + std::max(0, rows - 1) * gap(QFontMetrics(font()));
}

void ClusterView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize size = box();
    const int space = gap(QFontMetrics(font()));
    const int columns = perRow(width());
    for (int i = 0; i < static_cast<int>(picture_.members.size()); ++i) {
        const QPoint corner((i % columns) * (size.width() + space), (i / columns) * (size.height() + space));
        paintMember(painter, QRect(corner, size), picture_.members[static_cast<std::size_t>(i)]);
    }
}

void ClusterView::paintMember(QPainter& painter, const QRect& place, const ClusterMember& member) const {
    const bool marked = member.primary || member.standby;
    painter.setPen(QPen(palette().color(marked ? QPalette::Highlight : QPalette::Mid), marked ? 2 : 1));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 5, 5);

    const QFontMetrics metrics(font());
    QRect line = place.adjusted(gap(metrics), gap(metrics), -gap(metrics), 0);
    line.setHeight(metrics.height());
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(boldOf(font()));
    painter.drawText(line, Qt::AlignHCenter, qt(member.name));
    painter.setFont(font());
    line.translate(0, metrics.height());
    const QString whose = member.primary   ? tr("server of the primary")
                          : member.standby ? tr("this computer")
                                           : tr("cluster mate");
    painter.drawText(line, Qt::AlignHCenter, whose);
    line.translate(0, metrics.height());
    paintState(painter, line, member);
}

void ClusterView::paintState(QPainter& painter, const QRect& line, const ClusterMember& member) const {
    const QFontMetrics metrics(font());
    const QString state = qt(member.state);
    if (state.isEmpty())
        return;
    const Severity severity = member.available ? Severity::passed : Severity::warning;
    const int size = metrics.height();
    const int width = size + gap(metrics) / 2 + metrics.horizontalAdvance(state);
    const QRect place(line.center().x() - width / 2, line.top(), size, size);
    paintSign(painter, place, signOf(severity), colourOf(toneOf(severity), palette()));
    painter.drawText(line.adjusted(place.right() + gap(metrics) / 2 - line.left(), 0, 0, 0), Qt::AlignLeft,
                     state);
}

} // namespace bes::wizard
