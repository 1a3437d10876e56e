// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "host/staging_folder.hpp"
#include "media/media.hpp"
#include "media/media_failure.hpp"
#include "media/package_sink.hpp"
#include "media/unpack.hpp"
#include "model/try.hpp"

namespace bes::media {
namespace {

/// Makes the sink of a package; called from several threads.
using MakeSink = std::function<Result<std::unique_ptr<PackageSink>>(const Package& package)>;

constexpr std::size_t mostThreads =
    4; // each may need 9 MiB, all of setup has 64; the disk is busy with fewer

/// What the threads share.
class Packages {
public:
    Packages(std::filesystem::path media, std::vector<const Package*> packages, const MakeSink& makeSink,
             const Written& written, const std::stop_token& stop, Ahead ahead)
        : media_(std::move(media)), packages_(std::move(packages)), makeSink_(makeSink), written_(written),
          ahead_(ahead), stopOutside_(stop, [this] { stop_.request_stop(); }) {
        std::ranges::sort(packages_, std::ranges::greater(), &Package::size);
    }

    /// One thread's work: package after package, until there is none or something failed.
    void unpackSome() {
        try {
            while (const Package* package = take())
                if (auto unpacked = unpackOne(*package); !unpacked)
                    return end(std::move(unpacked.error()));
        } catch (...) {
            end(std::current_exception());
        }
    }

    Result<void> outcome() {
        if (exception_)
            std::rethrow_exception(exception_);
        if (failure_)
            return fail(std::move(*failure_));
        return {};
    }

private:
    const Package* take() {
        const std::scoped_lock lock(mutex_);
        return next_ < packages_.size() ? packages_[next_++] : nullptr;
    }

    Result<void> unpackOne(const Package& package) {
        TRY_ASSIGN(const auto sink, makeSink_(package));
        return unpack(
            media_, package, *sink, [this](std::uint64_t bytes) { advance(bytes); }, stop_.get_token(),
            ahead_);
    }

    void advance(std::uint64_t bytes) {
        const std::scoped_lock lock(mutex_);
        bytes_ += bytes;
        if (written_)
            written_(bytes_);
    }

    template<class Reason>
    void end(Reason reason) {
        const std::scoped_lock lock(mutex_);
        if (!exception_ && !failure_) { // the others only say that they were stopped
            if constexpr (std::is_same_v<Reason, Failure>)
                failure_ = std::move(reason);
            else
                exception_ = std::move(reason);
        }
        stop_.request_stop();
    }

    std::filesystem::path media_;
    std::vector<const Package*> packages_;
    const MakeSink& makeSink_;
    const Written& written_;
    Ahead ahead_;

    std::mutex mutex_; ///< for all below
    std::size_t next_ = 0;
    std::uint64_t bytes_ = 0;
    std::optional<Failure> failure_;
    std::exception_ptr exception_;

    std::stop_source stop_;
    std::stop_callback<std::function<void()>> stopOutside_;
};

/// Unpacks packages side by side, the largest first. The first Failure ends the others.
Result<void> unpackEvery(const std::filesystem::path& media, std::vector<const Package*> packages,
                         const MakeSink& makeSink, const Written& written, const std::stop_token& stop) {
    const std::size_t threads = std::min(
        {packages.size(), mostThreads, std::max<std::size_t>(std::thread::hardware_concurrency(), 1)});
    // with so many packages each thread has work to the end
    const Ahead ahead = packages.size() >= 2 * threads && threads > 1 ? Ahead::no : Ahead::thread;
    Packages shared(media, std::move(packages), makeSink, written, stop, ahead);
    {
        std::vector<std::jthread> others;
        try {
            for (std::size_t i = 1; i < threads; ++i)
                others.emplace_back([&shared] { shared.unpackSome(); });
        } catch (
            const std::system_error&) { // the computer has no more threads for us: those that there are do it
        }
        shared.unpackSome();
    }
    return shared.outcome();
}

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
                   const Written& written, std::stop_token stop, const std::vector<std::string>& only) {
    const std::set<std::string> wanted(only.begin(), only.end());
    TRY_ASSIGN(const auto chosen, choose(manifest, packages));
    TRY_ASSIGN(auto top, host::StagingFolder::create(staging));
    std::mutex makingFolders;
    const auto intoStaging = [&](const Package& package) -> Result<std::unique_ptr<PackageSink>> {
        const std::scoped_lock lock(makingFolders);
        TRY(top.makeFolder(package.id, packageFolderMode));
        TRY_ASSIGN(auto inner, top.enter(package.id));
        if (!wanted.empty())
            return std::make_unique<SomeFilesSink>(std::move(inner), wanted, package.id);
        return std::make_unique<StagingSink>(std::move(inner));
    };
    TRY(unpackEvery(folder, chosen, intoStaging, written, std::move(stop)));
    return top.sync();
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
