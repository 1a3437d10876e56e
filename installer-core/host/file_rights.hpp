// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "model/others.hpp"
#include "model/rights.hpp"

namespace bes::host {

/// The permission bits that the text of these rights means.
[[nodiscard]] unsigned modeOf(const Rights& rights);
[[nodiscard]] Rights rightsOf(const FileStatus& file);
/// As far as the system keeps them: on Windows the name of a file says whether it is a program.
[[nodiscard]] bool hasRights(const FileStatus& file, const Rights& rights);

/// It is an administrator's: what setup installs belongs to nobody else.
[[nodiscard]] bool belongsToAdministrators(const FileStatus& file);
/// "1000:1000", for people.
[[nodiscard]] std::string ownerText(const FileStatus& file);
/// Gives the file or folder these rights; where this process may, it comes to belong to the administrators.
/// Failures of safe_path.hpp.
[[nodiscard]] Result<void> setRightsAsInstalled(const Root& root, const std::filesystem::path& inside,
                                                const Rights& rights);

/// Rights and owner as one text, for the journal: what an undo gives back.
[[nodiscard]] std::string capturedRights(const FileStatus& file);
/// Throws std::logic_error for a text that capturedRights() did not write.
[[nodiscard]] Result<void> restoreRights(const Root& root, const std::filesystem::path& inside,
                                         const std::string& captured);

/// The account may enter the folder and write in it.
[[nodiscard]] bool mayWriteIn(const Appearance& folder, const AccountIds& account);

} // namespace bes::host
