// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/backend.hpp"
#include "database/sqlserver_place.hpp"

namespace bes::database {

/// Setup's own look at a server before the client library is given the password: whether it answers, is new
/// enough, and has the encryption and the certificate that are demanded. The library refuses without a
/// reason. Failures database.connect, database.tls.
[[nodiscard]] Result<void> greetSqlserver(const ConnectionParameters& parameters, const SqlserverPlace& place,
                                          const std::vector<std::string>& addresses,
                                          const std::string& authorities);

} // namespace bes::database
