// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pages/page.hpp"

namespace bes::wizard {

// One function for each page and each part of one; the parent takes what they make.

[[nodiscard]] Page* makeWelcomePage(Session& session);
[[nodiscard]] Page* makeMediaPage(Session& session);
[[nodiscard]] Page* makeLicensePage(Session& session);
[[nodiscard]] Page* makeDatabasePage(Session& session);
[[nodiscard]] Page* makePrimaryPage(Session& session);
[[nodiscard]] Page* makeSrpPage(Session& session);
[[nodiscard]] Page* makeComponentsPage(Session& session);
[[nodiscard]] Page* makeFoldersPage(Session& session);
[[nodiscard]] Page* makeDominoPage(Session& session);
[[nodiscard]] Page* makeChecksPage(Session& session);
[[nodiscard]] Page* makeSummaryPage(Session& session);
[[nodiscard]] Page* makeProgressPage(Session& session);
[[nodiscard]] Page* makeResultPage(Session& session);

/// A step: what the list at the side calls it, and what makes its page.
struct StepMaker {
    PageId id;
    QString title;
    Page* (*make)(Session& session);
};
/// All steps, in the order of PageId.
[[nodiscard]] std::vector<StepMaker> stepMakers();
/// What the list at the side calls a step.
[[nodiscard]] QString stepTitle(PageId step);

/// The section of the handbook about a step: its title in English, in which the handbook is written.
[[nodiscard]] QString handbookSection(PageId step);

} // namespace bes::wizard
