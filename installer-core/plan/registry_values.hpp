// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// What the registry of Windows shall have of the standby: the documented values (bes.md §7.1), and an entry
/// among the installed programs. None on other systems, and none in an image, whose registry is not there.
[[nodiscard]] std::vector<RegistryValue> registryOf(const Composition& composition);

/// None where there is nothing to write.
[[nodiscard]] std::optional<Step> writeRegistryStep(std::vector<RegistryValue> values);
/// Gives back what was there before; `keys` are those that setup made, in the order in which it did.
[[nodiscard]] std::optional<Step> removeRegistryStep(std::vector<CapturedRegistryValue> values,
                                                     const std::vector<RegistryKey>& keys);

} // namespace bes::plan
