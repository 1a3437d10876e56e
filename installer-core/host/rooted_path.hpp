// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "host/root.hpp"

namespace bes::host {

/// A path that a person named may stand outside the root: then it counts as it is.
struct RootedPath {
    Root root;
    std::filesystem::path inside; ///< from the root
};
[[nodiscard]] RootedPath rootedPathOf(const Root& root, const std::filesystem::path& named);

} // namespace bes::host
