// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "model/system.hpp"

namespace bes::answers {

/// Why services can't run as an account of that name, on a computer with that system.
[[nodiscard]] std::optional<std::string> wrongAccount(const std::string& text, System system);
/// The same for both systems, as a regular expression of JSON schemas.
[[nodiscard]] std::string accountPattern();

} // namespace bes::answers
