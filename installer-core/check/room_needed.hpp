// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>

#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes::check {

/// What an installation writes into each of its folders, at most, in bytes on the disk. Empty while the
/// components are not known.
[[nodiscard]] std::map<std::filesystem::path, std::uint64_t> roomNeeded(const Facts& facts,
                                                                        const Request& request);

} // namespace bes::check
