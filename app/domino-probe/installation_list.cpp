// SPDX-License-Identifier: Apache-2.0
#include "installation_list.hpp"

#include "domino/notes_ini.hpp"
#include "host/own_process.hpp"
#include "model/json_text.hpp"
#include "model/try.hpp"

namespace bes::probe {
namespace {

constexpr std::string_view format = "bes-standby-setup.domino-installations";
constexpr int formatVersion = 1;

/// Why the installation can't be used; empty when it can.
std::string problemOf(const Result<std::string>& ini) {
    if (!ini)
        return ini.error().what + ": " + ini.error().why;
    for (const char* key : {"KeyFilename", "Directory"})
        if (!domino::notesIniValue(*ini, key))
            return "notes.ini has no " + std::string(key);
    return {};
}

Json describe(const host::Root& root, const host::DominoInstallation& installation) {
    const auto ini = host::readNotesIni(root, installation, domino::longestNotesIni);
    const auto value = [&](const char* key) {
        return ini ? domino::notesIniValue(*ini, key).value_or("") : std::string();
    };
    return {{"program_folder", installation.programFolder.string()},
            {"library", installation.library.string()},
            {"notes_ini", installation.notesIni.string()},
            {"folder", installation.dataFolder.string()},
            {"account", host::accountName(installation.owner.user)},
            {"user", installation.owner.user},
            {"group", installation.owner.group},
            {"server_name", value("ServerName")},
            {"is_server", value("KitType") == "2" || !value("ServerName").empty()},
            {"problem", problemOf(ini)}};
}

} // namespace

Result<std::string> installationList(const CommandLine& line) {
    TRY_ASSIGN(const auto found, host::findDominoInstallations(host::Root(line.root), line.named));
    Json list = document(format, formatVersion);
    list["installations"] = Json::array();
    for (const host::DominoInstallation& installation : found)
        list["installations"].push_back(describe(host::Root(line.root), installation));
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace bes::probe
