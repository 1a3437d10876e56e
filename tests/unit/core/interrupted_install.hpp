// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unit/core/dying_run.hpp"
#include "unit/core/numbers_of_steps.hpp"
#include "unit/core/practice_site.hpp"

inline void installAndDieAt(std::size_t step, const bes::Request& request) {
    dieAt(step, orderToInstall(request));
}
