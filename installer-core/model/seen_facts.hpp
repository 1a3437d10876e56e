// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/json.hpp"
#include "model/request.hpp"

namespace bes {

/// Facts that can be taken elsewhere: with them, check and plan give there what they give here. Contains no
/// secret.
struct SeenFacts {
    std::string setupVersion; ///< of the setup that looked, "1.1.0"
    std::string seenAt;       ///< UTC, ISO 8601
    Request request{};        ///< what it was looked for
    Facts facts{};
    bool practice = false; ///< of a practice computer

    bool operator==(const SeenFacts&) const = default;
};

/// JSON "bes-standby-setup.facts", 2. The first version was for readers only, and had not everything.
[[nodiscard]] Json toJson(const SeenFacts& seen);
/// Failure facts.format.
[[nodiscard]] Result<SeenFacts> parseSeenFacts(std::string_view json);

} // namespace bes
