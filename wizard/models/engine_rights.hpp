// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"

namespace bes::wizard {

/// Facts that a person has found without rights, as the engine will find them as an administrator: what only
/// that keeps from being changed is no obstacle. The engine looks again before it begins. False: they are so
/// already.
[[nodiscard]] bool takeRightsOfEngine(Facts& facts);

} // namespace bes::wizard
