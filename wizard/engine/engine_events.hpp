// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/domino_look.hpp"
#include "model/failure.hpp"
#include "model/finding.hpp"

namespace bes::wizard {

// What the engine tells, one event in each line of its output.

struct RunStarted {
    std::size_t steps = 0;
    std::uint64_t weight = 0;
};
struct StepStarted {
    std::size_t index = 0;
    std::string title;
};
struct WeightDone {
    std::uint64_t done = 0;
};
struct StepFinished {
    std::size_t index = 0;
};
struct UndoStarted {
    std::string reason;
};
struct StepUndone {
    std::string title;
};
struct Note {
    std::string text;
};
struct DominoAsked {
    std::shared_ptr<const DominoLook> look;
};
/// The last event of every run.
struct RunResult {
    std::string outcome; ///< "installed", "nothing-to-do", "blocked", "failed", "undone", "finished", …
    int exitCode = 0;
    std::string log; ///< path; empty where there is none
    std::optional<Failure> failure;
    std::vector<Finding> findings;
    std::vector<std::string> stays = {};  ///< of a removal: what is left, a line each
    std::vector<Failure> notStarted = {}; ///< services that did not start, and what is installed was kept
};

using EngineEvent = std::variant<RunStarted, StepStarted, WeightDone, StepFinished, UndoStarted, StepUndone,
                                 Note, DominoAsked, RunResult>;

/// Empty for a line that tells nothing to a person, or that a newer engine has written.
[[nodiscard]] std::optional<EngineEvent> parseEngineEvent(std::string_view line);

} // namespace bes::wizard
