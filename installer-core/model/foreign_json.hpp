// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/json.hpp"

namespace bes {

/// What JSON from outside may have. Every text of it is one line without control characters, but for the keys
/// that are named here, with all that is below them.
struct JsonLimits {
    std::size_t bytes = std::size_t{64} << 20U;
    std::size_t values = 8'000'000;             ///< a value takes up to 100 bytes of memory
    std::size_t depth = 32;                     ///< of arrays and objects within each other
    std::vector<std::string_view> lines = {};   ///< keys of texts of several lines
    std::vector<std::string_view> secrets = {}; ///< keys of what is neither looked at nor shown
    /// Of servers, whose answers count all the same: texts and keys with control characters are made fit to
    /// be seen instead of being refused.
    bool cleaned = false;
};

/// Parses JSON from outside: a manifest, a plan, an order, the line of a probe, the page of a server. The
/// limits are looked at before anything is kept. Throws std::invalid_argument that names the field and shows
/// its text, cleaned; nlohmann::json::exception for what is no JSON.
[[nodiscard]] Json parseForeignJson(std::string_view text, const JsonLimits& limits = {});

} // namespace bes
