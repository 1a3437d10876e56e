// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

#include "inspection.hpp"
#include "model/seen_facts.hpp"

/// Planning at the desk: check and plan with facts that were seen on another computer.
namespace bes {

/// The facts, as far as they tell something for this request. What was looked for with other answers (another
/// primary, another folder) is unknown, with that reason. Failures facts.computer, where they are of another
/// computer than the request means, and those of media::checkManifest.
[[nodiscard]] Result<Facts> factsFor(const SeenFacts& seen, const Request& request);

/// check → plan as inspect() does it, an upgrade too. Pure.
[[nodiscard]] Inspection judgeSeen(Facts facts, const Request& request);

/// "facts.seen": of which computer the facts are, and how old. A warning where they are older than a day.
[[nodiscard]] Finding originOf(const SeenFacts& seen, std::time_t now);

} // namespace bes
