// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/situation.hpp"
#include "model/system.hpp"

namespace bes::check {

/// Of the computer; where that is not known, the one that this program is made for. onWindows() asks it too.
[[nodiscard]] System systemOf(const Situation& situation);

} // namespace bes::check
