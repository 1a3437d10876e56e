// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/server.hpp"

namespace bes::check {

/// The name service's answer for a server's computer.
struct ResolvedAddresses {
    std::vector<std::string> addresses; ///< empty where there is none
    bool askedHere = true;              ///< on the computer itself, so that loopback means that very computer
};

/// Says what tells that the server is on this computer: a name, or an address that is registered or that the
/// name service gives. Empty: nothing does.
[[nodiscard]] std::optional<std::string> sameComputer(const Computer& here, const Server& server,
                                                      const ResolvedAddresses& resolved);

/// Whether a host name that was registered alone, without addresses, means this computer.
[[nodiscard]] bool isNameOf(const Computer& here, const std::string& hostName);

} // namespace bes::check
