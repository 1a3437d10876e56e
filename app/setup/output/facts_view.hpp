// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "model/server.hpp"
#include "output/page.hpp"

namespace bes::app {

/// What `detect` saw. Unknown is shown as such, with its reason.
void showFacts(const Facts& facts, Page& page);

/// The servers of a database: an overview, then primaries and standbys one by one. Of an SRP authentication
/// key only its fingerprint is known here.
void showServers(const DatabaseContents& database, Page& page);

} // namespace bes::app
