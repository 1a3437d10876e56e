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

[[nodiscard]] Findings checkPrivileges(const Situation& now);
[[nodiscard]] Findings checkServiceManager(const Situation& now);
[[nodiscard]] Findings checkServiceAccount(const Situation& now);
/// Nobody but root can write where root works.
[[nodiscard]] Findings checkWritableByOthers(const Situation& now);
/// None where no other run changes what was looked at; otherwise nothing else can be judged.
[[nodiscard]] Findings checkOtherRun(const Situation& now);
[[nodiscard]] Findings checkUnfinishedRun(const Situation& now);
[[nodiscard]] Findings checkInstalled(const Situation& now);
/// What to do where it is not known whether a standby is installed.
[[nodiscard]] Remedy remedyOfUnknown(const Situation& now);
[[nodiscard]] Findings checkDatabase(const Situation& now);
/// None where it can be changed.
[[nodiscard]] Findings checkDatabaseChange(const Situation& now);
[[nodiscard]] Findings checkPrimary(const Situation& now);
[[nodiscard]] Findings checkPair(const Situation& now);
[[nodiscard]] Findings checkComputer(const Situation& now);
[[nodiscard]] Findings checkSrp(const Situation& now);
[[nodiscard]] Findings checkMedia(const Situation& now);
/// Also for an upgrade, where nobody is asked again for what was accepted before.
[[nodiscard]] Findings checkLicense(const Situation& now);
[[nodiscard]] Findings checkComponents(const Situation& now);
[[nodiscard]] Findings checkPlaces(const Situation& now);
/// For a standby with these components.
[[nodiscard]] Findings checkPlacesOf(const Situation& now, const std::vector<const Component*>& components);
[[nodiscard]] Findings checkSpace(const Situation& now);
/// For unpacking these packages over the standby that is installed.
[[nodiscard]] Findings checkSpaceFor(const Situation& now, const std::vector<std::string>& packages);
/// Whether the chosen folders are places for a standby.
[[nodiscard]] Findings checkFolderPlaces(const Situation& now);
/// Whether what a run does there can be done.
[[nodiscard]] Findings checkFolders(const Situation& now);
/// The same for a standby that is installed; a removal needs less.
[[nodiscard]] Findings checkFoldersOfInstalled(const Situation& now, const Maintenance& wanted);
[[nodiscard]] Findings checkPrograms(const Situation& now);
[[nodiscard]] Findings checkSystemd(const Situation& now);
[[nodiscard]] Findings checkDatabaseRights(const Situation& now);
[[nodiscard]] Findings checkClock(const Situation& now);
[[nodiscard]] Findings checkPorts(const Situation& now);
/// Ports of these components that the standby which is installed does not listen on yet. None where there are
/// none.
[[nodiscard]] Findings checkNewPorts(const Situation& now, const std::vector<const Component*>& then);
[[nodiscard]] Findings checkDomino(const Situation& now);
/// Whether notes.ini can be changed where a change to these components, or a removal (none), changes it.
[[nodiscard]] Findings checkDominoForChange(const Situation& now, const std::vector<const Component*>& then);
[[nodiscard]] Findings checkCluster(const Situation& now);

} // namespace bes::check
