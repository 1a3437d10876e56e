// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "apply/run.hpp"
#include "host/root.hpp"
#include "model/plan.hpp"

namespace bes::apply {

/// What the run made that stays: told by the effects in its journal, beside what was made before it.
[[nodiscard]] Result<Made> madeBy(Run& run);
/// What is kept of others after it: what was kept before, and what this run moved away.
[[nodiscard]] Result<std::vector<KeptThing>> keptBy(Run& run);

/// The file that the step makes at that path is what stands there, or nothing does: what others put there
/// meanwhile is not setup's to remove.
[[nodiscard]] bool isAsMade(const Step& step, const std::filesystem::path& path, const host::Root& root);

/// Where a run moves things of others away. An undo that could not be noted brings them back, and the next
/// one, which takes everything back once more, must not take them for what setup made.
class OthersAgain {
public:
    [[nodiscard]] static Result<OthersAgain> of(Run& run);

    /// At that path, or above it, stands what others had there before the run.
    [[nodiscard]] Result<bool> at(const std::filesystem::path& path) const;

private:
    explicit OthersAgain(const host::Root& root) : root_(root) {}

    host::Root root_;
    std::vector<journal::Effect> moved_;
};

} // namespace bes::apply
