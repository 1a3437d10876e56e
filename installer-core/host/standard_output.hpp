// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "model/failure.hpp"

namespace bes::host {

// What this process says. A thread of its own writes it, in the order in which it was flushed, so that a
// reader who takes nothing (Ctrl-S on a terminal, a full pipe) stops neither the work nor what a signal asks
// for. More than a mebibyte does not wait for a reader: then the work waits, until there is room or a stop is
// asked for.

[[nodiscard]] std::ostream& standardOutput();
[[nodiscard]] std::ostream& standardErrors();

/// Waits until the readers have taken all, and ends the care of endSoonAfterSignals: for when the work is
/// done. Once a stop is asked for, it waits only a moment longer, and the rest is dropped. Failure of
/// standard output: output.write; output.closed where nobody listens any more; run.cancelled where something
/// was dropped.
[[nodiscard]] Result<void> deliverOutput();

} // namespace bes::host
