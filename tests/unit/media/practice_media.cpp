// SPDX-License-Identifier: Apache-2.0
#include "unit/media/practice_media.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "host/digest.hpp"

bes::Package& PracticeMedia::add(const std::string& id, const std::vector<PracticeEntry>& entries) {
    return add(id, filesOf(entries), zstdOf(tarOf(entries)));
}

bes::Package& PracticeMedia::add(const std::string& id, std::vector<bes::PackagedFile> files,
                                 const std::string& archive) {
    const std::string name = "packages/" + id + ".tar.zst";
    std::filesystem::create_directories(folder() / "packages");
    writeText(folder() / name, archive);
    manifest.packages.push_back({id, name, archive.size(), bes::host::sha256Hex(archive), std::move(files)});
    return manifest.packages.back();
}

bes::Result<void> PracticeMedia::stage() {
    std::vector<std::string> ids;
    for (const bes::Package& package : manifest.packages)
        ids.push_back(package.id);
    return bes::media::stage(folder(), manifest, ids, staging(), {}, {});
}

bes::Result<void> PracticeMedia::verify() {
    return bes::media::verifyPackages(folder(), manifest, {}, {});
}

std::string readText(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeText(const std::filesystem::path& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
}
