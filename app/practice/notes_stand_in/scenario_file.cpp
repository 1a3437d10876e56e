// SPDX-License-Identifier: Apache-2.0
#include "scenario_file.hpp"

#include <fstream>
#include <stdexcept>
#include <string_view>

#include "json_object.hpp"
#include "names.hpp"
#include "parse_server.hpp"
#include "times.hpp"

namespace stand_in {
namespace {

using Json = nlohmann::json;

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
