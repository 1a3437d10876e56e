// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace soci {
class session;
}

namespace bes::database {

// What installing needs and the account does not have, e.g. "INSERT on bespair". Looks only.

/// Of a database on a server.
[[nodiscard]] std::vector<std::string> missingServerRights(soci::session& sql);

} // namespace bes::database
