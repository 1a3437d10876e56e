// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/request.hpp"

namespace bes::database {

/// A database command of setup as a person can type it into a shell, e.g. for {"release", "A B"}:
/// bes-standby-setup database release 'A B' --database.location /srv/BESMgmt.db
[[nodiscard]] std::string typedCommand(const std::vector<std::string>& words, const DatabaseAddress& address);

} // namespace bes::database
