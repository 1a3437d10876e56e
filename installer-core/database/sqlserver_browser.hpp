// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/sqlserver_place.hpp"

namespace bes::database {

/// Asks SQL Server Browser on that computer for the port of an instance. Failure database.connect.
[[nodiscard]] Result<std::uint16_t> portOfInstance(const SqlserverPlace& place,
                                                   const std::vector<std::string>& addresses,
                                                   std::uint16_t browserPort = 1434);

/// The port for TCP in its answer: "…;InstanceName;BES;…;tcp;50123;;". Empty: none.
[[nodiscard]] std::optional<std::uint16_t> portInAnswer(std::string_view answer);

} // namespace bes::database
