// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "model/json.hpp"
#include "output/page.hpp"

namespace bes::app {

// JSON for programs. Every document says what it is: {"$schema": "THING-1.schema.json", "format":
// "bes-standby-setup.THING", "format_version": 1, …}. The schema is in resources/json-schemas.

[[nodiscard]] Json document(std::string_view thing);
/// A line of the JSON Lines that a run writes; all of them have one schema.
[[nodiscard]] Json runEvent(std::string_view event);
/// The first of these lines.
[[nodiscard]] Json runBegin(std::string_view thing);
[[nodiscard]] Json exitCodeJson(ExitCode code);
[[nodiscard]] Json findingsJson(const std::vector<Finding>& findings);
[[nodiscard]] Json failureJson(const Failure& failure);

[[nodiscard]] Json failureDocument(const Failure& failure);
[[nodiscard]] Json findingsDocument(const std::vector<Finding>& findings);

/// Indented, with a final line break.
void write(const Json& json, Page& page);
/// In one line, at once: for JSON Lines.
void writeLine(const Json& json, Page& page);

} // namespace bes::app
