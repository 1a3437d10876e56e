// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "model/facts.hpp"
#include "output/document.hpp"
#include "output/page.hpp"

namespace bes::app {

[[nodiscard]] Json mediaDocument(const MediaContents& media);
/// First and last line of `media verify --json`; where it fails, the failure is the last line.
[[nodiscard]] Json verificationBegin(const std::filesystem::path& folder);
[[nodiscard]] Json verificationResult(const MediaContents& media);

/// Id and texts, by language; null and none where the media has none.
[[nodiscard]] Json licenseDocument(const std::optional<License>& license);
void showLicense(const std::optional<License>& license, const std::string& language, Page& page);
/// Product, signer, components and packages.
void showMedia(const MediaContents& media, Page& page);
/// What `media create` made.
void showMediaSummary(const std::filesystem::path& folder, const MediaContents& media, Page& page);
/// What `media verify` found good.
void showVerified(const MediaContents& media, Page& page);

} // namespace bes::app
