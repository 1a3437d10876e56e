// SPDX-License-Identifier: Apache-2.0
#include "models/page_state.hpp"

#include "models/obstacles.hpp"

#include <algorithm>

namespace bes::wizard {
namespace {

PageState ofRun(PageId page, const Session& session) {
    if (!session.runEnd() || session.state().seen) // what was looked at since is for another run
        return PageState::toDo;
    if (session.runReport().severity == Severity::blocker)
        return page == PageId::progress ? PageState::failed : PageState::attention;
    return PageState::done;
}

/// A look for the first steps finds much missing that is only asked later.
bool hasBlocker(PageId page, const WizardState& state) {
    return state.seen && !outdated(PageId::components, state) &&
           std::ranges::any_of(state.seen->inspection.findings, [&](const Finding& finding) {
               return finding.severity == Severity::blocker && stepThatMends(finding, state) == page;
           });
}

} // namespace

PageState pageState(PageId page, const Session& session, bool visited) {
    if (page >= PageId::progress)
        return ofRun(page, session);
    if (session.runEnd() && !session.state().seen) // its answers led to the run that has ended
        return PageState::done;
    if (!visited)
        return PageState::toDo;
    if (outdated(page, session.state())) // what was seen is about less than this step
        return page == PageId::review ? PageState::toDo : PageState::done;
    const bool mended = obstacle(page, session.state()).empty() && !hasBlocker(page, session.state());
    return mended ? PageState::done : PageState::attention;
}

} // namespace bes::wizard
