// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/situation.hpp"
#include "model/findings.hpp"
#include "model/maintenance.hpp"

namespace bes::check {

/// What the media is to the standby that is installed.
enum class MediaStands { same, newer, otherOfSameVersion, older, otherProduct };
[[nodiscard]] MediaStands compareMedia(const MediaContents& media, const Receipt& receipt);

/// Media that is older, or of another product: neither an installation nor an upgrade takes it. None where it
/// is neither, or is not known.
[[nodiscard]] Findings checkMediaForInstalled(const Situation& situation, bool allowDowngrade);

/// Whether the request, made for an installation, asks for what is installed, with newer media.
[[nodiscard]] bool asksForUpgrade(const Facts& facts, const Request& request);

/// Whether the media can be taken for an upgrade: it can be trusted, is complete, and has the version of the
/// primary.
[[nodiscard]] Findings checkMediaForUpgrade(const Situation& situation, const Maintenance& wanted);

} // namespace bes::check
