// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "database/confidential.hpp"
#include "host/root.hpp"
#include "report/contents.hpp"

namespace bes::app {

// Parts of a report that come from outside of the facts.

[[nodiscard]] Result<database::Confidential> readConfidential(const DatabaseAddress& address,
                                                              const Secret& password);

/// Setup's newest logs, the ends of those that are long.
void addLogs(const host::Root& root, report::Contents& contents);

/// What systemd knows of the units, and what they wrote last.
void addUnits(const std::vector<std::string>& units, report::Contents& contents);

[[nodiscard]] std::string versionsText(const host::Root& root);

} // namespace bes::app
