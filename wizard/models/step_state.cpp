// SPDX-License-Identifier: Apache-2.0
#include "models/step_state.hpp"

#include "models/obstacles.hpp"

#include <algorithm>

namespace bes::wizard {
namespace {

StepState ofRun(PageId page, const Session& session) {
    if (!session.runEnd() || session.state().seen) // what was looked at since is for another run
        return StepState::toDo;
    if (session.runReport().severity == Severity::blocker)
        return page == PageId::progress ? StepState::failed : StepState::attention;
    return StepState::done;
}

/// A look for the first steps finds much missing that is only asked later.
bool hasBlocker(PageId page, const WizardState& state) {
    return state.seen && !outdated(PageId::components, state) &&
           std::ranges::any_of(state.seen->inspection.findings, [&](const Finding& finding) {
               return finding.severity == Severity::blocker && stepThatMends(finding, state) == page;
           });
}

} // namespace

StepState stepState(PageId page, const Session& session, bool visited) {
    if (page >= PageId::progress)
        return ofRun(page, session);
    if (session.runEnd() && !session.state().seen) // its answers led to the run that has ended
        return StepState::done;
    if (!visited)
        return StepState::toDo;
    if (outdated(page, session.state())) // what was seen is about less than this step
        return page == PageId::review ? StepState::toDo : StepState::done;
    const bool mended = obstacle(page, session.state()).empty() && !hasBlocker(page, session.state());
    return mended ? StepState::done : StepState::attention;
}

} // namespace bes::wizard
