// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace bes::host {

/// Whether nobody can read or change a file but its owner and who may do everything on this computer. False
/// where the system does not tell.
[[nodiscard]] bool isPrivate(const std::filesystem::path& file);

/// A command that makes it so, as it is typed.
[[nodiscard]] std::string commandForPrivacy(const std::filesystem::path& file);

} // namespace bes::host
