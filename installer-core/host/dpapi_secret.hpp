// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

// A secret that Windows encrypts with a key of its own (Data Protection API, "DPAPI"), so that nobody needs a
// passphrase. On other systems all of it is Failure secret.dpapi.

/// Who can open it, on the computer on which it was sealed.
enum class DpapiScope {
    account,  ///< the account that sealed it
    computer, ///< every account: it protects only against who copies the text elsewhere
};

/// Success where this system has it. Asks nothing of it yet.
[[nodiscard]] Result<void> expectDpapi();

/// "dpapi:" followed by base64 of a version and what Windows made, less than 64 KiB in all. Failure
/// secret.dpapi when Windows refuses, and for a secret that is too long for that.
[[nodiscard]] Result<std::string> sealWithDpapi(const Secret& secret, DpapiScope scope);

/// Failure secret.sealed when the text was changed, cut off or made by another program, and when another
/// account or computer sealed it; which of these it is can't be told.
[[nodiscard]] Result<Secret> unsealWithDpapi(std::string_view sealed);

} // namespace bes::host
