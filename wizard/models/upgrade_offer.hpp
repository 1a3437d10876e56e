// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "check/upgrade.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

/// What the media that was named is to the standby that is installed; empty where one of them is not known.
[[nodiscard]] std::optional<check::MediaStands> namedMedia(const Seen& seen);

/// What an upgrade would do with that media, in words: from which version to which.
[[nodiscard]] std::string upgradeOffer(const Seen& seen);

} // namespace bes::wizard
