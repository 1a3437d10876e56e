// SPDX-License-Identifier: Apache-2.0
#include "model/media_manifest.hpp"

#include <algorithm>

#include "model/capture_rules_json.hpp"
#include "model/file_json.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.media";
constexpr int formatVersion = 1;

Json toJson(const Package& package) {
    Json json{
        {"id", package.id}, {"archive", package.archive}, {"size", package.size}, {"sha256", package.sha256}};
    json["files"] = toJson(package.files);
    return json;
}

Package packageFromJson(const Json& json) {
    Package package;
    package.id = json.at("id").get<std::string>();
    package.archive = json.at("archive").get<std::string>();
    package.size = wholeNumber<std::uint64_t>(json.at("size"));
    package.sha256 = json.at("sha256").get<std::string>();
    package.files = filesFromJson<PackagedFile>(json.at("files"));
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
    if (manifest.captured)
        json["captured"] = toJson(*manifest.captured);
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
    if (const auto captured = json.find("captured"); captured != json.end())
        manifest.captured = capturedServerFromJson(*captured);
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
