// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/domino/questions.hpp"

namespace bes::domino {

// The words of the protocol. fromWord throws std::invalid_argument for another one.

[[nodiscard]] std::string_view toWord(Verdict verdict);
[[nodiscard]] std::string_view toWord(Availability availability);
[[nodiscard]] std::string_view toWord(ReasonClass kind);
[[nodiscard]] std::string_view toWord(Witness witness);
[[nodiscard]] std::string_view toWord(Topic topic);
[[nodiscard]] std::string_view toWord(Role role);

void fromWord(std::string_view word, Verdict& verdict);
void fromWord(std::string_view word, Availability& availability);
void fromWord(std::string_view word, ReasonClass& kind);
void fromWord(std::string_view word, Witness& witness);
void fromWord(std::string_view word, Topic& topic);
void fromWord(std::string_view word, Role& role);

} // namespace bes::domino
