// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "models/cluster_picture.hpp"

namespace bes::wizard {

/// Draws the members of a Domino cluster side by side, those of the pair marked.
class ClusterView final : public QWidget {
    Q_OBJECT
public:
    explicit ClusterView(QWidget* parent = nullptr);

    void show(const ClusterPicture& picture);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize box() const;
    [[nodiscard]] int perRow(int width) const;
    void paintMember(QPainter& painter, const QRect& place, const ClusterMember& member) const;
    void paintState(QPainter& painter, const QRect& line, const ClusterMember& member) const;

    ClusterPicture picture_;
};

} // namespace bes::wizard
