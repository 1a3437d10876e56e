// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::host {

// How bytes leave this process, which WaitingOutput asks each system for.

inline constexpr int standardOutputNumber = 1;
inline constexpr int standardErrorNumber = 2;

/// The thread that writes takes no signals but the one that says that nobody reads: that ends the process,
/// unless it wants to survive it.
void leaveSignalsToOthers();

/// 0, or the system's number of why they could not be written.
[[nodiscard]] int writeWhole(int descriptor, std::string_view bytes);

[[nodiscard]] bool nobodyReads(int error);
[[nodiscard]] std::string whyNotWritten(int error);
[[nodiscard]] std::string remedyForOutput(int error);

} // namespace bes::host
