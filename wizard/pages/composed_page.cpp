// SPDX-License-Identifier: Apache-2.0
#include "pages/composed_page.hpp"

#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/texts.hpp"

namespace bes::wizard {

ComposedPage::ComposedPage(PageId id, Session& session, Page* first, int stretch)
    : Page(id, session), first_(first), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    take(first, stretch);
    setFocusProxy(first->focusProxy());
}

void ComposedPage::take(Page* part, int stretch) {
    layout_->addWidget(part, stretch);
    connect(part, &Page::wantsPage, this, &Page::wantsPage);
}

void ComposedPage::addStretch() {
    layout_->addStretch();
}

void ComposedPage::add(Page* part, int stretch, Shown shown) {
    auto* heading = paragraph(part->title());
    heading->setFont(boldOf(heading->font()));
    heading->setToolTip(part->introduction());
    layout_->addWidget(heading);
    take(part, stretch);
    parts_.push_back({part, heading, std::move(shown), {}});
}

void ComposedPage::addFolded(Page* part, const QString& name, const QString& object, Shown shown,
                             Shown needed) {
    auto* heading = new QToolButton;
    heading->setText(name);
    heading->setObjectName(object);
    heading->setAccessibleDescription(part->introduction());
    heading->setCheckable(true);
    heading->setAutoRaise(true);
    heading->setFocusPolicy(Qt::StrongFocus);
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading->setArrowType(Qt::RightArrow);
    layout_->addWidget(heading, 0, Qt::AlignLeft);
    take(part, 0);
    connect(heading, &QToolButton::toggled, this, [this, heading](bool open) {
        heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        refresh();
    });
    parts_.push_back({part, heading, std::move(shown), std::move(needed)});
}

void ComposedPage::refresh() {
    first_->refresh();
    for (const Part& part : parts_) {
        const bool shown = part.shown(state());
        auto* fold = qobject_cast<QToolButton*>(part.heading);
        if (fold != nullptr && shown && part.needed(state()))
            fold->setChecked(true);
        part.heading->setVisible(shown);
        part.page->setVisible(shown && (fold == nullptr || fold->isChecked()));
        if (shown)
            part.page->refresh();
    }
}

} // namespace bes::wizard
