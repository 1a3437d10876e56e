// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

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

} // namespace bes::database
