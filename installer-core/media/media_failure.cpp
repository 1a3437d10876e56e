// SPDX-License-Identifier: Apache-2.0
#include "media/media_failure.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include "host/exhaustion.hpp"
#include "host/root.hpp"

namespace bes::media {
namespace {

constexpr auto getAgain = "Copy the media again from its source, and verify the copy.";

} // namespace

Failure damagedArchive(const Package& package, std::string why) {
    return {ExitCode::media, "media.package", "Package " + package.id + " can't be used",
            package.archive + " " + std::move(why), getAgain};
}

Failure damagedFile(const Package& package, std::string_view file, std::string_view why) {
    return {ExitCode::media, "media.package", "Package " + package.id + " can't be used",
            "\"" + std::string(file) + "\" in " + package.archive + " " + std::string(why), getAgain};
}

Failure wrongManifest(std::string why) {
    return {ExitCode::media, "media.format", "The media manifest media.json can't be used", std::move(why),
            getAgain};
}

Failure cancelled() {
    return {ExitCode::cancelled, "run.cancelled", "Reading the packages was stopped", "it was cancelled",
            "Run the same command again when you want to continue."};
}

Failure cannotCreate(std::string what, int systemError, std::string remedy) {
    const std::string why = std::generic_category().message(systemError);
    if (host::isQuota(systemError))
        return {ExitCode::diskSpace, "file.no-space", std::move(what), why,
                "Raise the quota of this account there, or choose a folder on another file system."};
    if (systemError == EFBIG)
        return {ExitCode::media, "media.create", std::move(what), why,
                host::thisSystem() == System::windows
                    ? "Choose a folder on a file system that takes files of that size (NTFS)."
                    : "Raise the limit on the size of files (ulimit -f)."};
    if (systemError == ENOSPC)
        return {ExitCode::diskSpace, "file.no-space", std::move(what), why,
                "Free disk space there, or choose a folder on another file system."};
    return cannotCreate(std::move(what), why, std::move(remedy));
}

Failure cannotCreate(std::string what, std::string why, std::string remedy) {
    return {ExitCode::media, "media.create", std::move(what), std::move(why), std::move(remedy)};
}

} // namespace bes::media
