// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QScrollArea>
#include <QWidget>

#include "models/session.hpp"

namespace bes::wizard {

/// A page only shows the session's state and hands on what the person does. What stands in the way of going
/// on is said by obstacle() of the state, not here.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(PageId id, Session& session);

    [[nodiscard]] PageId id() const { return id_; }
    [[nodiscard]] virtual QString title() const = 0;
    /// What the page is about, one or two sentences.
    [[nodiscard]] virtual QString introduction() const = 0;
    /// Shows the state as it is now. Called when the page is entered and whenever something changed.
    virtual void refresh() = 0;
    /// What Enter presses instead of Next: the recommended way on; null: that is Next.
    [[nodiscard]] virtual QPushButton* recommended() const { return nullptr; }
    /// What the keyboard begins with; null where there is nothing for it.
    [[nodiscard]] QWidget* firstField() const;

Q_SIGNALS:
    void wantsPage(bes::wizard::PageId page);

protected:
    [[nodiscard]] Session& session() const { return session_; }
    [[nodiscard]] const WizardState& state() const { return session_.state(); }
    /// Null while nothing was seen that still counts for this page.
    [[nodiscard]] const Seen* seen() const;
    /// Changes the request and looks anew where that needs it.
    void change(const Request& request);
    void change(const Maintenance& wanted);

private:
    PageId id_;
    Session& session_;
};

/// Holds a page and scrolls it where the window is too small for it, so that nothing is ever cut.
class PageScroll final : public QScrollArea {
    Q_OBJECT
public:
    explicit PageScroll(QWidget* page);

    /// The window may be as small as its own smallest size.
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }
};

} // namespace bes::wizard
