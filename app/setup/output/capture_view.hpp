// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "capture/capture.hpp"
#include "model/facts.hpp"
#include "output/document.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What `media capture` took and left; `media`: what it made, nothing for a dry run.
[[nodiscard]] Json captureDocument(const capture::Captured& captured,
                                   const std::optional<MediaContents>& media);
void showCapture(const capture::Captured& captured, const std::optional<MediaContents>& media,
                 const std::string& folder, Page& page);

} // namespace bes::app
