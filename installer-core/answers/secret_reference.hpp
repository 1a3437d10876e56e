// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/answers.hpp"

namespace bes::answers {

inline constexpr std::string_view filePrefix = "file:";
inline constexpr std::string_view environmentPrefix = "env:";
inline constexpr std::string_view sealedPrefix = "sealed:";
inline constexpr std::string_view dpapiPrefix = "dpapi:";
inline constexpr std::string_view plainPrefix = "plain:";

/// The reference that goes into the Request for the value of a secret answer. Plain text goes into `plain`
/// where it is allowed; "plain:" and the answer's name stands for it then. `why` of the Failure says what is
/// wrong and never shows the value.
[[nodiscard]] Result<std::string> takeSecret(const Given& given, bool allowPlain, PlainSecrets& plain);

} // namespace bes::answers
