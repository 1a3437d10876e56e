// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <mutex>
#include <utility>

#include "host/files.hpp"
#include "media/every_package.hpp"
#include "media/media.hpp"
#include "media/media_failure.hpp"
#include "media/staging_sink.hpp"
#include "model/try.hpp"

namespace bes::media {
namespace {

constexpr unsigned packageFolderMode = 0755; // nobody gets through the staging folder above it

Result<std::vector<const Package*>> choose(const MediaManifest& manifest, std::vector<std::string> ids) {
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    std::vector<const Package*> chosen;
    for (const std::string& id : ids) {
        const Package* package = manifest.find(id);
        if (!package)
            return fail(ExitCode::media, "media.package", "Package " + id + " can't be used",
                        "it is not on the media", "Use the media that belongs to the plan.");
        chosen.push_back(package);
    }
    return chosen;
}

} // namespace

Result<void> stage(const std::filesystem::path& folder, const MediaManifest& manifest,
                   const std::vector<std::string>& packages, const std::filesystem::path& staging,
                   const Written& written, std::stop_token stop) {
    TRY_ASSIGN(const auto chosen, choose(manifest, packages));
    TRY_ASSIGN(auto top, host::StagingFolder::create(staging));
    std::mutex makingFolders;
    const auto intoStaging = [&](const Package& package) -> Result<std::unique_ptr<PackageSink>> {
        const std::scoped_lock lock(makingFolders);
        TRY(top.makeFolder(package.id, packageFolderMode));
        TRY_ASSIGN(auto inner, top.enter(package.id));
        return std::make_unique<StagingSink>(std::move(inner));
    };
    TRY(unpackEvery(folder, chosen, intoStaging, written, std::move(stop)));
    return host::syncFileSystem(staging);
}

Result<void> verifyPackages(const std::filesystem::path& folder, const MediaManifest& manifest,
                            const Written& read, std::stop_token stop) {
    std::vector<const Package*> all;
    for (const Package& package : manifest.packages)
        all.push_back(&package);
    const auto nowhere = [](const Package&) -> Result<std::unique_ptr<PackageSink>> {
        return std::make_unique<PackageSink>();
    };
    return unpackEvery(folder, std::move(all), nowhere, read, std::move(stop));
}

} // namespace bes::media
