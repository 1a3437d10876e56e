// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::check {

/// Why a computer can't be registered by this name, as the end of a sentence ("is an IP address"); empty: it
/// can. Host names are those of RFC 952 and 1123, with or without domain; "_" is taken, for Windows does.
[[nodiscard]] std::string wrongHostName(std::string_view name);

} // namespace bes::check
