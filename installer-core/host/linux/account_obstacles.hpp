// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "host/root.hpp"

namespace bes::host {

/// What making the account would meet, a sentence each: on the running system useradd makes it, elsewhere
/// setup edits the account files.
[[nodiscard]] std::vector<std::string> obstaclesOfNewAccount(const Root& root, const std::string& name);

/// Of these what useradd would meet among the files of that folder, which is /etc: locks, the account files
/// and what it writes beside them. As shadow-utils does it since 4.0 (lib/commonio.c).
[[nodiscard]] std::vector<std::string> obstaclesForUseradd(const std::filesystem::path& etc);

/// A sentence for accounts and one for groups where the numbers that login.defs has for those of the system
/// are all taken in passwd or group of that folder, or known to a name service.
[[nodiscard]] std::vector<std::string> takenNumbers(const std::filesystem::path& etc);

} // namespace bes::host
