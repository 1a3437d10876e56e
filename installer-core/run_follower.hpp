// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "history.hpp"
#include "host/root.hpp"

namespace bes::journal {
class Journal;
}

/// A part of the façade: a run that another process does, as it goes on. It reads the journal and changes
/// nothing.
namespace bes {

struct FollowedRun {
    enum class State {
        nothing,  ///< no run is under way, and none was
        checking, ///< one is, and has not begun to change anything
        steps,    ///< one is: `run`, `plan` and `steps` are there
        hidden,   ///< one is: more than `holder` only an administrator may see
        over,     ///< it has ended: `run` says how
        unseen,   ///< it has ended: how, only an administrator may see
    };

    State state = State::nothing;
    std::optional<host::LockHolder> holder{}; ///< who does it; kept when it is over
    std::optional<PastRun> run{};
    std::shared_ptr<const Plan> plan{};
    std::vector<journal::RecordedStep> steps{};
    std::optional<Failure> whyHidden{};

    /// It goes on.
    [[nodiscard]] bool underWay() const;
    [[nodiscard]] std::size_t stepsDone() const;
    /// Position of the step that has begun and is not done; empty: none.
    [[nodiscard]] std::optional<std::size_t> stepInProgress() const;
};

/// Looks at one run again and again. The plan is read once, after that only the states of its steps.
class RunFollower {
public:
    explicit RunFollower(std::filesystem::path root) : root_(std::move(root)) {}

    /// How it is now; the same for ever once it is over. Failures as of Journal::openExisting; an ordinary
    /// account gets state.private where not even the holder can be seen, as in an image.
    [[nodiscard]] Result<FollowedRun> look();

private:
    using Holder = std::optional<host::LockHolder>;

    [[nodiscard]] Result<void> lookIntoJournal(const Holder& holder);
    [[nodiscard]] Result<void> findRun(journal::Journal& journal, const Holder& holder);
    [[nodiscard]] Result<void> readSteps(journal::Journal& journal, const Holder& holder);
    [[nodiscard]] Result<void> hide(const Failure& why);

    host::Root root_;
    std::optional<std::string> newestBefore_; ///< id of the newest run when it was first looked; or empty
    FollowedRun now_;
};

} // namespace bes
