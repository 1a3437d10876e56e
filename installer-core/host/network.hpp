// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// Name, fully qualified name and addresses of the running computer.
[[nodiscard]] Result<Computer> thisComputer();

/// Addresses of a name, textual, without duplicates. Failure network.name when the name service has none or
/// does not answer in time.
[[nodiscard]] Result<std::vector<std::string>> resolve(const std::string& name,
                                                       std::chrono::milliseconds limit);

/// Opens and closes a TCP connection without sending a byte.
[[nodiscard]] Reachability tryConnect(const std::string& host, std::uint16_t port,
                                      std::chrono::milliseconds limit);

/// Who listens on a port of this computer on any address; empty: nobody.
[[nodiscard]] Result<std::optional<PortHolder>> portHolder(Protocol protocol, std::uint16_t port);

} // namespace bes::host
