// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "copy_text.hpp"
#include "database_use.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "times.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::Database;
using stand_in::DatabaseUse;
using stand_in::NetPath;
using stand_in::Server;

namespace {

constexpr std::int64_t secondsSinceDesign =
    2'592'000; ///< the design was changed that long before the documents

TimeDate modifiedTime(const Server& server, const Database& database) {
    return stand_in::timeOf(database.modified, server.zone);
}

void putTimes(TimeDate modified, TimeDate* data, TimeDate* nonData) {
    if (data != nullptr)
        *data = modified;
    if (nonData != nullptr)
        *nonData = stand_in::timeOf(stand_in::unixSecondsOf(modified) - secondsSinceDesign);
}

Code refusalToOpen(const Server& server) {
    if (server.opensDatabases)
        return Code::none;
    return server.state == stand_in::ServerState::restricted ? Code::serverRestricted : Code::serverBusy;
}

} // namespace

Status NSFDbOpen(const char* path, DatabaseHandle* database) noexcept {
    const NetPath netPath = stand_in::splitNetPath(path);
    const Call call("NSFDbOpen", netPath.server.c_str());
    if (const auto injected = call.injected())
        return *injected;
    const Server* server = stand_in::serverOf(call, netPath);
    if (server != nullptr && !server->failsOverTo.empty())
        server = call.scenario().find(server->failsOverTo);
    if (server == nullptr)
        return static_cast<Status>(Code::serverNotFound);
    if (const auto refusal = call.refusal(server))
        return *refusal;
    if (const Code code = refusalToOpen(*server); code != Code::none)
        return call.status(*server, code);
    const bool isFolder = stand_in::Files(call.scenario(), *server).isFolder(netPath.file);
    if (const Code code = stand_in::findDatabase(call, *server, netPath.file).problem;
        code != Code::none && !isFolder)
        return call.status(*server, code);
    const std::string origin = "NSFDbOpen of " + server->name + " " + netPath.file;
    call.store(database, call.runtime().databases.add(origin, {server->name, netPath.file, isFolder}));
    return 0;
}

Status NSFDbClose(DatabaseHandle database) noexcept {
    const Call call("NSFDbClose");
    const DatabaseUse use(call, database);
    call.runtime().databases.remove(database);
    return 0;
}

Status NSFDbModeGet(DatabaseHandle database, Word* mode) noexcept {
    const Call call("NSFDbModeGet");
    const DatabaseUse use(call, database);
    call.need(mode, "the variable for the mode");
    *mode = static_cast<Word>(use.open().isDirectory ? DatabaseMode::directory : DatabaseMode::database);
    return 0;
}

Status NSFDbReplicaInfoGet(DatabaseHandle database, ReplicaInfo* info) noexcept {
    const Call call("NSFDbReplicaInfoGet");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    *info = {use.database().replicaId, use.database().replicaFlags, 90, {}};
    return 0;
}

Status NSFDbModifiedTime(DatabaseHandle database, TimeDate* data, TimeDate* nonData) noexcept {
    const Call call("NSFDbModifiedTime");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    putTimes(modifiedTime(use.server(), use.database()), data, nonData);
    return 0;
}

Status NSFDbModifiedTimeByName(const char* path, TimeDate* data, TimeDate* nonData) noexcept {
    const NetPath netPath = stand_in::splitNetPath(path);
    const Call call("NSFDbModifiedTimeByName", netPath.server.c_str());
    if (const auto injected = call.injected())
        return *injected;
    const Server* server = stand_in::serverOf(call, netPath);
    if (const auto refusal = call.refusal(server))
        return *refusal;
    const stand_in::FoundDatabase found = stand_in::findDatabase(call, *server, netPath.file);
    if (found.problem != Code::none)
        return call.status(*server, found.problem);
    putTimes(modifiedTime(*server, found.database), data, nonData);
    return 0;
}

Status NSFDbLocateByReplicaID(DatabaseHandle directory, TimeDate* replicaId, char* path,
                              Word maxLength) noexcept {
    const Call call("NSFDbLocateByReplicaID");
    const DatabaseUse use(call, directory);
    call.need(replicaId, "the replica ID");
    call.need(path, "the buffer");
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(true))
        return *problem;
    const std::optional<Database> found = use.files().replica(*replicaId);
    if (!found)
        return call.status(use.server(), Code::noSuchFile);
    stand_in::copyText(stand_in::lmbcsOf(stand_in::separated(found->path, use.server())), path,
                       maxLength + std::size_t{1});
    return 0;
}

} // namespace bes::domino::notes
