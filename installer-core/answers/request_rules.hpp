// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "answers/answers.hpp"

namespace bes::answers {

// What is wrong with one value of an answer, by the rules that hold wherever it comes from.

/// The text itself is not shown: it may be a secret.
[[nodiscard]] std::optional<std::string> wrongText(const std::string& text);
[[nodiscard]] std::optional<std::string> wrongChoice(const Answer& answer, const std::string& value);

/// A request that came as JSON, with a plan or an order, is refused unless answers could have made it, by the
/// same rules. Failure answers.invalid.
[[nodiscard]] Result<void> expectUsable(const Request& request);

} // namespace bes::answers
