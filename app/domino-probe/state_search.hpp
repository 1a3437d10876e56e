// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asking.hpp"

namespace bes::probe {

/// All state databases of a server by one search, which is done once. The reason is of the class absent where
/// the server has no folder for them.
[[nodiscard]] const tl::expected<StateDatabases, domino::Reason>& stateDatabases(Asking& asking, Role role);

} // namespace bes::probe
