// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/domino/replies.hpp"

namespace bes::domino {

/// "BES\State\10000001.nsf, BES\State\10000002.nsf, … and 12 more": a few paths stand for all.
[[nodiscard]] std::string examplesOf(const StateGroup& group);

} // namespace bes::domino
