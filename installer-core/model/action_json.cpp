// SPDX-License-Identifier: Apache-2.0
#include "model/action_json.hpp"

#include <optional>

#include "model/file_json.hpp"
#include "model/others_json.hpp"
#include "model/registry_value_json.hpp"
#include "model/service_definition_json.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

Json toJson(const std::vector<TextFile>& files) {
    Json json = Json::array();
    for (const TextFile& file : files)
        json.push_back({{"path", utf8(file.path)}, {"mode", file.rights.text()}, {"content", file.content}});
    return json;
}

std::vector<TextFile> textFilesFromJson(const Json& json) {
    std::vector<TextFile> files;
    for (const Json& entry : json)
        files.push_back({pathOf(entry.at("path").get<std::string>()),
                         Rights::fromText(entry.at("mode").get<std::string>()),
                         entry.at("content").get<std::string>()});
    return files;
}

Json toJson(const std::vector<std::filesystem::path>& paths) {
    return utf8(paths);
}

std::vector<std::filesystem::path> pathsFromJson(const Json& json) {
    return pathsOf(json.get<std::vector<std::string>>());
}

Json folders(const MakeFolders& act) {
    Json json = Json::array();
    for (const Folder& folder : act.folders)
        json.push_back(
            {{"path", utf8(folder.path)}, {"mode", folder.rights.text()}, {"owner", folder.owner}});
    return json;
}

Json units(const StartServices& act) {
    Json json = Json::array();
    for (const StartableService& service : act.services)
        json.push_back(service.unit());
    return json;
}

/// Only where there is one: what setup 1.0 wrote stays as it is.
void writeReplaced(Json& json, const std::string& run) {
    if (!run.empty())
        json["replaces"] = run;
}

Json removal(const RemoveRegistry& act) {
    Json json{{"type", "remove-registry"}, {"values", Json::array()}, {"keys", Json::array()}};
    for (const CapturedRegistryValue& value : act.values)
        json["values"].push_back(bes::toJson(value));
    for (const RegistryKey& key : act.keys)
        json["keys"].push_back(bes::toJson(key));
    return json;
}

/// One overload per action: `type` first, then its values.
struct ActionWriter {
    Json operator()(const ReservePair& act) const {
        Json json{{"type", "reserve-pair"},
                  {"primary", act.primary},
                  {"standby", act.standby},
                  {"computer", act.computer}};
        writeReplaced(json, act.replaces);
        return json;
    }
    Json operator()(const StagePackages& act) const {
        Json json{{"type", "stage-packages"},
                  {"staging", utf8(act.staging)},
                  {"packages", act.packages},
                  {"bytes", act.bytes}};
        if (!act.files.empty()) // what setup 1.0 wrote stays as it is
            json["files"] = act.files;
        return json;
    }
    Json operator()(const PublishFiles& act) const {
        return {{"type", "publish-files"},         {"staging", utf8(act.staging)},
                {"folder", utf8(act.folder)},      {"backup", utf8(act.backup)},
                {"files", bes::toJson(act.files)}, {"beside", bes::toJson(act.beside)}};
    }
    Json operator()(const CreateAccount& act) const {
        return {{"type", "create-account"}, {"account", act.account}, {"home", utf8(act.home)}};
    }
    Json operator()(const MakeFolders& act) const {
        return {{"type", "make-folders"}, {"folders", folders(act)}};
    }
    Json operator()(const WriteConfiguration& act) const {
        return {{"type", "write-configuration"}, {"backup", utf8(act.backup)}, {"files", toJson(act.files)}};
    }
    Json operator()(const InstallServices& act) const {
        Json json{{"type", act.units.empty() ? "install-services" : "install-units"},
                  {"backup", utf8(act.backup)},
                  {"enable", act.enable}};
        if (act.units.empty())
            writeServices(json, act.services);
        else
            json["units"] = toJson(act.units);
        return json;
    }
    Json operator()(const RegisterStandby& act) const {
        return {{"type", "register-standby"},
                {"primary", act.primary},
                {"standby", act.standby},
                {"computer", act.computer},
                {"fully_qualified_name", act.fullyQualifiedName},
                {"domino_server", act.dominoServer},
                {"version", act.version},
                {"addresses", act.addresses},
                {"components", act.components}};
    }
    Json operator()(const AddDominoTask& act) const {
        return {{"type", "add-domino-task"},
                {"notes_ini", utf8(act.notesIni)},
                {"task", act.task},
                {"backup", utf8(act.backup)}};
    }
    Json operator()(const StartServices& act) const {
        return {
            {"type", "start-services"}, {"services", units(act)}, {"on_failure", toString(act.onFailure)}};
    }
    Json operator()(const RecordReceipt&) const { return {{"type", "record-receipt"}}; }
    Json operator()(const StopServices& act) const {
        return {{"type", "stop-services"}, {"units", act.units}};
    }
    Json operator()(const RemoveDominoTask& act) const {
        return {{"type", "take-out-domino-task"},
                {"notes_ini", utf8(act.notesIni)},
                {"task", act.task},
                {"backup", utf8(act.backup)}};
    }
    Json operator()(const RemoveServices& act) const {
        Json json{{"type", "remove-services"},
                  {"backup", utf8(act.backup)},
                  {"disable", act.disable},
                  {"services", act.keys}};
        if (!act.logonRights.empty())
            json["logon_rights"] = act.logonRights;
        return json;
    }
    Json operator()(const RemoveFiles& act) const {
        return {{"type", "take-out-files"},
                {"backup", utf8(act.backup)},
                {"files", toJson(act.files)},
                {"folders", toJson(act.folders)}};
    }
    Json operator()(const SetRights& act) const {
        return {{"type", "set-rights"}, {"files", bes::toJson(act.files)}};
    }
    Json operator()(const RefreshRegistration& act) const {
        Json json = (*this)(act.standby);
        json["type"] = "refresh-registration";
        writeReplaced(json, act.replaces);
        return json;
    }
    Json operator()(const ForgetReceipt&) const { return {{"type", "forget-receipt"}}; }
    Json operator()(const RemovePair& act) const {
        return {{"type", "remove-pair"}, {"primary", act.primary}, {"standby", act.standby}};
    }
    Json operator()(const RemoveAccount& act) const {
        return {{"type", "remove-account"}, {"account", act.account}};
    }
    Json operator()(const RemoveFolder& act) const {
        return {{"type", "remove-folder"}, {"folder", utf8(act.folder)}};
    }
    Json operator()(const RemoveEmptyFolders& act) const {
        return {{"type", "remove-empty-folders"}, {"folders", toJson(act.folders)}};
    }
    Json operator()(const KeepOthers& act) const {
        return {{"type", "keep-others"}, {"things", bes::toJson(act.things)}};
    }
    Json operator()(const SaveChanged& act) const {
        return {{"type", "save-changed"}, {"files", toJson(act.files)}};
    }
    Json operator()(const HandOver& act) const {
        return {{"type", "hand-over"}, {"folder", utf8(act.folder)}, {"from", act.from}, {"to", act.to}};
    }
    Json operator()(const WriteRegistry& act) const {
        return {{"type", "write-registry"}, {"values", bes::toJson(act.values)}};
    }
    Json operator()(const RemoveRegistry& act) const { return removal(act); }
    Json operator()(const ReturnOthers& act) const {
        return {
            {"type", "return-others"}, {"things", bes::toJson(act.things)}, {"folders", toJson(act.folders)}};
    }
};

std::string text(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::string replacedRun(const Json& json) {
    return json.contains("replaces") ? text(json, "replaces") : std::string();
}

std::vector<std::string> texts(const Json& json, const char* key) {
    return json.at(key).get<std::vector<std::string>>();
}

RegisterStandby registrationFromJson(const Json& json) {
    return {text(json, "primary"),       text(json, "standby"),
            text(json, "computer"),      text(json, "fully_qualified_name"),
            text(json, "domino_server"), text(json, "version"),
            texts(json, "addresses"),    texts(json, "components")};
}

MakeFolders foldersFromJson(const Json& json) {
    MakeFolders act;
    for (const Json& entry : json.at("folders"))
        act.folders.push_back(
            {pathOf(text(entry, "path")), Rights::fromText(text(entry, "mode")), text(entry, "owner")});
    return act;
}

/// Before version 1.1.0 a plan named unit files instead of services.
std::vector<std::string> namesOf(const std::vector<std::filesystem::path>& units) {
    std::vector<std::string> names;
    for (const std::filesystem::path& unit : units)
        names.push_back(utf8(unit.filename()));
    return names;
}

RemoveRegistry registryRemovalFromJson(const Json& json) {
    RemoveRegistry act;
    for (const Json& value : json.at("values"))
        act.values.push_back(capturedRegistryValueFromJson(value));
    for (const Json& key : json.at("keys"))
        act.keys.push_back(registryKeyFromJson(key));
    return act;
}

/// What a removal does; an empty optional for another type.
std::optional<Action> removalFromJson(const Json& json, const std::string& type) {
    if (type == "stop-services")
        return StopServices{texts(json, "units")};
    if (type == "take-out-domino-task")
        return RemoveDominoTask{pathOf(text(json, "notes_ini")), text(json, "task"),
                                pathOf(text(json, "backup"))};
    if (type == "remove-services")
        return RemoveServices{texts(json, "services"), texts(json, "disable"), pathOf(text(json, "backup")),
                              json.value("logon_rights", std::vector<std::string>{})};
    if (type == "take-out-units")
        return RemoveServices{namesOf(pathsFromJson(json.at("units"))), texts(json, "disable"),
                              pathOf(text(json, "backup"))};
    if (type == "take-out-files")
        return RemoveFiles{pathsFromJson(json.at("files")), pathOf(text(json, "backup")),
                           pathsFromJson(json.value("folders", Json::array()))};
    if (type == "remove-registry")
        return registryRemovalFromJson(json);
    if (type == "set-rights")
        return SetRights{filesFromJson<InstalledFile>(json.at("files"))};
    if (type == "refresh-registration")
        return RefreshRegistration{registrationFromJson(json), replacedRun(json)};
    if (type == "forget-receipt")
        return ForgetReceipt{};
    if (type == "remove-pair")
        return RemovePair{text(json, "primary"), text(json, "standby")};
    if (type == "remove-account")
        return RemoveAccount{text(json, "account")};
    if (type == "remove-folder")
        return RemoveFolder{pathOf(text(json, "folder"))};
    if (type == "remove-empty-folders")
        return RemoveEmptyFolders{pathsFromJson(json.at("folders"))};
    if (type == "save-changed")
        return SaveChanged{pathsFromJson(json.at("files"))};
    if (type == "hand-over")
        return HandOver{pathOf(text(json, "folder")), text(json, "from"), text(json, "to")};
    if (type == "return-others")
        return ReturnOthers{keptThingsFromJson(json.at("things")), pathsFromJson(json.at("folders"))};
    return std::nullopt;
}

} // namespace

StartServices startServicesFromJson(const Json& json, const Catalog& catalog) {
    StartServices act;
    act.onFailure = onStartFailureFromText(json.value("on_failure", "rollback"));
    for (const std::string& unit : texts(json, "services")) {
        const auto service = findStartable(catalog, unit);
        if (!service)
            throw std::invalid_argument("\"" + unit + "\" is no service that setup may start");
        act.services.push_back(*service);
    }
    return act;
}

Json toJson(const Action& action) {
    return std::visit(ActionWriter{}, action);
}

Action actionFromJson(const Json& json, const Catalog& catalog) {
    const std::string type = text(json, "type");
    if (type == "reserve-pair")
        return ReservePair{text(json, "primary"), text(json, "standby"), text(json, "computer"),
                           replacedRun(json)};
    if (type == "stage-packages")
        return StagePackages{pathOf(text(json, "staging")), texts(json, "packages"),
                             wholeNumber<std::uint64_t>(json.at("bytes")),
                             json.contains("files") ? texts(json, "files") : std::vector<std::string>()};
    if (type == "publish-files")
        return PublishFiles{pathOf(text(json, "staging")), pathOf(text(json, "folder")),
                            pathOf(text(json, "backup")), filesFromJson<InstalledFile>(json.at("files")),
                            filesFromJson<InstalledFile>(json.at("beside"))};
    if (type == "keep-others")
        return KeepOthers{keptThingsFromJson(json.at("things"))};
    if (type == "create-account")
        return CreateAccount{text(json, "account"), pathOf(text(json, "home"))};
    if (type == "make-folders")
        return foldersFromJson(json);
    if (type == "write-configuration")
        return WriteConfiguration{textFilesFromJson(json.at("files")), pathOf(text(json, "backup"))};
    if (type == "install-services")
        return InstallServices{servicesFromJson(json), texts(json, "enable"), pathOf(text(json, "backup"))};
    if (type == "install-units")
        return InstallServices{.services = {},
                               .enable = texts(json, "enable"),
                               .backup = pathOf(text(json, "backup")),
                               .units = textFilesFromJson(json.at("units"))};
    if (type == "register-standby")
        return registrationFromJson(json);
    if (type == "add-domino-task")
        return AddDominoTask{pathOf(text(json, "notes_ini")), text(json, "task"),
                             pathOf(text(json, "backup"))};
    if (type == "start-services")
        return startServicesFromJson(json, catalog);
    if (type == "write-registry")
        return WriteRegistry{registryValuesFromJson(json.at("values"))};
    if (type == "record-receipt")
        return RecordReceipt{};
    if (auto removal = removalFromJson(json, type))
        return std::move(*removal);
    throw std::invalid_argument("unknown action \"" + type + "\"");
}

} // namespace bes
