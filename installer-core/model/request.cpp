// SPDX-License-Identifier: Apache-2.0
#include "model/request.hpp"

#include "model/json_text.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

constexpr std::array presets{ComponentPreset::sameAsPrimary, ComponentPreset::failoverCapable,
                             ComponentPreset::none};

Json toJson(const DatabaseAddress& address) {
    return {{"backend", address.backend},
            {"location", address.location},
            {"user", address.user},
            {"password", address.password.text},
            {"server", address.server},
            {"partner", address.partner},
            {"port", address.port},
            {"name", address.name},
            {"tls", address.tls},
            {"ca_file", address.caFile},
            {"integrated", address.integrated}};
}

DatabaseAddress databaseFromJson(const Json& json) {
    DatabaseAddress address;
    address.backend = json.at("backend").get<std::string>();
    address.location = json.at("location").get<std::string>();
    address.user = json.at("user").get<std::string>();
    address.password.text = json.at("password").get<std::string>();
    // receipts of the time before there were servers do not have these
    address.server = json.value("server", address.server);
    if (const auto port = json.find("port"); port != json.end())
        address.port = wholeNumber<unsigned>(*port);
    address.partner = json.value("partner", address.partner);
    address.integrated = json.value("integrated", address.integrated);
    address.name = json.value("name", address.name);
    address.tls = json.value("tls", address.tls);
    address.caFile = json.value("ca_file", address.caFile);
    return address;
}

Json toJson(const DominoQuestions& domino) {
    return {{"notes_ini", utf8(domino.notesIni)},
            {"program_folder", utf8(domino.programFolder)},
            {"time_limit", domino.timeLimit},
            {"primary_console", domino.primaryConsole},
            {"standby_console", domino.standbyConsole},
            {"http_url", domino.httpUrl},
            {"http_user", domino.httpUser},
            {"http_password", domino.httpPassword.text},
            {"accept_unknown", domino.acceptUnknown}};
}

DominoQuestions dominoFromJson(const Json& json) {
    DominoQuestions domino;
    domino.notesIni = pathOf(json.at("notes_ini").get<std::string>());
    domino.programFolder = pathOf(json.at("program_folder").get<std::string>());
    domino.timeLimit = wholeNumber<unsigned>(json.at("time_limit"));
    domino.primaryConsole = json.at("primary_console").get<std::string>();
    domino.standbyConsole = json.at("standby_console").get<std::string>();
    domino.httpUrl = json.at("http_url").get<std::string>();
    domino.httpUser = json.at("http_user").get<std::string>();
    domino.httpPassword.text = json.at("http_password").get<std::string>();
    domino.acceptUnknown = json.at("accept_unknown").get<std::vector<std::string>>();
    return domino;
}

} // namespace

bool DatabaseAddress::complete() const {
    return isFile() ? !location.empty() : !server.empty() && !name.empty() && (integrated || !user.empty());
}

std::string DatabaseAddress::place() const {
    if (isFile())
        return location;
    std::string text = name;
    text.append(" on ").append(server);
    if (backend == "postgresql" && port != DatabaseAddress().port)
        text.append(bySocket() ? " port " : ":").append(std::to_string(port));
    return text;
}

std::string_view toString(ComponentPreset preset) {
    switch (preset) {
    case ComponentPreset::sameAsPrimary:
        return "same-as-primary";
    case ComponentPreset::failoverCapable:
        return "failover-capable";
    case ComponentPreset::none:
        return "none";
    }
    return {};
}

std::string_view toString(OnStartFailure policy) {
    return policy == OnStartFailure::keep ? "keep" : "rollback";
}

OnStartFailure onStartFailureFromText(const std::string& text) {
    constexpr std::array policies{OnStartFailure::rollback, OnStartFailure::keep};
    return enumFromText(text, policies, "policy for services that do not start");
}

std::string_view toString(ExistingFiles policy) {
    return policy == ExistingFiles::keep ? "keep" : "refuse";
}

ExistingFiles existingFilesFromText(const std::string& text) {
    constexpr std::array policies{ExistingFiles::refuse, ExistingFiles::keep};
    return enumFromText(text, policies, "policy for files of others");
}

Json toJson(const Request& request) {
    return {{"primary", request.primary},
            {"standby", request.standby},
            {"database", toJson(request.database)},
            {"media", utf8(request.media)},
            {"trust", utf8(request.trust)},
            {"allow_unsigned_media", request.allowUnsignedMedia},
            {"accept_license", request.acceptLicense},
            {"preset", toString(request.preset)},
            {"add", request.add},
            {"omit", request.omit},
            {"domino", toJson(request.domino)},
            {"install_folder", utf8(request.installFolder)},
            {"configuration_folder", utf8(request.configurationFolder)},
            {"log_folder", utf8(request.logFolder)},
            {"service_account", request.serviceAccount},
            {"on_start_failure", toString(request.onStartFailure)},
            {"existing_files", toString(request.existingFiles)},
            {"root", utf8(request.root)},
            {"computer", request.computer}};
}

Request requestFromJson(const Json& json) {
    Request request;
    request.primary = json.at("primary").get<std::string>();
    request.standby = json.at("standby").get<std::string>();
    request.database = databaseFromJson(json.at("database"));
    request.media = pathOf(json.at("media").get<std::string>());
    request.trust = pathsOf(json.at("trust").get<std::vector<std::string>>());
    request.allowUnsignedMedia = json.at("allow_unsigned_media").get<bool>();
    request.acceptLicense = json.value("accept_license", false); // receipts of before have none
    request.preset = enumFromText(json.at("preset").get<std::string>(), presets, "preset of components");
    request.add = json.at("add").get<std::vector<std::string>>();
    request.omit = json.at("omit").get<std::vector<std::string>>();
    request.domino = dominoFromJson(json.at("domino"));
    request.installFolder = pathOf(json.at("install_folder").get<std::string>());
    request.configurationFolder = pathOf(json.at("configuration_folder").get<std::string>());
    request.logFolder = pathOf(json.at("log_folder").get<std::string>());
    request.serviceAccount = json.at("service_account").get<std::string>();
    // receipts of the time before there was a choice do not have it
    request.onStartFailure = onStartFailureFromText(json.value("on_start_failure", "rollback"));
    request.existingFiles = existingFilesFromText(json.value("existing_files", "refuse"));
    request.root = pathOf(json.at("root").get<std::string>());
    request.computer = json.at("computer").get<std::string>();
    return request;
}

} // namespace bes
