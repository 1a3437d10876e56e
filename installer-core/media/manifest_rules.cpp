// SPDX-License-Identifier: Apache-2.0
#include "media/manifest_rules.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "media/media_failure.hpp"
#include "media/package_rules.hpp"
#include "text/acceptable.hpp"
#include "text/file_names.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

/// Only packages/NAME: an archive can't be a file of the computer.
std::optional<std::string> problemOfArchive(const Package& package) {
    if (auto problem = problemOfPath(package.archive))
        return "its archive \"" + shownText(package.archive) + "\" " + *problem;
    if (parentOf(package.archive) != packagesFolder)
        return "its archive \"" + package.archive + "\" is not in " + std::string(packagesFolder);
    if (!isSha256(package.sha256))
        return "its archive has an invalid SHA-256";
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

constexpr std::size_t longestLicense = std::size_t{1} << 20U;

/// It ends up in terminals and receipts.
bool isId(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == '_';
    });
}

bool isLanguage(const std::string& language) {
    return language.size() == 2 && std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Text of several lines, which can't steer the terminal that it is read in.
bool isReadable(const std::string& text) {
    return text.find_first_not_of(" \n\t") != std::string::npos && !wrongLines(text, longestLicense);
}

std::optional<std::string> problemOfLicense(const License& license) {
    if (!isId(license.id))
        return "its id is not 1 to 64 of a-z, A-Z, 0-9, '-', '.' and '_'";
    if (license.texts.empty())
        return "it has no text";
    for (const auto& [language, text] : license.texts) {
        if (!isLanguage(language))
            return "the language \"" + shownText(language) + "\" is not two lower-case letters";
        if (!isReadable(text))
            return "its text in \"" + language + "\" is empty, not UTF-8, or has control characters";
    }
    return std::nullopt;
}

} // namespace

Result<void> checkManifest(const MediaManifest& manifest) {
    if (manifest.license)
        if (const auto problem = problemOfLicense(*manifest.license))
            return fail(wrongManifest("the license: " + *problem));
    std::set<std::string> archives;
    const Package* previous = nullptr;
    for (const Package& package : manifest.packages) {
        if (const auto problem = problemOfPackage(package))
            return fail(wrongManifest("package " + shownText(package.id) + ": " + *problem));
        if (previous && previous->id >= package.id)
            return fail(wrongManifest("package " + package.id + " is listed twice or not in order"));
        if (!archives.insert(foldCase(package.archive)).second)
            return fail(wrongManifest("package " + package.id + " shares the archive of another package"));
        previous = &package;
    }
    for (const Component& component : manifest.catalog.components) {
        for (const Service& service : component.services)
            if (service.program.empty() && service.startPolicy != StartPolicy::runByDomino)
                return fail(wrongManifest("service " + shownText(service.name) + " has no program"));
        for (const std::string& package : packagesOf(component))
            if (!manifest.find(package))
                return fail(wrongManifest("component " + shownText(component.id) + " requires the package " +
                                          shownText(package) + ", which is not on the media"));
    }
    return {};
}

} // namespace bes::media
