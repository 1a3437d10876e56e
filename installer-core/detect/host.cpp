// SPDX-License-Identifier: Apache-2.0
#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "detect/system_places.hpp"
#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "host/time_limited.hpp"
#include "journal/state_folder.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

/// A server of a network file system may not answer.
constexpr std::chrono::milliseconds longestLook{5000};

} // namespace

Fact<bool> lookAtPrivileges(const Request& request) {
    if (host::isAdministrator())
        return true;
    return !request.onRunningSystem() && host::checkWritable(request.root).has_value();
}

Fact<ServiceManagerState> lookAtServiceManager(const Request& request) {
    return host::ServiceControl::open(host::Root(request.root))->managerState();
}

Fact<bool> lookAtServiceAccount(const Request& request) {
    const auto account = host::findAccount(host::Root(request.root), request.serviceAccount);
    return account ? Fact<bool>(account->has_value()) : unknownFor<bool>(account.error());
}

namespace {

namespace fs = std::filesystem;

/// Where the file lies, and its journal while it is written; empty: on a server.
fs::path databaseFolder(const DatabaseAddress& database) {
    if (!database.isFile() || database.location.empty())
        return {};
    std::error_code error;
    const fs::path real = fs::weakly_canonical(database.location, error);
    return error ? fs::path() : real.parent_path();
}

/// Where something is written, and the path by which it is reached now.
std::map<fs::path, fs::path> foldersWritten(const Request& request,
                                            const Fact<std::optional<NotesIni>>& notesIni) {
    const host::Root root(request.root);
    std::map<fs::path, fs::path> folders;
    for (const fs::path& folder :
         {request.installFolder, request.configurationFolder, request.logFolder, journal::stateFolder()})
        folders[folder] = root.followed(folder);
    for (const fs::path& folder : foldersOfSystem())
        folders[folder] = root.followed(folder);
    if (notesIni.known() && notesIni.value())
        if (const fs::path folder = notesIni.value()->path.parent_path(); !folder.empty())
            folders[folder] = root.followed(folder);
    if (const fs::path folder = databaseFolder(request.database); !folder.empty())
        folders[folder] = folder; // of the computer that setup runs on
    return folders;
}

} // namespace

std::map<fs::path, Fact<FileSystemSpace>> lookAtSpace(const Request& request,
                                                      const Fact<std::optional<NotesIni>>& notesIni) {
    std::map<fs::path, Fact<FileSystemSpace>> spaces;
    for (const auto& [folder, path] : foldersWritten(request, notesIni))
        spaces[folder] = factOf(host::timeLimited(longestLook, "Can't look at " + utf8(folder),
                                                  [path = path] { return host::space(path); }));
    return spaces;
}

} // namespace bes::detect
