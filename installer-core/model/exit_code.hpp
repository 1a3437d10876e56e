// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace bes {

/// How a run ended. The numbers are part of the product's interface: documented, never reused.
enum class ExitCode : int {
    success = 0,
    internalError = 1,
    usage = 2,
    blocked = 3,
    privileges = 4,
    media = 5,
    diskSpace = 6,
    database = 7,
    primaryUnknown = 8,
    sameComputer = 9,
    standbyExists = 10,
    isPrimary = 11,
    versionMismatch = 12,
    isStandbyOfAnother = 13,
    components = 14,
    ports = 15,
    domino = 16,
    planOutdated = 17,
    failed = 18,
    undoIncomplete = 19,
    busy = 20,
    cancelled = 21,
    notInstalled = 22,
    unfinishedRun = 23,
    promoted = 24,
    replicating = 25,
    fault = 26,
    olderMedia = 27,
    notStarted = 28,
    licenseNotAccepted = 29,
    othersFiles = 30,
    noMemory = 31,
};

struct ExitCodeEntry {
    ExitCode code;
    std::string_view id;      ///< stable word for JSON, e.g. "standby-exists"
    std::string_view meaning; ///< one sentence for help and man page
    std::string_view remedy;  ///< what to do in general
};

/// The one table from which help, the man page and JSON take codes and their meaning.
[[nodiscard]] std::span<const ExitCodeEntry> exitCodes();
[[nodiscard]] const ExitCodeEntry& describe(ExitCode code);

} // namespace bes
