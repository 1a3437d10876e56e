// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "host/root.hpp"
#include "model/failure.hpp"
#include "model/receipt.hpp"

namespace bes::journal {

// A copy of the receipt that every account of the computer can read, for `status`: the journal is root's
// alone. It has no references to secrets. Nobody holds anything up by it: it is replaced as a whole, and
// nothing but showing depends on it.

/// As the installed computer sees it: /var/lib/bes-standby/receipt.json.
[[nodiscard]] std::filesystem::path publicReceiptFile();

/// Makes the copy be what the journal's receipt says; no receipt: takes it away. Doing it again does no harm.
/// Failure receipt.public.
[[nodiscard]] Result<void> writePublicReceipt(const host::Root& root, const std::optional<Receipt>& receipt);
/// There is nothing for writePublicReceipt() to do.
[[nodiscard]] bool isPublished(const host::Root& root, const std::optional<Receipt>& receipt);

/// What the copy says; empty where there is none. Failure receipt.public where others than root and the owner
/// of the root's folder could have written it, or it can't be read.
[[nodiscard]] Result<std::optional<Receipt>> publicReceipt(const host::Root& root);

} // namespace bes::journal
