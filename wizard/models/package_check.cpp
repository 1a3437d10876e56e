// SPDX-License-Identifier: Apache-2.0
#include "models/package_check.hpp"

#include <algorithm>
#include <numeric>

#include "media/media.hpp"
#include "setup.hpp"

namespace bes::wizard {
namespace {

std::uint64_t bytesOf(const std::vector<Package>& packages) {
    return std::accumulate(packages.begin(), packages.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Package& package) { return sum + package.size; });
}

/// A package alone, so that the others are read whatever is wrong with it.
MediaManifest only(const Package& package, const MediaManifest& manifest) {
    return {manifest.catalog, {package}, manifest.license};
}

} // namespace

std::string damageFor(const Plan& plan, const PackagesRead& read) {
    if (plan.receipt.mediaSha256 != read.media)
        return {};
    for (const std::string& package : stagedPackages(plan))
        if (const auto found = read.damaged.find(package); found != read.damaged.end())
            return found->second;
    return {};
}

void PackageCheck::follow(const std::filesystem::path& folder, const MediaContents& media) {
    if (folder == folder_ && media.manifestSha256 == read_.media)
        return;
    forget();
    folder_ = folder;
    read_ = {media.manifestSha256};
    threads_.emplace_back([this, folder, manifest = media.manifest, none = read_](
                              const std::stop_token& stop) { readAll(folder, manifest, none, stop); });
}

void PackageCheck::forget() {
    for (std::jthread& thread : threads_)
        thread.request_stop();
    folder_.clear();
    read_ = {};
}

void PackageCheck::readAll(const std::filesystem::path& folder, const MediaManifest& manifest,
                           PackagesRead read, const std::stop_token& stop) {
    const std::uint64_t all = std::max<std::uint64_t>(1, bytesOf(manifest.packages));
    std::uint64_t done = 0;
    for (const Package& package : manifest.packages) {
        const auto good = media::verifyPackages(
            folder, only(package, manifest), [](std::uint64_t) {}, stop);
        if (stop.stop_requested())
            return;
        if (!good)
            read.damaged[package.id] = good.error().why;
        done += package.size;
        read.percent = static_cast<int>(done * 100 / all);
        QMetaObject::invokeMethod(
            this, [this, read] { take(read); }, Qt::QueuedConnection);
    }
}

/// What an earlier thread had still to say is about other media.
void PackageCheck::take(const PackagesRead& read) {
    if (read.media != read_.media || read == read_)
        return;
    read_ = read;
    Q_EMIT advanced();
}

} // namespace bes::wizard
