// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "apply/run.hpp"

namespace bes::apply {

/// Folder of the package that a file of the action is in, or that it is: "FOLDER/PACKAGE".
[[nodiscard]] std::string_view packageFolder(const PublishFiles& action, std::string_view file);

/// Folders of packages of which nothing is there yet, and of which all that is staged is published: such a
/// one can be moved as a whole.
[[nodiscard]] std::set<std::string, std::less<>>
newPackages(const host::Root& root, const PublishFiles& action, const std::vector<journal::Effect>& effects);

} // namespace bes::apply
