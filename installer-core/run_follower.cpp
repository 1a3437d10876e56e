// SPDX-License-Identifier: Apache-2.0
#include "run_follower.hpp"

#include <algorithm>

#include "journal/journal.hpp"
#include "journal/run_under_way.hpp"
#include "model/try.hpp"
#include "runs.hpp"

namespace bes {

using journal::Journal;
using journal::StepState;
using State = FollowedRun::State;

bool FollowedRun::underWay() const {
    return state == State::checking || state == State::steps || state == State::hidden;
}

std::size_t FollowedRun::stepsDone() const {
    return static_cast<std::size_t>(
        std::ranges::count(steps, StepState::done, &journal::RecordedStep::state));
}

std::optional<std::size_t> FollowedRun::stepInProgress() const {
    const auto begun = std::ranges::find(steps, StepState::begun, &journal::RecordedStep::state);
    return begun == steps.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(begun - steps.begin()));
}

Result<FollowedRun> RunFollower::look() {
    if (now_.state == State::over || now_.state == State::unseen)
        return now_;
    // the lock before the journal: a run that ends between the two is over and not interrupted
    const auto holder = journal::runUnderWay(root_);
    if (holder)
        now_.holder = holder;
    auto looked = lookIntoJournal(holder);
    if (!looked && !holder) // what the run writes just now can be read the next time
        return fail(causeOf(std::move(looked.error()), root_));
    if (now_.run)
        return now_;
    if (holder)
        now_.state = now_.whyHidden ? State::hidden : State::checking;
    else if (now_.whyHidden && now_.holder)
        now_.state = State::unseen;
    else
        now_.state = State::nothing;
    return now_;
}

Result<void> RunFollower::lookIntoJournal(const Holder& holder) {
    auto opened = Journal::openExisting(root_);
    if (!opened)
        return mayNotLook(opened.error()) ? hide(opened.error()) : fail(std::move(opened.error()));
    now_.whyHidden.reset();
    if (!*opened) {
        newestBefore_ = "";
        return {};
    }
    if (!now_.run)
        TRY(findRun(**opened, holder));
    return now_.run ? readSteps(**opened, holder) : Result<void>();
}

/// In an image nobody but an administrator sees whether a run is under way at all.
Result<void> RunFollower::hide(const Failure& why) {
    if (!root_.isRunningSystem())
        return fail(why);
    now_.whyHidden = why;
    return {};
}

/// The newest run, where it is under way or was begun since the first look.
Result<void> RunFollower::findRun(Journal& journal, const Holder& holder) {
    TRY_ASSIGN(const auto newest, journal.newestRun());
    const std::string id = newest.value_or("");
    const bool isNew = newestBefore_ && *newestBefore_ != id;
    if (!newestBefore_)
        newestBefore_ = id;
    if (id.empty())
        return {};
    TRY_ASSIGN(auto record, journal.recordOf(id));
    PastRun run = pastRun(std::move(record), holder);
    if (run.ending != Ending::underWay && !isNew)
        return {};
    TRY_ASSIGN(auto plan, journal.planOf(id));
    now_.plan = std::make_shared<const Plan>(std::move(plan));
    now_.run = std::move(run);
    return {};
}

Result<void> RunFollower::readSteps(Journal& journal, const Holder& holder) {
    TRY_ASSIGN(auto record, journal.recordOf(now_.run->record.id));
    TRY_ASSIGN(auto steps, journal.stepsOf(record.id));
    finishSteps(steps, *now_.plan, record.state);
    now_.steps = std::move(steps);
    now_.run = pastRun(std::move(record), holder);
    now_.state = now_.run->ending == Ending::underWay ? State::steps : State::over;
    return {};
}

} // namespace bes
