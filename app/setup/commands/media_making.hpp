// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "command.hpp"
#include "model/catalog.hpp"
#include "model/media_manifest.hpp"

namespace bes::app {

// What the commands that make media have in common.

/// Adds --catalog, --sign, --out, --license-id and --license.
void addMakingOptions(boost::program_options::options_description& options);

/// Failure command.line that names each of them that is missing; --sign takes two files.
[[nodiscard]] Result<void> expectOptions(const Invocation& invocation,
                                         const std::vector<const char*>& needed);

/// The licence that --license-id and --license name for media that is made; empty: neither was given.
/// Failures command.line, license.file.
[[nodiscard]] Result<std::optional<License>> readLicense(const Invocation& invocation);

/// Failures catalog.file, catalog.format.
[[nodiscard]] Result<Catalog> readCatalog(const std::string& file);

/// What root signs is not for others to choose: Failure media.others-write.
[[nodiscard]] Result<void> expectOwn(const std::string& path);

} // namespace bes::app
