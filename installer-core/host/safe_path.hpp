// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "host/accounts.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

// For paths of which a part may belong to another account (logs of a service, what an administrator gave to
// somebody): the way is gone step by step, and a link that others can set or something of theirs on the way
// is a Failure file.unsafe; what is changed is what was opened. The other Failures are those of files.hpp.

/// With all that is in it. Folders in it that belong neither to root nor to the owner of the whole, and what
/// is mounted there, are others': they stay, with the folders that they are in. Success when there is
/// nothing.
[[nodiscard]] Result<void> removeTree(const Root& root, const std::filesystem::path& inside);

/// One level; success when it is there already (mode and owner then stay as they are).
[[nodiscard]] Result<void> makeFolder(const Root& root, const std::filesystem::path& inside, unsigned mode);

/// Owner (where one is given) and permission bits of a folder or of a file with one name. Of a symbolic link
/// the owner.
[[nodiscard]] Result<void> setRights(const Root& root, const std::filesystem::path& inside, unsigned mode,
                                     std::optional<AccountIds> owner);

} // namespace bes::host
