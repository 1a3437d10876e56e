#include "model/request.hpp"

#include "model/json_text.hpp"

namespace bes {
namespace {

constexpr std::array presets{ComponentPreset::sameAsPrimary, ComponentPreset::failoverCapable,
                             ComponentPreset::none};

Json toJson(const DatabaseAddress& address) {
    return {{"backend", address.backend},
            {"location", address.location},
            {"user", address.user},
            {"password", address.password.text}};
}

DatabaseAddress databaseFromJson(const Json& json) {
    return {json.at("backend").get<std::string>(),
            json.at("location").get<std::string>(),
            json.at("user").get<std::string>(),
            {json.at("password").get<std::string>()}};
}

std::vector<std::string> strings(const std::vector<std::filesystem::path>& paths) {
    return {paths.begin(), paths.end()};
}

std::vector<std::filesystem::path> paths(const Json& json) {
    const auto texts = json.get<std::vector<std::string>>();
    return {texts.begin(), texts.end()};
}

} // namespace

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

Json toJson(const Request& request) {
    return {{"primary", request.primary},
            {"standby", request.standby},
            {"database", toJson(request.database)},
            {"media", request.media.string()},
            {"trust", strings(request.trust)},
            {"allow_unsigned_media", request.allowUnsignedMedia},
            {"preset", toString(request.preset)},
            {"add", request.add},
            {"omit", request.omit},
            {"notes_ini", request.notesIni.string()},
            {"install_folder", request.installFolder.string()},
            {"configuration_folder", request.configurationFolder.string()},
            {"log_folder", request.logFolder.string()},
            {"service_account", request.serviceAccount},
            {"root", request.root.string()},
            {"computer", request.computer}};
}

Request requestFromJson(const Json& json) {
    Request request;
    request.primary = json.at("primary").get<std::string>();
    request.standby = json.at("standby").get<std::string>();
    request.database = databaseFromJson(json.at("database"));
    request.media = json.at("media").get<std::string>();
    request.trust = paths(json.at("trust"));
    request.allowUnsignedMedia = json.at("allow_unsigned_media").get<bool>();
    request.preset = enumFromText(json.at("preset").get<std::string>(), presets, "preset of components");
    request.add = json.at("add").get<std::vector<std::string>>();
    request.omit = json.at("omit").get<std::vector<std::string>>();
    request.notesIni = json.at("notes_ini").get<std::string>();
    request.installFolder = json.at("install_folder").get<std::string>();
    request.configurationFolder = json.at("configuration_folder").get<std::string>();
    request.logFolder = json.at("log_folder").get<std::string>();
    request.serviceAccount = json.at("service_account").get<std::string>();
    request.root = json.at("root").get<std::string>();
    request.computer = json.at("computer").get<std::string>();
    return request;
}

} // namespace bes
