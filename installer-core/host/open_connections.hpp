// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bes::host {

struct OpenConnection {
    int socket;
    std::string here;    ///< address and port of this side; the same for each descriptor of one connection
    std::uint16_t there; ///< port of the other side
};

/// The TCP connections of this process.
[[nodiscard]] std::vector<OpenConnection> openConnections();

} // namespace bes::host
