// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "domino/notes_api.hpp"

namespace stand_in {

/// What OSLoadString tells of a code, in our own words; empty where it has no text.
[[nodiscard]] std::string statusText(bes::domino::notes::Code code);

} // namespace stand_in
