// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes {

/// What is no UTF-8 becomes the replacement character.
[[nodiscard]] std::u16string utf16Of(std::string_view utf8);

/// Half of a pair becomes what is no valid UTF-8 either, so that who checks the text refuses it.
[[nodiscard]] std::string utf8Of(std::u16string_view utf16);

} // namespace bes
