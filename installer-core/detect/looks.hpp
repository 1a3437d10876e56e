// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "detect/detect.hpp"

namespace bes::detect {

// One function per subject. None of them writes, and what can't be read becomes an unknown fact.

[[nodiscard]] Fact<Computer> lookAtComputer(const Request& request);
[[nodiscard]] Fact<bool> lookAtPrivileges(const Request& request);
[[nodiscard]] Fact<ServiceManagerState> lookAtServiceManager(const Request& request);
[[nodiscard]] Fact<bool> lookAtServiceAccount(const Request& request);
/// Of every folder that a run may write into.
[[nodiscard]] std::map<std::filesystem::path, Fact<FileSystemSpace>>
lookAtSpace(const Request& request, const Fact<std::optional<NotesIni>>& notesIni);

[[nodiscard]] Fact<DatabaseContents> lookAtDatabase(const Request& request, const Secret& password);
/// Why it can't be changed, with what to do; empty where it can, or the contents could not even be read.
[[nodiscard]] std::optional<Obstacle> lookWhetherDatabaseChanges(const Request& request,
                                                                 const Fact<DatabaseContents>& contents);
/// Places that root relies on and others can write, a sentence each with what to do.
[[nodiscard]] std::vector<std::string> lookWhoElseWrites(const Request& request);
[[nodiscard]] Fact<StandbyState> lookAtStandby(const Request& request, const Receipt& receipt);
/// Reads every file of the receipt, several at a time.
[[nodiscard]] Fact<std::vector<FileDifference>> compareFiles(const Request& request, const Receipt& receipt);

/// Needs database, notes.ini and Domino servers of the facts.
[[nodiscard]] Surroundings lookAtSurroundings(const Request& request, const Secret& databasePassword,
                                              const Facts& facts);

/// The database, and what its entry of the primary leads to.
struct Site {
    Fact<DatabaseContents> database;
    Fact<std::vector<std::string>> primaryAddresses;
    Fact<Reachability> srpEndpoint;
    std::optional<Obstacle> databaseNotChangeable = {};
};
[[nodiscard]] Site lookAtSite(const Request& request, const Secret& databasePassword, const Limits& limits);

[[nodiscard]] Fact<MediaContents> lookAtMedia(const Request& request);
[[nodiscard]] Fact<std::vector<PortUse>> lookAtPorts(const Request& request,
                                                     const Fact<MediaContents>& media);
[[nodiscard]] Fact<std::optional<NotesIni>> lookForNotesIni(const Request& request);
/// The one that was edited, where the request names none.
[[nodiscard]] Fact<std::optional<NotesIni>> lookForNotesIniOfInstalled(const Request& request,
                                                                       const Receipt& receipt);
/// Of all Domino servers on this computer, whichever the request names. Unknown where it can't be looked.
[[nodiscard]] Fact<std::vector<NotesIni>> lookForNotesInis(const Request& request);
/// Needs the database and notes.ini of the facts: they tell the names of the two servers.
[[nodiscard]] Fact<domino::DominoFacts> lookAtDomino(const Request& request, const Secret& httpPassword,
                                                     const Facts& facts, std::stop_token stop = {});

/// Asks the Domino servers about those topics. `notesIni` tells this computer's.
[[nodiscard]] domino::DominoFacts askDomino(const Request& request, const std::string& primary,
                                            const Fact<std::optional<NotesIni>>& notesIni,
                                            const std::vector<domino::Topic>& topics,
                                            std::stop_token stop = {});

/// What the journal below the root tells; an account that may not read it is told by the copy of the receipt.
struct Past {
    Fact<std::optional<InstalledState>> installed;
    Fact<std::optional<UnfinishedRun>> unfinishedRun;
    bool fromPublicReceipt = false;         ///< then it is not known whether a run was interrupted
    bool settled = true;                    ///< no run that was committed has to be tidied up after
    std::filesystem::path removedLogs = {}; ///< log folder of the standby that the newest run took away
};
[[nodiscard]] Past lookAtJournal(const Request& request);

/// Where the request names no certificates, those by which the media of the installed standby was trusted
/// count for other media too.
[[nodiscard]] Fact<MediaContents> lookAtMedia(const Request& request, const Past& past);

[[nodiscard]] Fact<LogFolder> lookAtLogFolder(const Request& request, const Past& past);

/// What stands in setup's places and is not setup's. What has to be compared for it may be unknown.
[[nodiscard]] Fact<std::vector<ThingOfOthers>>
lookAtPlaces(const Request& request, const Past& past, const Fact<MediaContents>& media,
             const Fact<std::vector<FileDifference>>& differences);

} // namespace bes::detect
