// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "detect/other_run.hpp"
#include "host/digest.hpp"
#include "host/folder_entries.hpp"
#include "host/reached.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "model/places.hpp"
#include "model/plan.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

namespace fs = std::filesystem;

/// What the service manager calls the services and groups of the standby.
std::vector<std::string> keysOf(const Receipt& receipt) {
    std::vector<std::string> units;
    if (host::thisSystem() == System::windows)
        for (const ServiceDefinition& service : receipt.services.definitions)
            units.push_back(service.key);
    for (const InstalledFile& file : receipt.files) {
        const fs::path path(file.path);
        if (path.extension() == ".service" || path.extension() == ".target")
            units.push_back(utf8(path.filename()));
    }
    return units;
}

Fact<std::vector<std::string>> runningUnits(const host::Root& root, const Receipt& receipt) {
    const auto control = host::ServiceControl::open(root);
    std::vector<std::string> running;
    for (const std::string& unit : keysOf(receipt)) {
        const auto state = control->state(unit);
        if (!state)
            return unknownFor<std::vector<std::string>>(state.error());
        if (*state == host::ServiceState::active || *state == host::ServiceState::changing)
            running.push_back(unit);
    }
    return running;
}

/// Paths as the installed computer sees them.
class FilesOfOthers {
public:
    FilesOfOthers(const host::Root& root, const Receipt& receipt) : root_(root) {
        for (const InstalledFile& file : receipt.files)
            ours_.insert(file.path);
        for (const fs::path& folder : receipt.made.folders)
            ours_.insert(utf8(folder));
        for (const KeptThing& thing : receipt.kept)
            kept_.insert(thing.keptAt);
        const std::vector<std::string> editable = editableFiles(receipt);
        for (const InstalledFile& file : receipt.files)
            if (const fs::path beside = newVersionOf(file.path); // as setup put it there, and nobody changed
                std::ranges::count(editable, file.path) > 0 &&
                host::sha256OfFile(root_(beside)) == file.sha256)
                ours_.insert(utf8(beside));
    }

    /// Of a folder that others made only the folder itself is named.
    void lookInto(const fs::path& folder) {
        const auto entries = host::entriesIn(root_.followed(folder));
        if (!entries)
            return;
        for (const host::FolderEntry& entry : *entries) {
            const fs::path path = folder / entry.path.filename();
            if (kept_.contains(path))
                continue;
            if (!ours_.contains(utf8(path)))
                found.push_back(path);
            else if (entry.folder)
                lookInto(path);
        }
    }
    void lookForDropIns(const fs::path& unit) {
        const fs::path folder = utf8(unit) + ".d";
        std::error_code error;
        if (fs::exists(root_.followed(folder), error))
            found.push_back(folder);
    }

    std::vector<fs::path> found;

private:
    const host::Root& root_;
    std::set<std::string> ours_;
    std::set<fs::path> kept_; ///< of others, and known
};

Facts lookAtInstalled(const Request& request, const Secret& databasePassword, bool everyFile);

} // namespace

Fact<StandbyState> lookAtStandby(const Request& request, const Receipt& receipt) {
    const host::Root root(request.root);
    FilesOfOthers others(root, receipt);
    others.lookInto(request.installFolder);
    if (request.configurationFolder != request.installFolder)
        others.lookInto(request.configurationFolder);
    for (const InstalledFile& file : receipt.files)
        if (const std::string extension = utf8(pathOf(file.path).extension()); extension == ".service")
            others.lookForDropIns(file.path);
    std::ranges::sort(others.found);
    StandbyState standby{runningUnits(root, receipt), std::move(others.found)};
    std::error_code error;
    standby.enabled = host::thisSystem() == System::windows || // there the start type of each service says so
                      fs::is_symlink(root(places::bootLink(places::standbyTarget)), error);
    standby.hasLogFolder = host::leadsToFolder(root.followed(request.logFolder));
    return standby;
}

Facts detectInstalled(const Request& request, const Secret& databasePassword, bool everyFile) {
    const OtherRun other(host::Root(request.root));
    Facts facts = lookAtInstalled(request, databasePassword, everyFile);
    other.noteIn(facts);
    return facts;
}

namespace {

Facts lookAtInstalled(const Request& request, const Secret& databasePassword, bool everyFile) {
    Facts facts;
    facts.administrator = lookAtPrivileges(request);
    facts.serviceManager = lookAtServiceManager(request);
    facts.serviceAccountExists = lookAtServiceAccount(request);
    facts.computer = lookAtComputer(request);
    facts.database = lookAtDatabase(request, databasePassword);
    const Past past = lookAtJournal(request);
    facts.installed = past.installed;
    facts.unfinishedRun = past.unfinishedRun;
    facts.fromPublicReceipt = past.fromPublicReceipt;
    facts.writableByOthers = lookWhoElseWrites(request);
    facts.databaseNotChangeable = lookWhetherDatabaseChanges(request, facts.database);
    if (!facts.installed.known() || !facts.installed.value())
        return facts;
    const Receipt& receipt = facts.installed.value()->receipt;
    facts.notesIni = lookForNotesIniOfInstalled(request, receipt);
    StandbyState standby = lookAtStandby(request, receipt).value();
    standby.differences = compareFiles(request, receipt);
    if (everyFile) {
        facts.media = lookAtMedia(request);
        facts.ports = lookAtPorts(request, facts.media);
        facts.space = lookAtSpace(request, facts.notesIni);
        facts.others = lookAtPlaces(request, past, facts.media, standby.differences);
    }
    facts.logFolder = lookAtLogFolder(request, past);
    facts.standby = std::move(standby);
    facts.surroundings = lookAtSurroundings(request, databasePassword, facts);
    return facts;
}

} // namespace

Facts detectForUpgrade(const Request& request, const Secret& databasePassword) {
    Facts facts;
    const Past past = lookAtJournal(request);
    facts.installed = past.installed;
    if (!facts.installed.known() || !facts.installed.value())
        return facts;
    facts.media = lookAtMedia(request, past);
    facts.computer = lookAtComputer(request);
    facts.database = lookAtDatabase(request, databasePassword);
    return facts;
}

} // namespace bes::detect
