// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

#include "media/package_sink.hpp"

namespace bes::media {

/// Told how many bytes of content were passed on since the last call.
using Advanced = std::function<void(std::uint64_t bytes)>;

/// Streams a package into a sink. Its files must have passed findProblem(). All that the manifest lists
/// comes, with the listed type, mode, size, target and SHA-256, and nothing else; otherwise a Failure, and
/// what the sink got is waste.
[[nodiscard]] Result<void> unpack(const std::filesystem::path& media, const Package& package,
                                  PackageSink& sink, const Advanced& advanced, const std::stop_token& stop);

} // namespace bes::media
