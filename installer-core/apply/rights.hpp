#pragma once

#include <string>

#include "host/files.hpp"

namespace bes::apply {

/// "mode user group", the mode octal: how an effect keeps what a file's rights were.
[[nodiscard]] std::string rightsOf(const host::FileStatus& file);
/// Gives them back. The owner first: a change of the owner clears the set-user-ID bits.
[[nodiscard]] Result<void> setRights(const std::filesystem::path& path, const std::string& rights);

} // namespace bes::apply
