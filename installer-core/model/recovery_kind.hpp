// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace bes {

/// What becomes of a run that was interrupted.
enum class Recovery {
    rollback, ///< undo it; needs neither media nor the facts of then
    resume,   ///< do what is left
};

[[nodiscard]] std::string_view toString(Recovery how);

} // namespace bes
