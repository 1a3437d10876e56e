// SPDX-License-Identifier: Apache-2.0
#include "widgets/signs.hpp"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace bes::wizard {
namespace {

class SignEngine final : public QIconEngine {
public:
    SignEngine(QString name, Tone tone) : name_(std::move(name)), tone_(tone) {}

    void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State /*state*/) override {
        const QPalette palette = QGuiApplication::palette();
        paintSign(*painter, place, name_,
                  mode == QIcon::Selected   ? palette.color(QPalette::HighlightedText)
                  : mode == QIcon::Disabled ? colourOf(Tone::quiet, palette)
                                            : colourOf(tone_, palette));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new SignEngine(*this); }

private:
    QString name_;
    Tone tone_;
};

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

} // namespace

QColor mixed(const QColor& colour, const QColor& with, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(colour.red(), with.red()), mix(colour.green(), with.green()),
            mix(colour.blue(), with.blue())};
}

QColor colourOf(Tone tone, const QPalette& palette) {
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::text:
        break;
    case Tone::quiet:
        return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.4);
    case Tone::highlight:
        return dark ? palette.color(QPalette::Highlight).lighter(140) : palette.color(QPalette::Highlight);
    case Tone::good:
        return QColor::fromHsl(135, 150, dark ? 140 : 75);
    case Tone::warning:
        return QColor::fromHsl(38, 220, dark ? 140 : 85);
    case Tone::bad:
        return QColor::fromHsl(4, 180, dark ? 165 : 95);
    }
    return palette.color(QPalette::Text);
}

void paintSign(QPainter& painter, const QRectF& place, const QString& name, const QColor& colour) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QSvgRenderer drawing(file.readAll().replace("currentColor", colour.name().toLatin1()));
    drawing.render(&painter, place);
}

QIcon signIcon(const QString& name, Tone tone) {
    return QIcon(new SignEngine(name, tone));
}

Tone toneOf(Severity severity) {
    switch (severity) {
    case Severity::blocker:
        return Tone::bad;
    case Severity::warning:
        return Tone::warning;
    case Severity::information:
        return Tone::highlight;
    case Severity::passed:
        break;
    }
    return Tone::good;
}

QString signOf(Severity severity) {
    switch (severity) {
    case Severity::blocker:
        return QStringLiteral("blocker");
    case Severity::warning:
        return QStringLiteral("warning");
    case Severity::information:
        return QStringLiteral("information");
    case Severity::passed:
        break;
    }
    return QStringLiteral("passed");
}

QIcon severityIcon(Severity severity) {
    return signIcon(signOf(severity), toneOf(severity));
}

} // namespace bes::wizard
