// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace bes::wizard {

/// Holds a page and scrolls it where the window is too small for it, so that nothing is ever cut.
class PageScroll final : public QScrollArea {
    Q_OBJECT
public:
    explicit PageScroll(QWidget* page);

    /// The window may be as small as its own smallest size.
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }
};

} // namespace bes::wizard
