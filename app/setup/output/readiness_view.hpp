// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domino/readiness.hpp"
#include "model/json.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What "status" says about Domino's replication.
void showReadiness(const domino::Readiness& readiness, Page& page);

/// One line for "status --watch", with a bar.
[[nodiscard]] Row readinessLine(const domino::Readiness& readiness, std::string_view time);

[[nodiscard]] Json readinessJson(const domino::Readiness& readiness);

} // namespace bes::app
