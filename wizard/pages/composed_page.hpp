// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "pages/page.hpp"

class QLabel;
class QVBoxLayout;

namespace bes::wizard {

/// A step that is made of parts, each a page of its own: one below the other, with headings between them.
class ComposedPage final : public Page {
    Q_OBJECT
public:
    using Shown = std::function<bool(const WizardState&)>;

    /// The step's title and introduction are those that `first` has.
    ComposedPage(PageId id, Session& session, Page* first, int stretch = 0);

    /// A part below its own title. Shown where `shown` says so.
    void add(Page* part, int stretch, Shown shown);
    /// A part that most people have no need of: its title is a button that unfolds it. Unfolds itself where
    /// `needed` says that there is something to mend.
    void addFolded(Page* part, const QString& name, const QString& object, Shown shown, Shown needed);

    [[nodiscard]] QString title() const override { return first_->title(); }
    [[nodiscard]] QString introduction() const override { return first_->introduction(); }
    void refresh() override;
    /// What is left of the height when no part wants it.
    void addStretch();

private:
    struct Part {
        Page* page;
        QWidget* heading;
        Shown shown;
        Shown needed; ///< empty: it can't be folded
    };
    void take(Page* part, int stretch);

    Page* first_;
    QVBoxLayout* layout_;
    std::vector<Part> parts_;
};

} // namespace bes::wizard
