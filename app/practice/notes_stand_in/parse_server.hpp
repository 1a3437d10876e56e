// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "scenario.hpp"

namespace stand_in {

/// A status, from a number or "0x4807".
[[nodiscard]] std::optional<notes::Status> parseStatus(const nlohmann::json& json);

[[nodiscard]] Server parseServer(const std::string& name, const nlohmann::json& json);

} // namespace stand_in
