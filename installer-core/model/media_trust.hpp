// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes {

/// What the media says of itself was read: its signature is trusted, or a person wants it without.
[[nodiscard]] inline bool isRead(const MediaContents& media, const Request& request) {
    return media.signature.trusted || request.allowUnsignedMedia;
}

} // namespace bes
