// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "apply/run.hpp"

namespace bes::apply {

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
