// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What `detect` saw. Unknown is shown as such, with its reason.
void showFacts(const Facts& facts, Page& page);

} // namespace bes::app
