// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "host/windows/sockets_library.hpp"

namespace bes::host {

struct Connected {
    Socket socket; ///< calls of it do not wait
    std::string address;
};

/// To the first of the addresses that answers; all are tried at once. Otherwise what came of each.
[[nodiscard]] tl::expected<Connected, std::string>
connectToAny(const std::vector<std::string>& addresses, std::uint16_t port,
             std::chrono::steady_clock::time_point deadline);

} // namespace bes::host
