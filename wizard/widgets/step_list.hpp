#pragma once

#include <QWidget>

namespace bes::wizard {

/// The pages at the side of the window, with what is behind, where the person is, and what is ahead.
class StepList final : public QWidget {
    Q_OBJECT
public:
    explicit StepList(const QStringList& titles, QWidget* parent = nullptr);

    void setTitles(const QStringList& titles);
    void setCurrent(int step);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int margin() const;
    [[nodiscard]] int lineHeight(int height) const;
    [[nodiscard]] QSize sizeOf(int lineHeight) const;
    void paintStep(QPainter& painter, const QRect& place, int step) const;

    QStringList titles_;
    int current_ = 0;
};

} // namespace bes::wizard
