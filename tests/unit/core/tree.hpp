// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

/// What stands below a folder: relative path → kind, mode, owner, time of the last change (of files) and
/// content. Two equal trees are equal byte for byte. Setup's own memory (state folder) is left out.
using Tree = std::map<std::string, std::string>;
[[nodiscard]] Tree treeOf(const std::filesystem::path& folder);

/// Paths that are in one tree only or differ.
[[nodiscard]] std::set<std::string> changes(const Tree& before, const Tree& after);

/// None; tells them with the next assertion.
[[nodiscard]] bool same(const Tree& before, const Tree& after);
