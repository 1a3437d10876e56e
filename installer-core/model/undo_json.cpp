#include "model/action_json.hpp"

#include <stdexcept>

namespace bes {
namespace {

struct UndoWriter {
    Json operator()(const ReleasePair& undo) const {
        return {{"type", "release-pair"}, {"primary", undo.primary}};
    }
    Json operator()(const RemoveFolder& undo) const {
        return {{"type", "remove-folder"}, {"folder", undo.folder.string()}};
    }
    Json operator()(const RestoreFiles&) const { return {{"type", "restore-files"}}; }
    Json operator()(const RemoveAccount& undo) const {
        return {{"type", "remove-account"}, {"account", undo.account}};
    }
    Json operator()(const RemoveUnits& undo) const {
        return {{"type", "remove-units"}, {"disable", undo.disable}};
    }
    Json operator()(const UnregisterStandby& undo) const {
        return {{"type", "unregister-standby"}, {"standby", undo.standby}};
    }
    Json operator()(const RemoveDominoTask& undo) const {
        return {{"type", "remove-domino-task"}, {"notes_ini", undo.notesIni.string()}, {"task", undo.task}};
    }
    Json operator()(const StopServices& undo) const {
        return {{"type", "stop-services"}, {"units", undo.units}};
    }
    Json operator()(const RestoreUnits& undo) const {
        return {{"type", "restore-units"}, {"enable", undo.enable}};
    }
    Json operator()(const StartServices& undo) const { return toJson(Action(undo)); }
    Json operator()(const AddDominoTask& undo) const { return toJson(Action(undo)); }
    Json operator()(const NothingToUndo&) const { return {{"type", "nothing"}}; }
};

} // namespace

Json toJson(const Undo& undo) {
    return std::visit(UndoWriter{}, undo);
}

Undo undoFromJson(const Json& json, const Catalog& catalog) {
    const auto text = [&](const char* key) { return json.at(key).get<std::string>(); };
    const std::string type = text("type");
    if (type == "release-pair")
        return ReleasePair{text("primary")};
    if (type == "remove-folder")
        return RemoveFolder{text("folder")};
    if (type == "restore-files")
        return RestoreFiles{};
    if (type == "remove-account")
        return RemoveAccount{text("account")};
    if (type == "remove-units")
        return RemoveUnits{json.at("disable").get<std::vector<std::string>>()};
    if (type == "unregister-standby")
        return UnregisterStandby{text("standby")};
    if (type == "remove-domino-task")
        return RemoveDominoTask{text("notes_ini"), text("task")};
    if (type == "stop-services")
        return StopServices{json.at("units").get<std::vector<std::string>>()};
    if (type == "restore-units")
        return RestoreUnits{json.at("enable").get<std::vector<std::string>>()};
    if (type == "start-services")
        return startServicesFromJson(json, catalog);
    if (type == "add-domino-task")
        return AddDominoTask{text("notes_ini"), text("task"), text("backup")};
    if (type == "nothing")
        return NothingToUndo{};
    throw std::invalid_argument("unknown undo \"" + type + "\"");
}

} // namespace bes
