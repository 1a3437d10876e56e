// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <concepts>
#include <utility>
#include <vector>

#include "model/json_text.hpp"
#include "model/media_manifest.hpp"
#include "model/octal_mode.hpp"
#include "model/receipt.hpp"

namespace bes {

/// A file of a package or of an installation: in JSON they have the same members.
template<class File>
concept DescribedFile = std::same_as<File, PackagedFile> || std::same_as<File, InstalledFile>;

[[nodiscard]] inline std::string rightsText(const PackagedFile& file) {
    return octalMode(file.mode);
}
[[nodiscard]] inline std::string rightsText(const InstalledFile& file) {
    return file.rights.text();
}
inline void setRightsText(PackagedFile& file, const std::string& text) {
    file.mode = modeFromOctal(text);
}
inline void setRightsText(InstalledFile& file, const std::string& text) {
    file.rights = Rights::fromText(text);
}

Json toJson(const DescribedFile auto& file) {
    Json json{{"path", file.path}, {"type", toString(file.type)}, {"mode", rightsText(file)}};
    if (file.type == FileType::regular) {
        json["size"] = file.size;
        json["sha256"] = file.sha256;
    }
    if (file.type == FileType::symbolicLink)
        json["target"] = file.leadsTo;
    return json;
}

template<DescribedFile File>
Json toJson(const std::vector<File>& files) {
    Json json = Json::array();
    for (const File& file : files)
        json.push_back(toJson(file));
    return json;
}

template<DescribedFile File>
std::vector<File> filesFromJson(const Json& json) {
    static constexpr std::array types{FileType::regular, FileType::folder, FileType::symbolicLink};
    std::vector<File> files;
    files.reserve(json.size());
    for (const Json& entry : json) {
        File file;
        file.path = entry.at("path").get<std::string>();
        file.type = enumFromText(entry.at("type").get<std::string>(), types, "file type");
        setRightsText(file, entry.at("mode").get<std::string>());
        if (file.type == FileType::regular) {
            file.size = wholeNumber<std::uint64_t>(entry.at("size"));
            file.sha256 = entry.at("sha256").get<std::string>();
        }
        if (file.type == FileType::symbolicLink)
            file.leadsTo = entry.at("target").get<std::string>();
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace bes
