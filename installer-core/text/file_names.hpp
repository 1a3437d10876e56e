// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bes {

// Names of files on media are printable ASCII: then folding case is complete, no two spellings look alike or
// are the same to one file system and different to another, and a name is a name on Linux and on Windows:
// what Windows forbids or takes for another name (windows_names.hpp) is refused on Linux too.

inline constexpr std::size_t longestName = 255;
inline constexpr std::size_t longestPath = 1024;
inline constexpr std::size_t deepestPath = 32; ///< also bounds the folders that are open at a time

/// Why a path can't be used below a folder; empty where it can: relative, '/' between names, no "." and "..".
[[nodiscard]] std::optional<std::string> problemOfPath(std::string_view path);

/// Why a symbolic link can't have this target, by its characters alone: package_rules.hpp looks where it
/// leads.
[[nodiscard]] std::optional<std::string> problemOfTarget(std::string_view target);

/// Why a package can't have this id, which is also the name of a folder.
[[nodiscard]] std::optional<std::string> problemOfPackageId(std::string_view id);

/// What two names that a file system without case takes for the same have in common.
[[nodiscard]] std::string foldCase(std::string_view name);

/// "" for a path without a folder.
[[nodiscard]] std::string_view parentOf(std::string_view path);

} // namespace bes
