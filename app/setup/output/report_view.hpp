// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "model/json.hpp"
#include "output/page.hpp"
#include "report_collection.hpp"

namespace bes::app {

/// What is in the report, what of it was left out, and what is not in it.
void showContents(const CollectedReport& report, Page& page);

/// `size`: of the archive; empty: it is not written.
[[nodiscard]] Json reportDocument(const CollectedReport& report, const std::filesystem::path& file,
                                  std::optional<std::size_t> size);

} // namespace bes::app
