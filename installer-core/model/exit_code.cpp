// SPDX-License-Identifier: Apache-2.0
#include "model/exit_code.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace bes {
namespace {

constexpr std::array table{
    ExitCodeEntry{ExitCode::success, "success", "Done, or there was nothing to do."},
    ExitCodeEntry{ExitCode::internalError, "internal-error", "A bug in setup; nothing else was changed."},
    ExitCodeEntry{ExitCode::usage, "usage", "The command line, environment or answer file is wrong."},
    ExitCodeEntry{ExitCode::blocked, "blocked", "A check found a blocker."},
    ExitCodeEntry{ExitCode::privileges, "privileges", "Setup was not run as an administrator."},
    ExitCodeEntry{ExitCode::media, "media",
                  "The media is unsigned, not trusted, damaged, incomplete or for another product."},
    ExitCodeEntry{ExitCode::diskSpace, "disk-space", "There is not enough free disk space."},
    ExitCodeEntry{ExitCode::database, "database", "The BlackBerry Configuration Database cannot be used."},
    ExitCodeEntry{ExitCode::primaryUnknown, "primary-unknown",
                  "The chosen primary is not in the BlackBerry Configuration Database."},
    ExitCodeEntry{ExitCode::sameComputer, "same-computer", "The primary is on this computer."},
    ExitCodeEntry{ExitCode::standbyExists, "standby-exists",
                  "The primary already has a standby, or one is being installed."},
    ExitCodeEntry{ExitCode::isPrimary, "is-primary",
                  "This computer is a primary; setup cannot turn it into a standby."},
    ExitCodeEntry{ExitCode::versionMismatch, "version-mismatch",
                  "The primary and the media have different versions."},
    ExitCodeEntry{ExitCode::isStandbyOfAnother, "is-standby",
                  "This computer is already a standby, of another primary or with other settings."},
    ExitCodeEntry{ExitCode::components, "components", "The chosen components do not fit together."},
    ExitCodeEntry{ExitCode::ports, "ports", "A required network port is in use."},
    ExitCodeEntry{ExitCode::domino, "domino", "The Domino server on this computer is not usable."},
    ExitCodeEntry{ExitCode::planOutdated, "plan-outdated",
                  "The facts that the plan is based on have changed."},
    ExitCodeEntry{ExitCode::failed, "failed", "A step failed; everything was rolled back."},
    ExitCodeEntry{ExitCode::undoIncomplete, "undo-incomplete",
                  "A step failed and something could not be rolled back; run setup again."},
    ExitCodeEntry{ExitCode::busy, "busy", "Another run of setup is in progress on this computer."},
    ExitCodeEntry{ExitCode::cancelled, "cancelled", "You cancelled the run; everything was rolled back."},
    ExitCodeEntry{ExitCode::notInstalled, "not-installed", "No standby is installed here."},
    ExitCodeEntry{ExitCode::unfinishedRun, "unfinished-run",
                  "An earlier run was interrupted and must be rolled back first."},
    ExitCodeEntry{ExitCode::promoted, "promoted",
                  "The standby acts as primary now; fail over before you change or remove it."},
    ExitCodeEntry{ExitCode::replicating, "replicating",
                  "The standby works and waits for Domino to replicate state databases."},
    ExitCodeEntry{
        ExitCode::fault, "fault",
        "The standby can't take over: the standby or Domino replication has a fault, or setup can't tell."},
    ExitCodeEntry{ExitCode::olderMedia, "older-media",
                  "The media is older than the standby that is installed."},
    ExitCodeEntry{ExitCode::notStarted, "not-started",
                  "Done, but a service did not start, which you accepted."},
    ExitCodeEntry{ExitCode::licenseNotAccepted, "license-not-accepted",
                  "The license of the media was not accepted."},
    ExitCodeEntry{
        ExitCode::othersFiles, "others-files",
        "Other files are in the places that setup needs, and you did not choose to keep them; or other "
        "units would start a deferred service, or be stopped by one."},
    ExitCodeEntry{ExitCode::noMemory, "no-memory",
                  "The system has no more memory or threads; everything was rolled back."},
};

} // namespace

std::span<const ExitCodeEntry> exitCodes() {
    return table;
}

const ExitCodeEntry& describe(ExitCode code) {
    const auto* found = std::ranges::find(table, code, &ExitCodeEntry::code);
    if (found == table.end())
        throw std::logic_error("exit code without an entry in the table");
    return *found;
}

} // namespace bes
