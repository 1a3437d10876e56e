// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "domino/notes_api.hpp"

namespace bes::probe {

// The runtime's strings are LMBCS, ours UTF-8. What the runtime can't translate is read as code page 850,
// which is what single bytes of LMBCS are (domino.md §1.6).

[[nodiscard]] std::string toUtf8(const domino::notes::Functions& api, std::string_view lmbcs);
[[nodiscard]] std::string toLmbcs(const domino::notes::Functions& api, std::string_view utf8);

/// Without case, by the runtime's own rules for letters beyond ASCII.
[[nodiscard]] std::string upperCase(const domino::notes::Functions& api, std::string_view lmbcs);

} // namespace bes::probe
