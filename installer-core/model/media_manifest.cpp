// SPDX-License-Identifier: Apache-2.0
#include "model/media_manifest.hpp"

#include <algorithm>

#include "model/json_text.hpp"
#include "model/octal_mode.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.media";
constexpr int formatVersion = 1;
constexpr std::array fileTypes{FileType::regular, FileType::folder, FileType::symbolicLink};

Json toJson(const PackagedFile& file) {
    Json json{{"path", file.path}, {"type", toString(file.type)}, {"mode", octalMode(file.mode)}};
    if (file.type == FileType::regular) {
        json["size"] = file.size;
        json["sha256"] = file.sha256;
    }
    if (file.type == FileType::symbolicLink)
        json["target"] = file.leadsTo;
    return json;
}

PackagedFile fileFromJson(const Json& json) {
    PackagedFile file;
    file.path = json.at("path").get<std::string>();
    file.type = enumFromText(json.at("type").get<std::string>(), fileTypes, "file type");
    file.mode = modeFromOctal(json.at("mode").get<std::string>());
    if (file.type == FileType::regular) {
        file.size = wholeNumber<std::uint64_t>(json.at("size"));
        file.sha256 = json.at("sha256").get<std::string>();
    }
    if (file.type == FileType::symbolicLink)
        file.leadsTo = json.at("target").get<std::string>();
    return file;
}

Json toJson(const Package& package) {
    Json json{
        {"id", package.id}, {"archive", package.archive}, {"size", package.size}, {"sha256", package.sha256}};
    Json& files = json["files"] = Json::array();
    for (const PackagedFile& file : package.files)
        files.push_back(toJson(file));
    return json;
}

Package packageFromJson(const Json& json) {
    Package package;
    package.id = json.at("id").get<std::string>();
    package.archive = json.at("archive").get<std::string>();
    package.size = wholeNumber<std::uint64_t>(json.at("size"));
    package.sha256 = json.at("sha256").get<std::string>();
    for (const Json& file : json.at("files"))
        package.files.push_back(fileFromJson(file));
    return package;
}

} // namespace

std::string_view toString(FileType type) {
    switch (type) {
    case FileType::regular:
        return "file";
    case FileType::folder:
        return "folder";
    case FileType::symbolicLink:
        return "link";
    }
    return {};
}

std::uint64_t Package::unpackedSize() const {
    std::uint64_t bytes = 0;
    for (const PackagedFile& file : files)
        bytes += file.size;
    return bytes;
}

const std::string& License::textIn(const std::string& language) const {
    for (const std::string& wanted : {language, std::string("en")})
        if (const auto text = texts.find(wanted); text != texts.end())
            return text->second;
    return texts.begin()->second;
}

const Package* MediaManifest::find(std::string_view packageId) const {
    const auto found = std::ranges::find(packages, packageId, &Package::id);
    return found == packages.end() ? nullptr : &*found;
}

Json toJson(const MediaManifest& manifest) {
    Json json = document(format, formatVersion, "media-manifest"); // "media" is what `media list` shows
    json["catalog"] = toJson(manifest.catalog);
    Json& packages = json["packages"] = Json::array();
    for (const Package& package : manifest.packages)
        packages.push_back(toJson(package));
    if (manifest.license)
        json["license"] = {{"id", manifest.license->id}, {"texts", manifest.license->texts}};
    return json;
}

MediaManifest mediaManifestFromJson(const Json& json) {
    expectDocument(json, format, formatVersion);
    MediaManifest manifest;
    manifest.catalog = catalogFromJson(json.at("catalog"));
    for (const Json& package : json.at("packages"))
        manifest.packages.push_back(packageFromJson(package));
    if (const auto license = json.find("license"); license != json.end())
        manifest.license = License{license->at("id").get<std::string>(),
                                   license->at("texts").get<std::map<std::string, std::string>>()};
    return manifest;
}

Result<MediaManifest> parseMediaManifest(std::string_view json) {
    return readDocument<MediaManifest>(json, mediaManifestFromJson, ExitCode::media, "media.format",
                                       "media manifest media.json",
                                       {.values = 2'000'000, .lines = {"texts"}});
}

std::string formatMediaManifest(const MediaManifest& manifest) {
    return formatDocument(toJson(manifest));
}

} // namespace bes
