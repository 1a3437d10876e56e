// SPDX-License-Identifier: Apache-2.0
#include "scenario_file.hpp"

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "json_object.hpp"
#include "names.hpp"
#include "times.hpp"

namespace stand_in {
namespace {

using Json = nlohmann::json;
using notes::Code;

const std::vector<std::string> ordinaryTasks{"Router", "Replicator", "Admin Process", "HTTP Server"};
const std::vector<std::string> clusterTasks{"Cluster Replicator", "Cluster Directory"};

/// A status, from a number or "0x4807".
std::optional<notes::Status> parseStatus(const Json& json) {
    if (json.is_null())
        return std::nullopt;
    return json.is_string() ? static_cast<notes::Status>(std::stoul(json.get<std::string>(), nullptr, 0))
                            : json.get<notes::Status>();
}

std::vector<HistoryEntry> parseHistory(const Json& json, const std::string& where) {
    std::vector<HistoryEntry> history;
    for (const Json& each : json) {
        JsonObject object(each, where);
        HistoryEntry entry;
        object.read("server", entry.server);
        object.read("file", entry.file);
        entry.time = parseTime(object["time"].get<std::string>());
        object.readWord("direction", entry.direction,
                        {{"never", notes::ReplicationDirection::never},
                         {"send", notes::ReplicationDirection::send},
                         {"receive", notes::ReplicationDirection::receive}});
        object.refuseOthers();
        history.push_back(entry);
    }
    return history;
}

Database parseDatabase(const std::string& path, const Json& json, const std::string& where) {
    JsonObject object(json, where);
    Database database;
    database.path = path;
    object.read("title", database.title);
    object.read("inherits_from", database.inheritsFrom);
    if (!object["replica_id"].is_string())
        object.fail("replica_id is missing");
    database.replicaId = parseReplicaId(object["replica_id"].get<std::string>());
    std::string modified = "2026-11-20T10:00:00Z";
    object.read("modified", modified);
    database.modified = parseTime(modified);
    object.read("flags", database.replicaFlags);
    object.read("options", database.options);
    object.read("readable", database.readable);
    object.read("cluster_replicate", database.clusterReplicate);
    database.history = parseHistory(object["history"], object.where("history"));
    object.refuseOthers();
    return database;
}

Amount parseAmount(JsonObject& object, const std::string& key) {
    const Json& json = object[key];
    Amount amount;
    if (json.is_string())
        amount.percent = std::stod(json.get<std::string>());
    else
        object.read(key, amount.number);
    return amount;
}

std::optional<StateDatabasesHere> parseStateDatabases(const Json& json, const std::string& where) {
    if (json.is_null())
        return std::nullopt;
    JsonObject object(json, where);
    StateDatabasesHere here;
    here.missing = parseAmount(object, "missing");
    here.stale = parseAmount(object, "stale");
    object.read("stale_seconds", here.staleSeconds);
    here.otherReplicaId = parseAmount(object, "other_replica_id");
    here.disabled = parseAmount(object, "disabled");
    here.unclustered = parseAmount(object, "unclustered");
    object.read("later", here.later);
    object.refuseOthers();
    return here;
}

Console parseConsole(const Json& json, const std::string& where, bool inCluster) {
    static const Json nothing = Json::object();
    JsonObject object(json.is_null() ? nothing : json, where);
    Console console;
    console.tasks = ordinaryTasks;
    if (inCluster)
        console.tasks.insert(console.tasks.end(), clusterTasks.begin(), clusterTasks.end());
    object.readWord(
        "access", console.access,
        {{"full", Code::none}, {"none", Code::noConsoleAccess}, {"none-here", Code::noConsoleAccessHere}});
    object.readWord<std::string>("line_end", console.lineEnd, {{"CRLF", "\r\n"}, {"LF", "\n"}});
    object.read("tasks", console.tasks);
    for (const auto& [command, answer] : object["answers"].items())
        console.answers[toLower(command)] =
            answer == false ? std::nullopt : std::make_optional(answer.get<std::string>());
    object.refuseOthers();
    return console;
}

void parseState(JsonObject& object, Server& server) {
    object.readWord("state", server.state,
                    {{"up", ServerState::up},
                     {"busy", ServerState::busy},
                     {"restricted", ServerState::restricted},
                     {"down", ServerState::down}});
    server.status = parseStatus(object["status"]);
    if (server.state == ServerState::down && !server.status)
        server.status = static_cast<notes::Status>(Code::serverNotResponding);
    server.opensDatabases = server.state != ServerState::restricted;
    object.read("opens_databases", server.opensDatabases);
    object.read("availability_index", server.availabilityIndex);
    object.read("fails_over_to", server.failsOverTo);
}

void parseNature(JsonObject& object, Server& server) {
    object.read("cluster", server.cluster);
    object.read("members", server.members);
    object.read("build", server.build);
    object.read("version", server.version);
    server.version.resize(3);
    object.read("zone", server.zone);
    object.readWord("platform", server.backslash, {{"windows", true}, {"linux", false}});
    object.read("statistics", server.statistics);
    object.read("statistics_end_with_line_feed", server.statisticsEndWithLineFeed);
    server.noStatistics = parseStatus(object["no_statistics"]);
}

void parseDirectory(JsonObject& object, Server& server) {
    object.read("in_directory", server.inDirectory);
    object.read("mates", server.mates);
    for (const auto& [item, value] : object["document"].items())
        server.document[item] = value.is_array() ? value.get<std::vector<std::string>>()
                                                 : std::vector<std::string>{value.get<std::string>()};
}

Server parseServer(const std::string& name, const Json& json) {
    JsonObject object(json, name);
    Server server;
    server.name = name;
    parseState(object, server);
    parseNature(object, server);
    parseDirectory(object, server);
    server.console = parseConsole(object["console"], object.where("console"), !server.cluster.empty());
    object.read("folders", server.folders);
    for (const auto& [path, database] : object["databases"].items())
        server.databases.push_back(parseDatabase(path, database, object.where(path)));
    server.stateDatabases = parseStateDatabases(object["state_databases"], object.where("state_databases"));
    object.refuseOthers();
    return server;
}

// What a probe might trip over: half a line of JSON, NUL, bytes that are no UTF-8, an escape sequence.
using namespace std::string_view_literals;
constexpr auto rubbish = "{\"question\":\"clu\n\0\xFF\xFE\x1B[2J{}\n[1,2\nnull\n"sv;

Injection parseInjection(const Json& json) {
    JsonObject object(json, "injection");
    Injection injection;
    object.read("function", injection.function);
    if (injection.function.empty())
        object.fail("function is missing");
    object.read("server", injection.server);
    if (const Json& call = object["call"]; !call.is_null())
        injection.call = call.get<unsigned>();
    if (const Json& garbage = object["garbage"]; !garbage.is_null())
        injection.garbage = garbage.is_string() ? garbage.get<std::string>() : std::string(rubbish);
    object.read("hang_seconds", injection.hangSeconds);
    object.read("abort", injection.abort);
    if (const Json& code = object["exit"]; !code.is_null())
        injection.exitCode = code.get<int>();
    injection.status = parseStatus(object["status"]);
    object.refuseOthers();
    return injection;
}

StateDatabases parseStateDatabases(const Json& json) {
    StateDatabases databases;
    databases.modified = parseTime("2026-11-20T10:00:00Z");
    if (json.is_null())
        return databases;
    JsonObject object(json, "state_databases");
    object.read("count", databases.count);
    object.read("seed", databases.seed);
    object.read("folder", databases.folder);
    if (const Json& modified = object["modified"]; !modified.is_null())
        databases.modified = parseTime(modified.get<std::string>());
    object.refuseOthers();
    return databases;
}

} // namespace

Json readScenarioFile(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error("can't read the scenario " + path.string());
    Json json = Json::parse(file, nullptr, true, true);
    if (!json.is_object())
        throw std::runtime_error(path.string() + " is no object");
    if (!json.contains("based_on"))
        return json;
    Json base = readScenarioFile(path.parent_path() / json.at("based_on").get<std::string>());
    json.erase("based_on");
    base.merge_patch(json);
    return base;
}

Scenario parseScenario(const Json& json) {
    JsonObject object(json, "scenario");
    Scenario scenario;
    object.read("own_server", scenario.ownServer);
    scenario.user = scenario.ownServer;
    object.read("user", scenario.user);
    object.readWord("account", scenario.checksAccount, {{"owner", true}, {"any", false}});
    object.read("wide_handles", scenario.wideHandles);
    object.readWord(
        "remote_bit", scenario.remoteBit,
        {{"alternate", RemoteBit::alternate}, {"always", RemoteBit::always}, {"never", RemoteBit::never}});
    object.readWord("listed_names", scenario.listedNames,
                    {{"canonical", NameStyle::canonical},
                     {"abbreviated", NameStyle::abbreviated},
                     {"upper", NameStyle::upper},
                     {"lower", NameStyle::lower}});
    scenario.stateDatabases = parseStateDatabases(object["state_databases"]);
    for (const auto& [name, server] : object["servers"].items())
        scenario.servers.push_back(parseServer(name, server));
    for (const Json& injection : object["injections"])
        scenario.injections.push_back(parseInjection(injection));
    (void)object["changes"];
    object.refuseOthers();
    if (scenario.find(scenario.ownServer) == nullptr)
        object.fail("own_server is none of the servers");
    return scenario;
}

} // namespace stand_in
