// SPDX-License-Identifier: Apache-2.0
#include "pages/page.hpp"

#include <QScrollBar>

namespace bes::wizard {

Page::Page(PageId id, Session& session) : id_(id), session_(session) {
}

QWidget* Page::firstField() const {
    if (focusProxy() != nullptr)
        return focusProxy();
    for (QWidget* next = nextInFocusChain(); next != this; next = next->nextInFocusChain())
        if (isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && next->isEnabled() &&
            next->isVisibleTo(this))
            return next;
    return nullptr;
}

const Seen* Page::seen() const {
    return outdated(id_, state()) ? nullptr : state().seen.get();
}

void Page::change(const Request& request) {
    if (request == session_.request())
        return;
    session_.setRequest(request);
    session_.lookAnew();
}

void Page::change(const Maintenance& wanted) {
    session_.setMaintenance(wanted);
    session_.lookAnew();
}

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
