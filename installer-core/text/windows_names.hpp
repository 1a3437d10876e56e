// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bes {

// What a file system of Windows does with a name: some characters it does not take, some names are devices in
// every folder, and some names it takes for others. Looked at on every system, so that media which was made
// on one of them is the same on the other (learn.microsoft.com, "Naming Files, Paths, and Namespaces").

/// The characters of printable ASCII that no name may have, besides '/'.
inline constexpr std::string_view forbiddenOnWindows = "\\:*?\"<>|";

/// Why one name of printable ASCII without a forbidden character would be refused by Windows or stand for
/// something else there; empty where it would not. Continues "FILE …".
[[nodiscard]] std::optional<std::string> problemOnWindows(std::string_view name);

} // namespace bes
