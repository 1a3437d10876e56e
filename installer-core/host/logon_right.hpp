// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/failure.hpp"

namespace bes::host {

// Windows runs a service only as an account that has the right to log on as one. Its own accounts have it; a
// managed service account gets it. On other systems no account needs it: all have it, and nothing is granted.

/// Failure account.logon-right, also below.
[[nodiscard]] Result<bool> logsOnAsService(const std::string& account);
[[nodiscard]] Result<void> grantServiceLogon(const std::string& account);
/// Success where there is no such account any more, or it does not have the right.
[[nodiscard]] Result<void> endServiceLogon(const std::string& account);

} // namespace bes::host
