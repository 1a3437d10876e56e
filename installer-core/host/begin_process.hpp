// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "host/handed_on.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// Puts in order what a process inherits from whoever started it: descriptors 0 to 2 are open (where there
/// was none, /dev/null stands there), others don't go on to programs that are started; umask 022; no signal
/// is blocked, and none is ignored but those by which nohup and background jobs are told (SIGHUP, SIGINT,
/// SIGQUIT) and SIGXFSZ, for a limit is an error of a write then; no timer runs; limits are raised as far as
/// they may be; a core file is never written. Failures process.rights where the program's file gives rights
/// that its caller has not, process.limits, process.descriptors.
[[nodiscard]] Result<void> orderProcess(Program program);

/// What main() was called with.
struct BegunProcess {
    std::vector<std::string> words; ///< of the command line, without the program's name
    Variables environment;          ///< all of it, as the caller gave it
};

/// The first call of main(), before a library looks around or a thread begins: orderProcess(), and in the
/// environment of the process stays only what keptVariables() names. The rest is overwritten where it stood.
[[nodiscard]] Result<BegunProcess> beginProcess(Program program, int count, const char* const* words);

/// Tells that a program could not begin, on standard error. Returns its exit code.
[[nodiscard]] int tellNotBegun(const char* program, const Failure& failure);

} // namespace bes::host
