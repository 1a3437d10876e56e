// SPDX-License-Identifier: Apache-2.0
#include "detect/detect.hpp"

#include <future>

#include "detect/looks.hpp"
#include "detect/other_run.hpp"

namespace bes::detect {

Facts detect(const Request& request, const Passwords& passwords, const Limits& limits,
             const Fact<domino::DominoFacts>* asked, std::stop_token stop) {
    const OtherRun other(host::Root(request.root));
    const Past past = lookAtJournal(request);
    // These wait for disks, other computers and the name service: they wait side by side.
    const auto policy = std::launch::async | std::launch::deferred;
    auto site = std::async(policy, [&] { return lookAtSite(request, passwords.database, limits); });
    auto media = std::async(policy, [&] { return lookAtMedia(request, past); });
    auto computer = std::async(policy, [&] { return lookAtComputer(request); });

    Facts facts;
    facts.administrator = lookAtPrivileges(request);
    facts.serviceManager = lookAtServiceManager(request);
    facts.serviceAccountExists = lookAtServiceAccount(request);
    facts.notesIni = lookForNotesIni(request);
    facts.space = lookAtSpace(request, facts.notesIni);
    facts.installed = past.installed;
    facts.unfinishedRun = past.unfinishedRun;
    facts.fromPublicReceipt = past.fromPublicReceipt;
    facts.writableByOthers = lookWhoElseWrites(request);

    Site found = site.get();
    facts.database = std::move(found.database);
    facts.databaseNotChangeable = std::move(found.databaseNotChangeable);
    facts.primaryAddresses = std::move(found.primaryAddresses);
    facts.srpEndpoint = std::move(found.srpEndpoint);
    facts.domino =
        asked != nullptr ? *asked : lookAtDomino(request, passwords.dominoHttp, facts, std::move(stop));

    facts.media = media.get();
    facts.ports = lookAtPorts(request, facts.media);
    facts.others = lookAtPlaces(request, past, facts.media, {});
    facts.logFolder = lookAtLogFolder(request, past);
    facts.computer = computer.get();
    facts.surroundings = lookAtSurroundings(request, passwords.database, facts);
    other.noteIn(facts);
    return facts;
}

} // namespace bes::detect
