// SPDX-License-Identifier: Apache-2.0
#include "widgets/texts.hpp"

#include <algorithm>

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "models/fields_of_answers.hpp"

namespace bes::wizard {

QLabel* paragraph(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton* button(const QString& text, const QString& name) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

QString timeText(const std::string& utc) {
    const QDateTime time = QDateTime::fromString(qt(utc), Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : qt(utc);
}

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

Notice::Notice(QWidget* parent) : QWidget(parent), title_(paragraph()), text_(paragraph()) {
    title_->setFont(boldOf(title_->font()));
    auto* layout = new QVBoxLayout(this);
    const int space = fontMetrics().height() / 2;
    layout->setContentsMargins(2 * space + signSize(), space, 2 * space, space);
    layout->setSpacing(space / 3);
    layout->addWidget(title_);
    layout->addWidget(text_);
    clear();
}

int Notice::signSize() const {
    return fontMetrics().height() * 6 / 5;
}

void Notice::say(Severity severity, const QString& text) {
    say(severity, {}, text);
}

void Notice::say(Severity severity, const QString& title, const QString& text) {
    severity_ = severity;
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
    text_->setText(text);
    text_->setVisible(!text.isEmpty());
    setVisible(!title.isEmpty() || !text.isEmpty());
    update();
}

void Notice::clear() {
    say(severity_, {});
}

void Notice::sayWorst(const std::vector<Finding>& findings) {
    const auto worst = std::ranges::max_element(findings, {}, &Finding::severity);
    if (worst == findings.end() || worst->severity == Severity::passed)
        return clear();
    QString text = qt(worst->evidence);
    if (!worst->remedy.empty())
        text += QStringLiteral("\n") + qt(shownRemedy(*worst));
    say(worst->severity, qt(worst->title), text);
}

void Notice::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colourOf(toneOf(severity_), palette());
    const QColor base = palette().color(QPalette::Base);
    painter.setPen(mixed(base, colour, 0.45));
    painter.setBrush(mixed(base, colour, 0.1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const double space = fontMetrics().height() / 2.0;
    paintSign(painter, QRectF(space, space, signSize(), signSize()), signOf(severity_), colour);
}

} // namespace bes::wizard
