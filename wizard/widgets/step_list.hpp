#pragma once

#include <QWidget>

namespace bes::wizard {

/// The pages at the side of the window, with what is behind, where the person is, and what is ahead.
class StepList final : public QWidget {
    Q_OBJECT
public:
    explicit StepList(const QStringList& titles, QWidget* parent = nullptr);

    void setCurrent(int step);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int lineHeight() const;
    void paintSign(QPainter& painter, const QRectF& place, int step) const;

    QStringList titles_;
    int current_ = 0;
};

} // namespace bes::wizard
