// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/files.hpp"
#include "host/root.hpp"

namespace bes::apply {

/// "mode user group", the mode octal: how an effect keeps what a file's rights were.
[[nodiscard]] std::string rightsOf(const host::FileStatus& file);
/// Gives them back.
[[nodiscard]] Result<void> setRights(const host::Root& root, const std::filesystem::path& path,
                                     const std::string& rights);

} // namespace bes::apply
