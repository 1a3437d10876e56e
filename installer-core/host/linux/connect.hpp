// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "host/linux/descriptor.hpp"

namespace bes::host {

struct Connected {
    Descriptor socket; ///< does not block
    std::string address;
};

/// The first of the addresses that answers, all tried at once; otherwise what came of each.
[[nodiscard]] tl::expected<Connected, std::string>
connectToAny(const std::vector<std::string>& addresses, std::uint16_t port,
             std::chrono::steady_clock::time_point deadline);

} // namespace bes::host
