#pragma once

#include <stop_token>

namespace bes::host {

/// Turns Ctrl-C and a polite request to end (SIGINT, SIGTERM, SIGHUP) into a stop of the returned token for
/// the rest of the process's life. A second signal changes nothing: undoing goes on.
[[nodiscard]] std::stop_token stopOnSignals();

} // namespace bes::host
