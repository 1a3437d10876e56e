// SPDX-License-Identifier: Apache-2.0
#include "preparation.hpp"

#include <algorithm>
#include <cctype>

#include "domino/notes_ini.hpp"
#include "domino/server_name.hpp"
#include "host/own_process.hpp"
#include "host/shared_library.hpp"
#include "model/json_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::probe {

using namespace domino;

namespace fs = std::filesystem;

namespace {

Reason noInstallation(std::string text) {
    return {ReasonClass::noInstallation, 0, false, "", std::move(text)};
}

Reason wrongAccount(std::string text) {
    return {ReasonClass::account, 0, false, "", std::move(text)};
}

std::string serverNameIn(const host::Root& root, const host::DominoInstallation& installation) {
    const auto content = host::readNotesIni(root, installation, longestNotesIni);
    return content ? notesIniValue(*content, "ServerName").value_or("") : "";
}

std::string listed(const std::vector<host::DominoInstallation>& installations) {
    std::string text;
    for (const auto& installation : installations)
        text += (text.empty() ? "" : ", ") + utf8(installation.notesIni);
    return text;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

bool isHandedOn(const std::string& variable) {
    const std::string name = upper(variable);
    return name == "LANG" || name == "LANGUAGE" || name == "TZ" || name.starts_with("LC_") ||
           name.starts_with("NOTES") || name.starts_with("DOMINO");
}

host::Environment environmentFor(const host::DominoInstallation& installation) {
    host::Environment handedOn;
    std::string path;
    for (auto& [name, value] : host::ownEnvironment()) {
        if (upper(name) == "PATH")
            path = value;
        else if (isHandedOn(name) && upper(name) != "NOTES_EXECDIRECTORY")
            handedOn.emplace_back(name, value);
    }
    host::Environment variables = host::environmentOf(installation, path);
    variables.insert(variables.end(), handedOn.begin(), handedOn.end());
    return variables;
}

/// The program that can load the library: empty where it is this one, else the other one, which stands beside
/// it.
tl::expected<fs::path, Reason> programFor(const host::DominoInstallation& installation) {
    constexpr int own = 8 * sizeof(void*);
    const auto bits = host::bitsOf(installation.library);
    if (!bits || *bits == own)
        return fs::path();
    const fs::path program = host::ownProgramFolder() /
                             host::programFile(*bits == 32 ? "bes-domino-probe-32" : "bes-domino-probe");
    std::error_code error;
    if (fs::exists(program, error))
        return program;
    return tl::unexpected(
        Reason{ReasonClass::library, 0, false, "",
               utf8(installation.library) + " is a " + std::to_string(*bits) +
                   "-bit library, and the program that can use it is missing: " + utf8(program)});
}

/// The paths are absolute: the folder changes.
std::vector<std::string> wordsFor(const CommandLine& line, const host::DominoInstallation& installation) {
    std::string topics;
    for (const Question& question : line.questions)
        topics.append(topics.empty() ? "" : ",").append(toString(question.topic));
    std::vector<std::string> words{"bes-domino-probe",
                                   "--restarted",
                                   "--primary=" + line.settings.primary,
                                   "--program-folder=" + utf8(installation.programFolder),
                                   "--notes-ini=" + utf8(installation.notesIni),
                                   "--questions=" + topics,
                                   "--interval=" + secondsOf(line.settings.interval),
                                   "--tolerance=" + std::to_string(line.settings.tolerance.count()),
                                   "--limit=" + std::to_string(line.limit.count())};
    if (!line.settings.own.empty())
        words.push_back("--own=" + line.settings.own);
    if (line.allowRoot)
        words.emplace_back("--allow-root");
    return words;
}

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
    return {{"program_folder", utf8(installation.programFolder)},
            {"library", utf8(installation.library)},
            {"notes_ini", utf8(installation.notesIni)},
            {"folder", utf8(installation.dataFolder)},
            {"account", host::accountName(installation.owner.user)},
            {"user", installation.owner.user},
            {"group", installation.owner.group},
            {"server_name", value("ServerName")},
            {"is_server", value("KitType") == "2" || !value("ServerName").empty()},
            {"problem", problemOf(ini)}};
}

} // namespace

tl::expected<host::DominoInstallation, Reason> chooseInstallation(const CommandLine& line) {
    const auto found = host::findDominoInstallations(host::Root(line.root), line.named);
    if (!found)
        return tl::unexpected(noInstallation(found.error().what + ": " + found.error().why));
    if (found->empty())
        return tl::unexpected(
            noInstallation("There is no Domino server in the usual places below " + utf8(line.root)));
    if (found->size() == 1)
        return found->front();
    std::vector<host::DominoInstallation> meant;
    std::ranges::copy_if(*found, std::back_inserter(meant), [&](const auto& installation) {
        return domino::sameServer(serverNameIn(host::Root(line.root), installation), line.settings.own);
    });
    if (meant.size() == 1)
        return meant.front();
    return tl::unexpected(noInstallation("There are several Domino servers, and it is not clear which one is "
                                         "meant: " +
                                         listed(*found)));
}

tl::expected<std::optional<host::AccountIds>, Reason>
accountToTake(const host::DominoInstallation& installation, bool allowRoot) {
    const auto account = host::accountToBecome(installation);
    if (!account)
        return std::optional<host::AccountIds>();
    const std::uint32_t current = host::currentUser();
    const std::uint32_t owner = account->user;
    const std::string whose = utf8(installation.notesIni) + " belongs to " + host::accountName(owner);
    // What notes.ini names is loaded into the process, and whoever owns the folder can put another there.
    if (owner == 0 && !allowRoot)
        return tl::unexpected(wrongAccount(whose + ": the Notes C API is not used as root"));
    if (owner == current)
        return std::optional<host::AccountIds>();
    if (!host::isAdministrator())
        return tl::unexpected(
            wrongAccount(whose + ", and this program runs as " + host::accountName(current)));
    return account;
}

Reason restartPrepared(const CommandLine& line, const host::DominoInstallation& installation,
                       const std::optional<host::AccountIds>& account) {
    const auto program = programFor(installation);
    if (!program)
        return program.error();
    const Failure failure = host::restart({*program, wordsFor(line, installation),
                                           environmentFor(installation), installation.dataFolder, account});
    return {failure.id == "process.account" ? ReasonClass::account : ReasonClass::unexpected, 0, false, "",
            failure.what + ": " + failure.why};
}

Result<std::string> installationList(const CommandLine& line) {
    TRY_ASSIGN(const auto found, host::findDominoInstallations(host::Root(line.root), line.named));
    Json list = document(format, formatVersion);
    list["installations"] = Json::array();
    for (const host::DominoInstallation& installation : found)
        list["installations"].push_back(describe(host::Root(line.root), installation));
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace bes::probe
