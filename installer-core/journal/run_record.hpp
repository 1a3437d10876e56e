// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/failure.hpp"
#include "model/finding.hpp"

namespace bes::journal {

// What the journal keeps of a run for people who look back at it. No undo and no later run depends on it.

/// Known when a run begins.
struct RunOrigin {
    std::string account; ///< of the person who started it
    std::vector<Finding> findings;

    bool operator==(const RunOrigin&) const = default;
};

enum class StepState { pending, begun, done, undone };

struct RecordedStep {
    std::string id;
    StepState state = StepState::pending;
    std::string beganAt; ///< UTC, ISO 8601; empty: never, or by a setup that did not note it
    std::string endedAt; ///< when it was done or undone

    bool operator==(const RecordedStep&) const = default;
};

enum class RunState {
    begun,     ///< it is under way or was interrupted; it can be rolled back
    committed, ///< it is under way or was interrupted; what is left will be finished
    ended,
    undone,
};

/// A run without its steps and its plan.
struct RecordedRun {
    std::string id;
    std::string command; ///< "install"
    RunState state = RunState::begun;
    std::string beganAt;                  ///< UTC, ISO 8601
    std::string endedAt;                  ///< empty: it has not, or by a setup that did not note it
    std::string account;                  ///< empty: not noted
    std::string setupVersion;             ///< empty: not noted
    std::optional<Failure> failure;       ///< why it was rolled back, or what did not start and was kept
    std::size_t stepsDone = 0, steps = 0; ///< done: not undone again

    bool operator==(const RecordedRun&) const = default;
};

} // namespace bes::journal
