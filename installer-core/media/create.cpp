// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "host/folder_entries.hpp"
#include "host/reached.hpp"
#include "media/media.hpp"
#include "media/media_failure.hpp"
#include "media/write_media.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"
#include "model/try.hpp"
#include "text/file_names.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

/// The packages that the catalogue names; each has a folder in the tree, and nothing else is there: a folder
/// that no component names is a misspelled one.
Result<std::set<std::string>> packageIds(const Catalog& catalog, const fs::path& tree) {
    const std::set<std::string> ids = packagesOf(catalog);
    if (ids.empty())
        return fail(cannotCreate("Can't create media", "no component of the catalogue names a package",
                                 "Use another catalogue."));
    for (const std::string& id : ids)
        if (const auto problem = problemOfPackageId(id))
            return fail(cannotCreate("Can't create package " + shownText(id), "its id " + *problem,
                                     "Change the catalogue."));
        else if (!host::leadsToFolder(tree / pathOf(id)))
            return fail(cannotCreate("Can't create package " + id,
                                     "the folder " + utf8(tree / pathOf(id)) + " is missing",
                                     "Put the files of the package there."));
    const auto entries = host::entriesIn(tree);
    if (!entries)
        return fail(cannotCreate("Can't read " + utf8(tree), entries.error().why, "Make it readable."));
    for (const host::FolderEntry& entry : *entries)
        if (const std::string name = utf8(entry.path.filename()); !ids.contains(name))
            return fail(cannotCreate("Can't create media from " + utf8(tree),
                                     "no component of the catalogue names a package \"" + name + "\"",
                                     "Remove it from the tree, or rename it to the id of a package."));
    return ids;
}

Result<void> createFrom(const MediaManifest& manifest, const fs::path& tree, const Signing& signing,
                        const fs::path& out, const std::stop_token& stop) {
    TRY_ASSIGN(const auto ids, packageIds(manifest.catalog, tree));
    const Modes modes = manifest.catalog.isForWindows() ? Modes::alike : Modes::ofFiles;
    std::vector<PackageSource> packages;
    for (const std::string& id : ids) {
        TRY_ASSIGN(auto files, listTree(tree / pathOf(id), modes));
        packages.push_back({id, tree / pathOf(id), std::move(files)});
    }
    return writeMedia(manifest, std::move(packages), signing, out, stop);
}

} // namespace

Result<void> create(const Catalog& catalog, const fs::path& tree, const Signing& signing, const fs::path& out,
                    const std::optional<License>& license, const std::stop_token& stop) {
    try {
        return createFrom({catalog, {}, license}, tree, signing, fs::absolute(out / "").parent_path(), stop);
    } catch (const fs::filesystem_error& error) {
        return fail(cannotCreate("Can't create media in " + utf8(out) + " (" + utf8(error.path1()) + ")",
                                 error.code().value(), "Choose another folder, or give access to this one."));
    }
}

} // namespace bes::media
