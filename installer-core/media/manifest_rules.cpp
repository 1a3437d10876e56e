#include "media/manifest_rules.hpp"

#include <optional>
#include <set>
#include <string>

#include "media/media_failure.hpp"
#include "media/names.hpp"
#include "media/package_rules.hpp"

namespace bes::media {
namespace {

/// Only packages/NAME: an archive can't be a file of the computer.
std::optional<std::string> problemOfArchive(const Package& package) {
    if (auto problem = problemOfPath(package.archive))
        return "its archive \"" + shown(package.archive) + "\" " + *problem;
    if (parentOf(package.archive) != packagesFolder)
        return "its archive \"" + package.archive + "\" is not in " + std::string(packagesFolder);
    if (!isSha256(package.sha256))
        return "its archive has no well-formed SHA-256";
    return std::nullopt;
}

std::optional<std::string> problemOfPackage(const Package& package) {
    if (auto problem = problemOfPackageId(package.id))
        return "its id " + *problem;
    if (auto problem = problemOfArchive(package))
        return problem;
    if (const auto problem = findProblem(package.files))
        return "\"" + problem->file + "\" " + problem->why;
    return std::nullopt;
}

} // namespace

Result<void> checkManifest(const MediaManifest& manifest) {
    std::set<std::string> archives;
    const Package* previous = nullptr;
    for (const Package& package : manifest.packages) {
        if (const auto problem = problemOfPackage(package))
            return fail(wrongManifest("package " + shown(package.id) + ": " + *problem));
        if (previous && previous->id >= package.id)
            return fail(wrongManifest("package " + package.id + " is listed twice or not in order"));
        if (!archives.insert(foldCase(package.archive)).second)
            return fail(wrongManifest("package " + package.id + " shares the archive of another package"));
        previous = &package;
    }
    for (const Component& component : manifest.catalog.components)
        if (!component.package.empty() && !manifest.find(component.package))
            return fail(wrongManifest("component " + shown(component.id) + " needs the package " +
                                      shown(component.package) + ", which is not on the media"));
    return {};
}

} // namespace bes::media
