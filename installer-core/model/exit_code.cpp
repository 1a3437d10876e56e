// SPDX-License-Identifier: Apache-2.0
#include "model/exit_code.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace bes {
namespace {

constexpr std::array table{
    ExitCodeEntry{ExitCode::success, "success", "Done, or there was nothing to do.",
                  "There is nothing to do."},
    ExitCodeEntry{ExitCode::internalError, "internal-error", "A bug in setup; nothing else was changed.",
                  "Send the log and what you did to the developers."},
    ExitCodeEntry{ExitCode::usage, "usage", "The command line, environment or answer file is wrong.",
                  "Correct what is named, and call setup again."},
    ExitCodeEntry{ExitCode::blocked, "blocked", "A check found a blocker.",
                  "Resolve the blockers, and check again."},
    ExitCodeEntry{ExitCode::privileges, "privileges", "Setup was not run as an administrator.",
                  "Run setup as root or with sudo; on Windows as an administrator."},
    ExitCodeEntry{ExitCode::media, "media",
                  "The media is unsigned, not trusted, damaged, incomplete or for another product.",
                  "Copy the media again, or trust its publisher."},
    ExitCodeEntry{ExitCode::diskSpace, "disk-space", "There is not enough free disk space.",
                  "Free space, or choose other folders."},
    ExitCodeEntry{ExitCode::database, "database", "The BlackBerry Configuration Database cannot be used.",
                  "Correct the answers about the database, or have it repaired."},
    ExitCodeEntry{ExitCode::primaryUnknown, "primary-unknown",
                  "The chosen primary is not in the BlackBerry Configuration Database.",
                  "Choose one of the primaries of the database."},
    ExitCodeEntry{ExitCode::sameComputer, "same-computer", "The primary is on this computer.",
                  "Run setup on another computer."},
    ExitCodeEntry{ExitCode::standbyExists, "standby-exists",
                  "The primary already has a standby, or one is being installed.",
                  "Choose another primary, or remove its standby first."},
    ExitCodeEntry{ExitCode::isPrimary, "is-primary",
                  "This computer is a primary; setup cannot turn it into a standby.",
                  "Run setup on another computer."},
    ExitCodeEntry{ExitCode::versionMismatch, "version-mismatch",
                  "The primary and the media have different versions.",
                  "Use media of the primary's version."},
    ExitCodeEntry{ExitCode::isStandbyOfAnother, "is-standby",
                  "This computer is already a standby, of another primary or with other settings.",
                  "Modify, upgrade or remove the standby that is there."},
    ExitCodeEntry{ExitCode::components, "components", "The chosen components do not fit together.",
                  "Choose components that fit together."},
    ExitCodeEntry{ExitCode::ports, "ports", "A required network port is in use.",
                  "Free the port that is named."},
    ExitCodeEntry{ExitCode::domino, "domino", "The Domino server on this computer is not usable.",
                  "Resolve what is named on the Domino servers."},
    ExitCodeEntry{ExitCode::planOutdated, "plan-outdated",
                  "The facts that the plan is based on have changed.", "Make the plan again."},
    ExitCodeEntry{ExitCode::failed, "failed", "A step failed; everything was rolled back.",
                  "Resolve the reason, and call setup again."},
    ExitCodeEntry{ExitCode::undoIncomplete, "undo-incomplete",
                  "A step failed and something could not be rolled back; run setup again.",
                  "Resolve the reason, then recover."},
    ExitCodeEntry{ExitCode::busy, "busy", "Another run of setup is in progress on this computer.",
                  "Wait until the other run has ended."},
    ExitCodeEntry{ExitCode::cancelled, "cancelled", "You cancelled the run; everything was rolled back.",
                  "Call setup again when you want to."},
    ExitCodeEntry{ExitCode::notInstalled, "not-installed", "No standby is installed here.",
                  "Install a standby first."},
    ExitCodeEntry{ExitCode::unfinishedRun, "unfinished-run",
                  "An earlier run was interrupted and must be rolled back first.",
                  "Recover, then call setup again."},
    ExitCodeEntry{ExitCode::promoted, "promoted",
                  "The standby acts as primary now; fail over before you change or remove it.",
                  "Fail over to the primary first."},
    ExitCodeEntry{ExitCode::replicating, "replicating",
                  "The standby works and waits for Domino to replicate state databases.",
                  "Wait, and ask for the status again."},
    ExitCodeEntry{
        ExitCode::fault, "fault",
        "The standby can't take over: the standby or Domino replication has a fault, or setup can't tell.",
        "Read what status names; repair, or resolve it in Domino."},
    ExitCodeEntry{ExitCode::olderMedia, "older-media",
                  "The media is older than the standby that is installed.",
                  "Use media of the installed version or of a newer one."},
    ExitCodeEntry{ExitCode::notStarted, "not-started",
                  "Done, but a service did not start, which you accepted.",
                  "Resolve the reason, and start the service."},
    ExitCodeEntry{ExitCode::licenseNotAccepted, "license-not-accepted",
                  "The license of the media was not accepted.", "Read the license, and accept it."},
    ExitCodeEntry{
        ExitCode::othersFiles, "others-files",
        "Other files are in the places that setup needs, and you did not choose to keep them; or other "
        "units of systemd would start a deferred service, or be stopped by one.",
        "Move the files away, or keep them; change the units of systemd that are named."},
    ExitCodeEntry{ExitCode::noMemory, "no-memory",
                  "The system has no more memory or threads; everything was rolled back.",
                  "End other programs, and call setup again."},
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
