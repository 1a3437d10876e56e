#pragma once

#include "pages/page.hpp"

namespace bes::wizard {

// One function for each page; the parent takes what they make.

[[nodiscard]] Page* makeWelcomePage(Session& session);
[[nodiscard]] Page* makeMediaPage(Session& session);
[[nodiscard]] Page* makeLicensePage(Session& session);
[[nodiscard]] Page* makeDatabasePage(Session& session);
[[nodiscard]] Page* makePrimaryPage(Session& session);
[[nodiscard]] Page* makeSrpPage(Session& session);
[[nodiscard]] Page* makeComponentsPage(Session& session);
[[nodiscard]] Page* makeDominoPage(Session& session);
[[nodiscard]] Page* makeFoldersPage(Session& session);
[[nodiscard]] Page* makeChecksPage(Session& session);
[[nodiscard]] Page* makeSummaryPage(Session& session);
[[nodiscard]] Page* makeProgressPage(Session& session);
[[nodiscard]] Page* makeFinishPage(Session& session);

} // namespace bes::wizard
