// SPDX-License-Identifier: Apache-2.0
#include "model/file_json.hpp"
#include "model/others_json.hpp"
#include "model/registry_value_json.hpp"
#include "model/service_definition_json.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.receipt";
constexpr int formatVersion = 1;

Json toJson(const Made& made) {
    Json json{{"folders", Json::array()}, {"account", made.account}, {"domino_tasks", Json::array()}};
    for (const std::filesystem::path& folder : made.folders)
        json["folders"].push_back(utf8(folder));
    for (const DominoTask& task : made.tasks)
        json["domino_tasks"].push_back({{"notes_ini", utf8(task.notesIni)}, {"task", task.task}});
    for (const RegistryKey& key : made.registryKeys) // only Windows has a registry
        json["registry_keys"].push_back(bes::toJson(key));
    for (const CapturedRegistryValue& value : made.registryBefore)
        json["registry_before"].push_back(bes::toJson(value));
    if (!made.logonRights.empty())
        json["logon_rights"] = made.logonRights;
    return json;
}

Made madeFromJson(const Json& json) {
    Made made;
    for (const Json& folder : json.at("folders"))
        made.folders.emplace_back(pathOf(folder.get<std::string>()));
    made.account = json.at("account").get<std::string>();
    for (const Json& task : json.at("domino_tasks"))
        made.tasks.push_back(
            {pathOf(task.at("notes_ini").get<std::string>()), task.at("task").get<std::string>()});
    for (const Json& key : json.value("registry_keys", Json::array()))
        made.registryKeys.push_back(registryKeyFromJson(key));
    for (const Json& value : json.value("registry_before", Json::array()))
        made.registryBefore.push_back(capturedRegistryValueFromJson(value));
    made.logonRights = json.value("logon_rights", std::vector<std::string>{});
    return made;
}

} // namespace

std::vector<std::string> editableFiles(const Receipt& receipt) {
    const Request& request = receipt.request;
    std::vector<std::string> paths;
    for (const InstalledFile& file : receipt.files)
        if (pathOf(file.path).parent_path() == request.configurationFolder)
            paths.push_back(file.path);
    for (const std::string& id : receipt.components)
        if (const Component* component = receipt.catalog.find(id))
            for (const std::string& file : component->editableFiles)
                paths.push_back(utf8(request.installFolder / component->package / file));
    return paths;
}

Json toJson(const Receipt& receipt) {
    Json json = document(format, formatVersion);
    json["run"] = receipt.run;
    json["installed_at"] = receipt.installedAt;
    json["primary"] = receipt.primary;
    json["primary_domino_server"] = receipt.primaryDominoServer;
    json["standby"] = receipt.standby;
    json["computer"] = receipt.computer;
    json["components"] = receipt.components;
    json["media_sha256"] = receipt.mediaSha256;
    json["license"] = receipt.license;
    json["failover_partner"] = receipt.partner;
    json["request"] = toJson(receipt.request);
    json["catalog"] = toJson(receipt.catalog);
    json["files"] = toJson(receipt.files);
    json["made"] = toJson(receipt.made);
    json["kept"] = toJson(receipt.kept);
    if (!receipt.services.empty())
        writeServices(json, receipt.services);
    if (!receipt.registry.empty())
        json["registry"] = toJson(receipt.registry);
    return json;
}

Receipt receiptFromJson(const Json& json) {
    expectDocument(json, format, formatVersion);
    Receipt receipt;
    receipt.run = json.at("run").get<std::string>();
    receipt.installedAt = json.at("installed_at").get<std::string>();
    receipt.primary = json.at("primary").get<std::string>();
    receipt.primaryDominoServer = json.at("primary_domino_server").get<std::string>();
    receipt.standby = json.at("standby").get<std::string>();
    receipt.computer = json.at("computer").get<std::string>();
    receipt.components = json.at("components").get<std::vector<std::string>>();
    receipt.mediaSha256 = json.at("media_sha256").get<std::string>();
    receipt.license = json.value("license", ""); // those of before have none
    receipt.partner = json.value("failover_partner", "");
    receipt.request = requestFromJson(json.at("request"));
    receipt.catalog = catalogFromJson(json.at("catalog"));
    receipt.files = filesFromJson<InstalledFile>(json.at("files"));
    receipt.made = madeFromJson(json.at("made"));
    receipt.kept = keptThingsFromJson(json.value("kept", Json::array())); // those of before kept nothing
    receipt.services = servicesFromJson(json);
    receipt.registry = registryValuesFromJson(json.value("registry", Json::array()));
    return receipt;
}

} // namespace bes
