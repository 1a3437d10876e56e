// SPDX-License-Identifier: Apache-2.0
#include "model/action_json.hpp"
#include "text/path_text.hpp"

#include <stdexcept>

namespace bes {
namespace {

struct UndoWriter {
    Json operator()(const ReleasePair& undo) const {
        return {{"type", "release-pair"}, {"primary", undo.primary}};
    }
    Json operator()(const DiscardFolder& undo) const {
        return {{"type", "remove-folder"}, {"folder", utf8(undo.folder)}};
    }
    Json operator()(const RestoreFiles&) const { return {{"type", "restore-files"}}; }
    Json operator()(const DiscardAccount& undo) const {
        return {{"type", "remove-account"}, {"account", undo.account}};
    }
    Json operator()(const WithdrawUnits& undo) const {
        return {{"type", "remove-units"}, {"disable", undo.disable}};
    }
    Json operator()(const UnregisterStandby& undo) const {
        return {{"type", "unregister-standby"}, {"standby", undo.standby}};
    }
    Json operator()(const WithdrawDominoTask& undo) const {
        return {{"type", "remove-domino-task"}, {"notes_ini", utf8(undo.notesIni)}, {"task", undo.task}};
    }
    Json operator()(const StopStarted& undo) const {
        return {{"type", "stop-services"}, {"units", undo.units}};
    }
    Json operator()(const RestoreUnits& undo) const {
        return {{"type", "restore-units"}, {"enable", undo.enable}};
    }
    Json operator()(const StartStopped& undo) const {
        return toJson(Action(StartServices{undo.services, undo.onFailure}));
    }
    Json operator()(const RestoreDominoTask& undo) const {
        return toJson(Action(AddDominoTask{undo.notesIni, undo.task, undo.backup}));
    }
    Json operator()(const RestoreRegistry&) const { return {{"type", "restore-registry"}}; }
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
        return DiscardFolder{pathOf(text("folder"))};
    if (type == "restore-files")
        return RestoreFiles{};
    if (type == "remove-account")
        return DiscardAccount{text("account")};
    if (type == "remove-units")
        return WithdrawUnits{json.at("disable").get<std::vector<std::string>>()};
    if (type == "unregister-standby")
        return UnregisterStandby{text("standby")};
    if (type == "remove-domino-task")
        return WithdrawDominoTask{pathOf(text("notes_ini")), text("task")};
    if (type == "stop-services")
        return StopStarted{json.at("units").get<std::vector<std::string>>()};
    if (type == "restore-units")
        return RestoreUnits{json.at("enable").get<std::vector<std::string>>()};
    if (type == "start-services") {
        StartServices stopped = startServicesFromJson(json, catalog);
        return StartStopped{std::move(stopped.services), stopped.onFailure};
    }
    if (type == "add-domino-task")
        return RestoreDominoTask{pathOf(text("notes_ini")), text("task"), pathOf(text("backup"))};
    if (type == "restore-registry")
        return RestoreRegistry{};
    if (type == "nothing")
        return NothingToUndo{};
    throw std::invalid_argument("unknown undo \"" + type + "\"");
}

} // namespace bes
