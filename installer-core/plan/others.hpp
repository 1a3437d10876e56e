// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// Moves away what others have where the standby will be. Empty: nothing.
[[nodiscard]] std::optional<Step> keepOthersStep(const Facts& facts, const Composition& composition);
/// Gives what an earlier installation logged to the account of the services. Empty: it can write there.
[[nodiscard]] std::optional<Step> takeOverLogsStep(const Facts& facts, const Composition& composition);
/// Puts back what the installation and later changes moved away. Empty: nothing. `folders`: of setup's, the
/// innermost first.
[[nodiscard]] std::optional<Step> returnOthersStep(const Receipt& receipt,
                                                   const std::vector<std::filesystem::path>& folders);

} // namespace bes::plan
