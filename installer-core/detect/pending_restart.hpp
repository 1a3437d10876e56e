// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "model/fact.hpp"
#include "model/request.hpp"
#include "model/surroundings.hpp"

namespace bes::detect {

/// Unknown on other systems than Windows, and of an image.
[[nodiscard]] Fact<PendingRestart> lookForPendingRestart(const Request& request);

/// The files that Windows removes, or replaces by others, when it starts: of a value
/// PendingFileRenameOperations, whose bytes are texts in UTF-16 with a zero behind each. They stand in pairs,
/// a file and what it is renamed to; where that is empty, the file is removed.
[[nodiscard]] std::vector<std::filesystem::path> filesOfRestart(std::string_view bytes);

} // namespace bes::detect
