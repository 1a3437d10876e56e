// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "console.hpp"
#include "run_log.hpp"

namespace bes::app {

/// That a run failed, into its log and to who started it: a line of JSON for programs, text for people.
[[nodiscard]] ExitCode tellFailure(const Failure& failure, RunLog& log, bool json, Console& console);

} // namespace bes::app
