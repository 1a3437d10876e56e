// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

/// Turns Ctrl-C and a polite request to end (SIGINT, SIGTERM, SIGHUP) into a stop of the returned token for
/// the rest of the process's life. A second signal changes nothing: undoing goes on.
[[nodiscard]] std::stop_token stopOnSignals();

/// The same token, where others decide whether this process hears signals.
[[nodiscard]] std::stop_token stopOfProcess();
/// Stops it as a signal would.
void askToStop();

/// For a process that becomes another program: from now on signals do what they did before stopOnSignals(),
/// so that none is lost between two programs. True: one came before.
[[nodiscard]] bool stopHearingSignals();

/// What is written when a process ends that did not react to a signal by itself.
struct LastWords {
    int exitCode = 0;
    std::string output;        ///< to standard output
    std::string errors;        ///< to standard error
    std::string whileChanging; ///< to standard error instead, where it goes on because changes are under way
};

/// A process that only looks may hang in what can't be asked to stop: a name service, a database, a disk.
/// From now on one that has not ended a second after a signal is ended, unless changes are under way.
void endSoonAfterSignals(LastWords words);

/// The work is done: from now on the process ends by itself, and no signal ends it as if it were cancelled.
void endByItself();

/// While one lives, changes are under way: a signal only asks to stop, and what was done is undone.
class ChangesUnderWay {
public:
    ChangesUnderWay();
    ChangesUnderWay(const ChangesUnderWay&) = delete;
    ChangesUnderWay& operator=(const ChangesUnderWay&) = delete;
    ~ChangesUnderWay();

    /// The stop that was asked for is being done: it need not be said any more.
    static void stopping();
};

/// Of what did not come to its end because of a stop: run.cancelled.
[[nodiscard]] Failure cancelled();

} // namespace bes::host
