// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/situation.hpp"
#include "model/findings.hpp"
#include "model/maintenance.hpp"

namespace bes::check {

// One function per subject. A rule that needs what is not known says nothing: that it is not known is said
// once, by the rule of the subject that it belongs to.

/// A part of checkPrimary().
[[nodiscard]] Finding checkVersion(const Server& primary, const Catalog& catalog);

/// disk.files, of places that take too few.
[[nodiscard]] Finding tooFewFiles(const std::vector<std::string>& places);

[[nodiscard]] Findings checkPrivileges(const Situation& situation);
[[nodiscard]] Findings checkServiceManager(const Situation& situation);
[[nodiscard]] Findings checkServiceAccount(const Situation& situation);
/// Nobody but root can write where root works.
[[nodiscard]] Findings checkWritableByOthers(const Situation& situation);
/// None where no other run changes what was looked at; otherwise nothing else can be judged.
[[nodiscard]] Findings checkOtherRun(const Situation& situation);
[[nodiscard]] Findings checkUnfinishedRun(const Situation& situation);
/// A warning where the standby that is installed acts as primary; nothing where it does not.
[[nodiscard]] Findings checkActsAsPrimary(const Situation& situation);
[[nodiscard]] Findings checkInstalled(const Situation& situation);
/// What to do where it is not known whether a standby is installed.
[[nodiscard]] Remedy remedyOfUnknown(const Situation& situation);
[[nodiscard]] Findings checkDatabase(const Situation& situation);
/// None where it can be changed.
[[nodiscard]] Findings checkDatabaseChange(const Situation& situation);
[[nodiscard]] Findings checkPrimary(const Situation& situation);
[[nodiscard]] Findings checkPair(const Situation& situation);
[[nodiscard]] Findings checkComputer(const Situation& situation);
[[nodiscard]] Findings checkSrp(const Situation& situation);
[[nodiscard]] Findings checkMedia(const Situation& situation);
/// Also for an upgrade, where nobody is asked again for what was accepted before.
[[nodiscard]] Findings checkLicense(const Situation& situation);
[[nodiscard]] Findings checkComponents(const Situation& situation);
[[nodiscard]] Findings checkPlaces(const Situation& situation);
/// For a standby with these components.
[[nodiscard]] Findings checkPlacesOf(const Situation& situation,
                                     const std::vector<const Component*>& components);
[[nodiscard]] Findings checkSpace(const Situation& situation);
/// For unpacking these packages over the standby that is installed.
[[nodiscard]] Findings checkSpaceFor(const Situation& situation, const std::vector<std::string>& packages);
/// Whether the chosen folders are places for a standby.
[[nodiscard]] Findings checkFolderPlaces(const Situation& situation);
/// Whether what a run does there can be done.
[[nodiscard]] Findings checkFolders(const Situation& situation);
/// The same for a standby that is installed; a removal needs less.
[[nodiscard]] Findings checkFoldersOfInstalled(const Situation& situation, const Maintenance& wanted);
[[nodiscard]] Findings checkPrograms(const Situation& situation);
[[nodiscard]] Findings checkSystemd(const Situation& situation);
[[nodiscard]] Findings checkDatabaseRights(const Situation& situation);
[[nodiscard]] Findings checkClock(const Situation& situation);
/// Whether Windows waits for a restart; nothing on other systems.
[[nodiscard]] Findings checkRestart(const Situation& situation);
[[nodiscard]] Findings checkPorts(const Situation& situation);
/// Ports of these components that the standby which is installed does not listen on yet. None where there are
/// none.
[[nodiscard]] Findings checkNewPorts(const Situation& situation, const std::vector<const Component*>& then);
[[nodiscard]] Findings checkDomino(const Situation& situation);
/// Whether notes.ini can be changed where a change to these components, or a removal (none), changes it.
[[nodiscard]] Findings checkDominoForChange(const Situation& situation,
                                            const std::vector<const Component*>& then);
[[nodiscard]] Findings checkCluster(const Situation& situation);

} // namespace bes::check
