// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/session.hpp"

namespace bes::wizard {

/// How far a step is, as the list at the side shows it.
enum class PageState {
    toDo,
    done,
    attention, ///< something there stands in the way
    failed,
};

/// `visited`: the person has been there.
[[nodiscard]] PageState pageState(PageId page, const Session& session, bool visited);

} // namespace bes::wizard
