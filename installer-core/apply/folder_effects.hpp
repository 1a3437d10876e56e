// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "apply/run.hpp"

namespace bes::apply {

/// Effects for making a folder with the parents that are missing, outermost first. With `content`, undo
/// removes the innermost one with all that is in it.
[[nodiscard]] Result<std::vector<journal::Effect>>
newFolders(const host::Root& root, const std::filesystem::path& folder, bool content = false);

/// Makes the folders of such effects. Paths in effects are as the installed computer sees them.
[[nodiscard]] Result<void> makeFolders(const host::Root& root, const std::vector<journal::Effect>& effects,
                                       unsigned mode);

} // namespace bes::apply
