// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace bes::host {

// How a system tells that a process shall end. What follows from it is the same everywhere
// (interruption.cpp).

/// From now on every such wish leads to askedToStop(), in a thread that may wait. Called once.
void listenForStops();
/// The token is stopped, and a process that does not end by itself is ended, unless changes are under way.
void askedToStop();
/// Without anything that a process does at its end.
[[noreturn]] void endAtOnce(int exitCode);

} // namespace bes::host
