// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace bes::host {

/// Access control list and user attributes of a file for another one, as `from` has them: a list that `to`
/// got from its folder goes where `from` has none. No other attribute: some give rights (security.capability)
/// or are the system's own. File systems without attributes: none. An errno.
[[nodiscard]] int copyOwnersAttributes(int from, int to);

} // namespace bes::host
