// SPDX-License-Identifier: Apache-2.0
#include "model/exit_code.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace bes {
namespace {

constexpr std::array table{
    ExitCodeEntry{ExitCode::success, "success", "Done, or there was nothing to do."},
    ExitCodeEntry{ExitCode::internalError, "internal-error", "A bug in setup; nothing more was changed."},
    ExitCodeEntry{ExitCode::usage, "usage", "The command line, environment or answer file is wrong."},
    ExitCodeEntry{ExitCode::blocked, "blocked", "A check forbids what was asked for."},
    ExitCodeEntry{ExitCode::privileges, "privileges", "Setup was not run as an administrator."},
    ExitCodeEntry{ExitCode::media, "media",
                  "The media is unsigned, wrongly signed, damaged, incomplete or of another product."},
    ExitCodeEntry{ExitCode::diskSpace, "disk-space", "There is not enough free disk space."},
    ExitCodeEntry{ExitCode::database, "database", "The BlackBerry Configuration Database cannot be used."},
    ExitCodeEntry{ExitCode::primaryUnknown, "primary-unknown",
                  "The named primary is not in the BlackBerry Configuration Database."},
    ExitCodeEntry{ExitCode::sameComputer, "same-computer", "The primary is on this computer."},
    ExitCodeEntry{ExitCode::standbyExists, "standby-exists",
                  "The primary already has a standby, or one is being installed."},
    ExitCodeEntry{ExitCode::isPrimary, "is-primary",
                  "This computer is a primary; setup cannot turn it into a standby."},
    ExitCodeEntry{ExitCode::versionMismatch, "version-mismatch",
                  "The primary and the media have different versions."},
    ExitCodeEntry{ExitCode::isStandbyOfAnother, "is-standby",
                  "This computer is already a standby, of another primary or with other choices."},
    ExitCodeEntry{ExitCode::components, "components", "The chosen components do not fit together."},
    ExitCodeEntry{ExitCode::ports, "ports", "A network port that is needed is in use."},
    ExitCodeEntry{ExitCode::domino, "domino", "The Domino server on this computer is not usable."},
    ExitCodeEntry{ExitCode::planOutdated, "plan-outdated",
                  "The plan was made from facts that have changed since."},
    ExitCodeEntry{ExitCode::failed, "failed", "A step failed; everything done before it was undone."},
    ExitCodeEntry{ExitCode::undoIncomplete, "undo-incomplete",
                  "A step failed and something could not be undone; run setup again."},
    ExitCodeEntry{ExitCode::busy, "busy", "Another run of setup is under way on this computer."},
    ExitCodeEntry{ExitCode::cancelled, "cancelled", "Cancelled by the person; everything was undone."},
    ExitCodeEntry{ExitCode::notInstalled, "not-installed", "No standby is installed here."},
    ExitCodeEntry{ExitCode::unfinishedRun, "unfinished-run",
                  "An earlier run was interrupted and has to be undone first."},
    ExitCodeEntry{ExitCode::promoted, "promoted",
                  "The standby acts as primary now; fail over before it is changed or removed."},
    ExitCodeEntry{ExitCode::replicating, "replicating",
                  "The standby works and waits for Domino to replicate state databases."},
    ExitCodeEntry{
        ExitCode::fault, "fault",
        "The standby could not take over: it or Domino's replication is out of order, or that could not be "
        "found out."},
    ExitCodeEntry{ExitCode::olderMedia, "older-media",
                  "The media is older than the standby that is installed."},
    ExitCodeEntry{ExitCode::notStarted, "not-started",
                  "Done, but a service did not start, which was accepted by service.on-start-failure or "
                  "--accept-stopped."},
    ExitCodeEntry{ExitCode::licenseNotAccepted, "license-not-accepted",
                  "The licence of the media was not accepted."},
    ExitCodeEntry{ExitCode::othersFiles, "others-files",
                  "Files of others stand where setup puts its own, and existing.files does not say to keep "
                  "them; or units of others would start a deferred service, or be ended by one."},
    ExitCodeEntry{ExitCode::noMemory, "no-memory",
                  "The system gave no more memory or threads; what was begun is undone."},
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
