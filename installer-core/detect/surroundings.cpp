// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <future>
#include <set>

#include "database/configuration_database.hpp"
#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "detect/pending_restart.hpp"
#include "detect/system_places.hpp"
#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/root.hpp"
#include "host/surroundings.hpp"
#include "host/time_limited.hpp"
#include "journal/state_folder.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::detect {
namespace {

namespace fs = std::filesystem;

/// A file system in this computer answers at once, a network's within a second.
constexpr std::chrono::milliseconds longestLook{5000};

Fact<FolderState> lookAtFolder(const Request& request, const fs::path& folder) {
    return factOf(host::timeLimited(
        longestLook, "Can't look at " + utf8(folder),
        [root = host::Root(request.root), folder] { return host::folderState(root, folder); }));
}

std::map<fs::path, Fact<FolderState>> lookAtFolders(const Request& request) {
    std::vector<fs::path> written{request.installFolder, request.configurationFolder, request.logFolder,
                                  journal::stateFolder()};
    for (const fs::path& folder : foldersOfSystem())
        if (folder != places::accountFileFolder)
            written.push_back(folder);
    std::map<fs::path, std::future<Fact<FolderState>>> looks;
    for (const fs::path& folder : written)
        looks[folder] = std::async(std::launch::async | std::launch::deferred,
                                   [&request, folder] { return lookAtFolder(request, folder); });
    std::map<fs::path, Fact<FolderState>> folders;
    for (auto& [folder, look] : looks)
        folders[folder] = look.get();
    return folders;
}

class Others {
public:
    explicit Others(const Request& request) : root_(request.root) {}

    void add(std::string what, const fs::path& inside, bool forOneFile = false) {
        if (!inside.has_root_directory())
            return;
        found.push_back({what, inside, forOneFile});
        std::error_code error;
        fs::path real = root_.isRunningSystem() ? fs::weakly_canonical(inside, error)
                                                : root_.seenInside(root_.followed(inside));
        if (!error && real != inside)
            found.push_back({std::move(what), std::move(real), forOneFile});
    }
    /// A path of the computer that setup runs on, which may lie in an image.
    void addOfHost(const std::string& what, const fs::path& path, bool forOneFile = false) {
        if (path.empty())
            return;
        std::error_code error;
        const fs::path real = fs::weakly_canonical(path, error);
        if (error)
            return;
        if (root_.isRunningSystem())
            return add(what, real, forOneFile);
        const fs::path below = real.lexically_relative(fs::weakly_canonical(root_.folder(), error));
        if (!error && !below.empty() && *below.begin() != "..")
            add(what, topFolder() / below, forOneFile);
    }

    std::vector<FolderOfOthers> found;

private:
    host::Root root_;
};

/// Of /opt/hcl/domino/notes/latest/linux, /opt/hcl/domino: other folders of Domino stand beside it.
fs::path wholeInstallation(const fs::path& programFolder) {
    const fs::path notes = programFolder.parent_path().parent_path();
    return programFolder.filename() == "linux" && notes.filename() == "notes" ? notes.parent_path()
                                                                              : programFolder;
}

std::vector<FolderOfOthers> foldersOfOthers(const Request& request, const Facts& facts) {
    Others others(request);
    if (facts.notesIni.known() && facts.notesIni.value()) {
        const NotesIni& ini = *facts.notesIni.value();
        others.add("the data folder of the Domino server", ini.path.parent_path());
        others.add("the data folder of the Domino server", ini.dataFolder);
        others.add("the program folder of the Domino server", wholeInstallation(ini.programFolder));
    }
    if (facts.domino.known())
        others.add("the program folder of the Domino server",
                   wholeInstallation(facts.domino.value().library));
    others.add("the program folder of the Domino server", wholeInstallation(request.domino.programFolder));
    others.addOfHost("the media", request.media);
    if (request.database.isFile() && !request.database.location.empty())
        others.addOfHost("the folder of the BlackBerry Configuration Database",
                         fs::absolute(request.database.location).parent_path(), true);
    return std::move(others.found);
}

/// Files and folders of the receipt, and what an undo or a removal moves them out of.
std::vector<Frozen> lookForFrozen(const Request& request, const Receipt& receipt) {
    const host::Root root(request.root);
    std::set<fs::path> paths(receipt.made.folders.begin(), receipt.made.folders.end());
    for (const InstalledFile& file : receipt.files) {
        paths.insert(file.path);
        paths.insert(pathOf(file.path).parent_path());
    }
    for (const KeptThing& thing : receipt.kept) {
        paths.insert(thing.keptAt);
        paths.insert(thing.keptAt.parent_path());
    }
    std::vector<Frozen> frozen;
    for (const fs::path& path : paths)
        if (std::string why = host::whyFrozen(root(path)); !why.empty())
            frozen.push_back({path, std::move(why)});
    return frozen;
}

/// Of a file, detect/site.cpp looks whether it can be changed.
Fact<std::vector<std::string>> lookAtDatabaseRights(const Request& request, const Secret& password,
                                                    const Facts& facts) {
    using Rights = Fact<std::vector<std::string>>;
    if (!facts.database.known() || request.database.isFile())
        return {};
    auto database = database::ConfigurationDatabase::open(request.database, password);
    return database ? factOf(database->missingRights()) : Rights::unknown(reasonOf(database.error()));
}

} // namespace

Surroundings lookAtSurroundings(const Request& request, const Secret& databasePassword, const Facts& facts) {
    const host::Root root(request.root);
    Surroundings around;
    around.folders = lookAtFolders(request);
    around.others = foldersOfOthers(request, facts);
    if (facts.installed.known() && facts.installed.value())
        around.frozen = lookForFrozen(request, facts.installed.value()->receipt);
    around.account = factOf(host::accountState(root, request.serviceAccount));
    const bool manager =
        facts.serviceManager.known() && facts.serviceManager.value() == ServiceManagerState::running;
    if (manager || !request.onRunningSystem())
        around.systemd = factOf(host::systemdState(root));
    around.missingDatabaseRights = lookAtDatabaseRights(request, databasePassword, facts);
    around.restart = lookForPendingRestart(request);
    around.largestFile = host::largestFile();
    around.now = utcNow();
    around.securityModule = request.onRunningSystem() && host::securityModuleEnforces();
    return around;
}

} // namespace bes::detect
