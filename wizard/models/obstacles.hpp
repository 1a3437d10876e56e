// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// Files of others stand where setup puts its own: they can be kept.
inline constexpr auto othersFinding = "places.others";

/// What a person may take on himself about a finding that stands in the way, and whether it was done.
struct Acknowledgement {
    std::string text;
    bool given = false;
};
/// Empty where nothing can be taken on.
[[nodiscard]] std::optional<Acknowledgement> acknowledgementOf(const Finding& finding,
                                                               const WizardState& state);

/// The finding that a primary is on this computer, which can't become a standby then; null where none is
/// known.
[[nodiscard]] const Finding* primaryHere(const WizardState& state);

/// notes.ini of a Domino server here that runs the Messaging Agent although setup has installed none: a sign
/// of a primary, before the database tells. Empty: there is none.
[[nodiscard]] std::string messagingAgentHere(const WizardState& state);

/// Why the person can't go on from a page; empty: nothing stands in the way.
[[nodiscard]] std::string obstacle(PageId page, const WizardState& state);

/// The findings of a subject, "media" or "srp", the worst first. The license of the media is a subject of its
/// own.
[[nodiscard]] std::vector<Finding> findingsAbout(std::string_view subject, const WizardState& state);
/// The title of the worst finding of a subject, where that is a blocker; otherwise empty.
[[nodiscard]] std::string firstBlocker(std::string_view subject, const WizardState& state);

} // namespace bes::wizard
