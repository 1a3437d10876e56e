// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/request.hpp"
#include "model/system.hpp"

namespace bes::answers {

/// What counts where nobody answers, on a computer with that system.
[[nodiscard]] Request usualRequest(System system);

} // namespace bes::answers
