// SPDX-License-Identifier: Apache-2.0
#include "widgets/page_scroll.hpp"

#include <QScrollBar>

namespace bes::wizard {

PageScroll::PageScroll(QWidget* page) {
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    // Who uses the keyboard can come here where there is something to scroll, and only then.
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int most) { setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus); });
}

} // namespace bes::wizard
