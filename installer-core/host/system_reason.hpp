// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <system_error>

namespace bes::host {

/// The system's words for why a call failed, in UTF-8. The library's own message() is in the code page of the
/// person on other systems, so it is asked here and nowhere else (tests/docs/paths_test.py).
[[nodiscard]] std::string systemReason(const std::error_code& error);

} // namespace bes::host
