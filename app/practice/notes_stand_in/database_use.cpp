// SPDX-License-Identifier: Apache-2.0
#include "database_use.hpp"

#include "lmbcs.hpp"

namespace stand_in {
using notes::Code;
using notes::Status;

NetPath splitNetPath(const char* path) {
    const std::string text = path == nullptr ? "" : path;
    const std::size_t port = text.find("!!!");
    const std::size_t begin = port == std::string::npos ? 0 : port + 3;
    const std::size_t end = text.find("!!", begin);
    if (end == std::string::npos)
        return {"", utf8Of(text.substr(begin))};
    return {text.substr(begin, end - begin), utf8Of(text.substr(end + 2))};
}

const Server* serverOf(const Call& call, const NetPath& path) {
    if (!path.server.empty())
        return call.server(path.server.c_str());
    call.warn("local access to \"" + path.file + "\" beside the running server");
    return call.scenario().find(call.scenario().ownServer);
}

FoundDatabase findDatabase(const Call& call, const Server& server, const std::string& file) {
    const bool wrongSeparator = !server.backslash && file.find('\\') != std::string::npos;
    const std::optional<Database> found = Files(call.scenario(), server).database(file);
    if (!found || wrongSeparator)
        return {Code::noSuchFile, {}};
    return {found->readable ? Code::none : Code::noAccess, *found};
}

DatabaseUse::DatabaseUse(const Call& call, notes::DatabaseHandle handle) : call_(call) {
    OpenDatabases& databases = call.runtime().databases;
    const OpenDatabase* found = databases.find(handle);
    if (found == nullptr)
        call.panic(databases.complaint(handle));
    if (!databases.isOfThisThread(handle))
        call.panic("the database belongs to another thread");
    open_ = *found;
    server_ = call.scenario().find(open_.server);
    if (server_ != nullptr && !open_.isDirectory)
        found_ = findDatabase(call, *server_, open_.path);
}

std::optional<Status> DatabaseUse::unusable(bool asDirectory) const {
    if (server_ == nullptr || server_->status)
        return static_cast<Status>(Code::sessionClosed);
    if (open_.isDirectory != asDirectory)
        return call_.status(*server_, asDirectory ? Code::notADirectory : Code::isDirectory);
    if (found_.problem != Code::none)
        return call_.status(*server_, found_.problem);
    return std::nullopt;
}

} // namespace stand_in
