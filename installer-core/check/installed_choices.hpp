// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes::check {

/// What differs between the standby that is installed and the one that is wanted, a sentence each, besides
/// the media. Empty: it is installed as wanted. Needs database, media and computer to be known: what is not
/// known counts as different.
[[nodiscard]] std::vector<std::string> differentChoices(const Receipt& installed, const Facts& facts,
                                                        const Request& request);

} // namespace bes::check
