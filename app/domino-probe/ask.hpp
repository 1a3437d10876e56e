// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asking.hpp"
#include "lines.hpp"

namespace bes::probe {

/// Asks all questions of the lines, in their order, of an initialised runtime.
void askAll(const domino::notes::Functions& api, const Settings& settings, Lines& lines);

} // namespace bes::probe
