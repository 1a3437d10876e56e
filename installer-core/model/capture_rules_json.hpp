// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/capture_rules.hpp"
#include "model/captured_server.hpp"
#include "model/json.hpp"

namespace bes {

[[nodiscard]] Json toJson(const CaptureRules& rules);
/// Throws std::invalid_argument for rules that can't be used.
[[nodiscard]] CaptureRules captureRulesFromJson(const Json& json);

[[nodiscard]] Json toJson(const CapturedServer& server);
[[nodiscard]] CapturedServer capturedServerFromJson(const Json& json);

} // namespace bes
