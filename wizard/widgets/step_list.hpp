// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "models/page_state.hpp"

namespace bes::wizard {

/// The steps at the side of the window: how far each is, and where the person is.
class StepList final : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString title;
        PageState state = PageState::toDo;
        bool open = false; ///< it can be gone to by a click
    };

    explicit StepList(QWidget* parent = nullptr);

    void show(std::vector<Entry> entries, int current);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click on a step that is open.
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int margin() const;
    [[nodiscard]] int lineHeight(int height) const;
    [[nodiscard]] QSize sizeOf(int lineHeight) const;
    /// -1: no step that is open is there.
    [[nodiscard]] int openAt(const QPoint& place) const;
    void paintStep(QPainter& painter, const QRect& place, int step) const;

    std::vector<Entry> entries_;
    int current_ = 0;
};

} // namespace bes::wizard
