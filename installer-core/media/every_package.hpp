// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "media/media.hpp"
#include "media/package_sink.hpp"

namespace bes::media {

/// Makes the sink of a package; called from several threads.
using MakeSink = std::function<Result<std::unique_ptr<PackageSink>>(const Package& package)>;

/// Unpacks packages side by side, the largest first. The first Failure ends the others.
[[nodiscard]] Result<void> unpackEvery(const std::filesystem::path& media,
                                       std::vector<const Package*> packages, const MakeSink& makeSink,
                                       const Written& written, const std::stop_token& stop);

} // namespace bes::media
