// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "model/maintenance.hpp"
#include "model/passwords.hpp"
#include "model/plan.hpp"
#include "model/recovery_kind.hpp"

namespace bes {

/// What a run does when nobody follows it any more.
enum class WhenLeft {
    finish, ///< it goes on to its end
    undo,   ///< it is undone
};

[[nodiscard]] std::string_view toString(WhenLeft end);

/// What a program that shows a run, as the wizard does, hands to the engine on its standard input: an
/// argument or a variable could be read by others. The plan is what the person has seen; without one the
/// engine makes its own from the request.
struct EngineOrder {
    Request request; ///< of a maintenance: that of the standby which is installed
    std::optional<Plan> plan;
    Passwords passwords;
    WhenLeft whenLeft = WhenLeft::finish;
    std::optional<Maintenance> maintenance = {}; ///< empty: it is an installation
    /// Only this is done then, to what was interrupted below the request's root.
    std::optional<Recovery> recovery = {};
    /// Only this is done then, and nothing changes: the Domino servers are asked. More such orders may
    /// follow.
    bool askDomino = false;
};

/// One line of JSON ("bes-standby-setup.order", 2), with its line break. The only JSON with passwords in it,
/// so it is a secret as a whole.
[[nodiscard]] Secret formatEngineOrder(const EngineOrder& order);
/// Failure order.format.
[[nodiscard]] Result<EngineOrder> parseEngineOrder(std::string_view line);

/// A later line of the standard input.
enum class EngineWish {
    cancel,         ///< undo what was done and end
    finishWhenLeft, ///< as WhenLeft, from now on
    undoWhenLeft,
};
[[nodiscard]] std::string_view toString(EngineWish wish);
/// Empty for a line that is none of them.
[[nodiscard]] std::optional<EngineWish> engineWishFromText(std::string_view line);

} // namespace bes
