#include <algorithm>
#include <set>

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "model/plan.hpp"

namespace bes::detect {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> unitsOf(const Receipt& receipt) {
    std::vector<std::string> units;
    for (const InstalledFile& file : receipt.files) {
        const fs::path path(file.path);
        if (path.extension() == ".service" || path.extension() == ".target")
            units.push_back(path.filename().string());
    }
    return units;
}

Fact<std::vector<std::string>> runningUnits(const host::Root& root, const Receipt& receipt) {
    const auto control = host::ServiceControl::open(root);
    std::vector<std::string> running;
    for (const std::string& unit : unitsOf(receipt)) {
        const auto state = control->state(unit);
        if (!state)
            return Fact<std::vector<std::string>>::unknown(reasonOf(state.error()));
        if (*state == host::ServiceState::active || *state == host::ServiceState::changing)
            running.push_back(unit);
    }
    return running;
}

/// Paths as the installed computer sees them.
class Foreign {
public:
    Foreign(const host::Root& root, const Receipt& receipt) : root_(root) {
        for (const InstalledFile& file : receipt.files)
            ours_.insert(file.path);
        for (const fs::path& folder : receipt.made.folders)
            ours_.insert(folder.string());
        for (const std::string& path : editableFiles(receipt))
            ours_.insert(newVersionOf(path));
    }

    /// Of a folder that others made only the folder itself is named.
    void lookInto(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entries(root_(folder), error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            const fs::path path = folder / entries->path().filename();
            if (!ours_.contains(path.string()))
                found.push_back(path);
            else if (entries->is_directory(error) && !entries->is_symlink(error))
                lookInto(path);
        }
    }
    void lookForDropIns(const fs::path& unit) {
        const fs::path folder = unit.string() + ".d";
        std::error_code error;
        if (fs::exists(root_(folder), error))
            found.push_back(folder);
    }

    std::vector<fs::path> found;

private:
    const host::Root& root_;
    std::set<std::string> ours_;
};

} // namespace

Fact<StandbyState> lookAtStandby(const Request& request, const Receipt& receipt) {
    const host::Root root(request.root);
    Foreign foreign(root, receipt);
    foreign.lookInto(request.installFolder);
    if (request.configurationFolder != request.installFolder)
        foreign.lookInto(request.configurationFolder);
    for (const InstalledFile& file : receipt.files)
        if (const std::string extension = fs::path(file.path).extension(); extension == ".service")
            foreign.lookForDropIns(file.path);
    std::ranges::sort(foreign.found);
    StandbyState standby{runningUnits(root, receipt), std::move(foreign.found)};
    std::error_code error;
    standby.enabled =
        fs::is_symlink(root("/etc/systemd/system/multi-user.target.wants/bes-standby.target"), error);
    standby.hasLogFolder = fs::is_directory(root(request.logFolder), error);
    return standby;
}

Facts detectInstalled(const Request& request, const Secret& databasePassword, bool everyFile) {
    Facts facts;
    facts.administrator = lookAtPrivileges(request);
    facts.serviceManager = lookAtServiceManager(request);
    facts.serviceAccountExists = lookAtServiceAccount(request);
    facts.computer = lookAtComputer(request);
    facts.database = lookAtDatabase(request, databasePassword);
    facts.notesIni = lookForNotesIni(request);
    Past past = lookAtJournal(request);
    facts.installed = std::move(past.installed);
    facts.unfinishedRun = std::move(past.unfinishedRun);
    facts.fromPublicReceipt = past.fromPublicReceipt;
    facts.writableByOthers = lookWhoElseWrites(request);
    facts.databaseNotChangeable = lookWhetherDatabaseChanges(request, facts.database);
    if (!facts.installed.known() || !facts.installed.value())
        return facts;
    const Receipt& receipt = facts.installed.value()->receipt;
    StandbyState standby = lookAtStandby(request, receipt).value();
    if (everyFile) {
        facts.media = lookAtMedia(request);
        facts.ports = lookAtPorts(request, facts.media);
        facts.space = lookAtSpace(request);
        standby.differences = compareFiles(request, receipt);
    }
    facts.standby = std::move(standby);
    return facts;
}

Facts detectForUpgrade(const Request& request, const Secret& databasePassword) {
    Facts facts;
    facts.installed = lookAtJournal(request).installed;
    if (!facts.installed.known() || !facts.installed.value())
        return facts;
    facts.media = lookAtMedia(request);
    facts.computer = lookAtComputer(request);
    facts.database = lookAtDatabase(request, databasePassword);
    return facts;
}

} // namespace bes::detect
