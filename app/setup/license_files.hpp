// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "answers/command_line.hpp"
#include "model/media_manifest.hpp"

namespace bes::app {

/// The licence that --license-id and --license name for media that is made; empty: neither was given. Line
/// breaks become those of Unix. Failures command.line, license.file.
[[nodiscard]] Result<std::optional<License>> readLicense(const answers::CommandLine& line);

} // namespace bes::app
