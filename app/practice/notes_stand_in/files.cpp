// SPDX-License-Identifier: Apache-2.0
#include "files.hpp"

#include <algorithm>
#include <set>

#include "names.hpp"

namespace stand_in {
namespace {

std::string_view folderOf(std::string_view path) {
    const std::size_t end = path.rfind('\\');
    return path.substr(0, end == std::string_view::npos ? 0 : end);
}

bool isBelow(std::string_view path, std::string_view folder) {
    return folder.empty() ||
           (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '\\');
}

bool isIn(std::string_view path, std::string_view folder, bool recurse) {
    return recurse ? isBelow(path, folder) : folderOf(path) == folder;
}

} // namespace

std::string foldedPath(std::string_view path) {
    std::string folded = toLower(path);
    std::replace(folded.begin(), folded.end(), '/', '\\');
    while (folded.ends_with('\\'))
        folded.pop_back();
    return folded;
}

std::string separated(std::string path, const Server& server) {
    if (!server.backslash)
        std::replace(path.begin(), path.end(), '\\', '/');
    return path;
}

std::string infoText(const Database& database) {
    return database.title + "\n" + (database.inheritsFrom.empty() ? "" : "\n#1\n#2" + database.inheritsFrom);
}

Files::Files(const Scenario& scenario, const Server& server) : server_(&server) {
    if (server.stateDatabases)
        stateDatabases_.emplace(scenario.stateDatabases, *server.stateDatabases);
}

std::optional<Database> Files::database(std::string_view path) const {
    const std::string folded = foldedPath(path);
    for (const Database& database : server_->databases) {
        if (foldedPath(database.path) == folded)
            return database;
    }
    if (stateDatabases_ && folderOf(folded) == foldedPath(stateDatabases_->folder()))
        return stateDatabases_->named(folded.substr(folderOf(folded).size() + 1));
    return std::nullopt;
}

std::optional<Database> Files::replica(notes::TimeDate id) const {
    for (const Database& database : server_->databases) {
        if (database.replicaId == id)
            return database;
    }
    return stateDatabases_ ? stateDatabases_->withReplicaId(id) : std::nullopt;
}

bool Files::isFolder(std::string_view path) const {
    const std::string folded = foldedPath(path);
    const std::vector<std::string> all = allFolders();
    return folded.empty() || std::any_of(all.begin(), all.end(),
                                         [&](const std::string& each) { return foldedPath(each) == folded; });
}

std::size_t Files::size() const {
    return server_->databases.size() + (stateDatabases_ ? stateDatabases_->count() : 0);
}

std::optional<Database> Files::at(std::size_t place) const {
    if (place < server_->databases.size())
        return server_->databases[place];
    return stateDatabases_ ? stateDatabases_->at(place - server_->databases.size()) : std::nullopt;
}

void Files::forEachDatabase(std::string_view folder, bool recurse,
                            const std::function<bool(const Database&)>& visit) const {
    const std::string folded = foldedPath(folder);
    for (const Database& database : server_->databases) {
        if (isIn(foldedPath(database.path), folded, recurse) && !visit(database))
            return;
    }
    if (!stateDatabases_ || !isIn(foldedPath(stateDatabases_->folder()) + "\\x", folded, recurse))
        return;
    for (std::size_t i = 0; i < stateDatabases_->count(); ++i) {
        const std::optional<Database> database = stateDatabases_->at(i);
        if (database && !visit(*database))
            return;
    }
}

std::vector<std::string> Files::folders(std::string_view folder, bool recurse) const {
    std::vector<std::string> found = allFolders();
    const std::string folded = foldedPath(folder);
    std::erase_if(found, [&](const std::string& each) { return !isIn(foldedPath(each), folded, recurse); });
    return found;
}

std::vector<std::string> Files::allFolders() const {
    std::vector<std::string> paths = server_->folders;
    if (stateDatabases_)
        paths.push_back(stateDatabases_->folder());
    for (const Database& database : server_->databases)
        paths.emplace_back(folderOf(database.path));
    std::set<std::string> seen;
    std::vector<std::string> all;
    for (std::string path : paths) {
        for (; !path.empty(); path = folderOf(path)) {
            if (seen.insert(foldedPath(path)).second)
                all.push_back(path);
        }
    }
    return all;
}

} // namespace stand_in
