// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "domino/notes_api.hpp"

namespace bes::probe {

/// A canonical name, as the runtime and as we write it.
struct ServerName {
    std::string lmbcs;
    std::string text;
};

[[nodiscard]] ServerName canonicalServer(const domino::notes::Functions& api, std::string_view lmbcs);

/// Without case, also beyond ASCII.
[[nodiscard]] bool sameServer(const domino::notes::Functions& api, const ServerName& a, const ServerName& b);

} // namespace bes::probe
