// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/backend.hpp"
#include "model/failure.hpp"

namespace bes::database {

/// Where a SQL Server is, as administrators write it: "server", "server,port" or "server\instance", with
/// "tcp:" before it or not.
struct SqlserverPlace {
    std::string host;
    std::string instance;      ///< empty: the default one, or the one at that port
    std::uint16_t port = 1433; ///< means nothing with an instance: SQL Server Browser knows it

    bool operator==(const SqlserverPlace&) const = default;
};

/// Failure database.connect for what is no such place, named by the answer that it comes from.
[[nodiscard]] Result<SqlserverPlace> sqlserverPlace(const std::string& text, const std::string& answer);

/// Asks SQL Server Browser on that computer for the port of an instance. Failure database.connect.
[[nodiscard]] Result<std::uint16_t> portOfInstance(const SqlserverPlace& place,
                                                   const std::vector<std::string>& addresses,
                                                   std::uint16_t browserPort = 1434);

/// The port for TCP in its answer: "…;InstanceName;BES;…;tcp;50123;;". Empty: none.
[[nodiscard]] std::optional<std::uint16_t> portInAnswer(std::string_view answer);

/// Setup's own look at a server before the client library is given the password: whether it answers, is new
/// enough, and has the encryption and the certificate that are demanded. The library refuses without a
/// reason. Failures database.connect, database.tls.
[[nodiscard]] Result<void> greetSqlserver(const ConnectionParameters& parameters, const SqlserverPlace& place,
                                          const std::vector<std::string>& addresses,
                                          const std::string& authorities);

} // namespace bes::database
