// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "host/files.hpp"
#include "media/archive_file.hpp"
#include "media/manifest_rules.hpp"
#include "media/media.hpp"
#include "media/media_failure.hpp"
#include "media/package_rules.hpp"
#include "media/sign.hpp"
#include "media/tar_writer.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"
#include "model/try.hpp"
#include "text/file_names.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr auto specialBits = fs::perms::set_uid | fs::perms::set_gid | fs::perms::sticky_bit;

tl::unexpected<Failure> notPackaged(const fs::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.create", "Can't put " + utf8(path) + " into a package",
                std::move(why), std::move(remedy));
}

Result<PackagedFile> look(const fs::path& path, const fs::path& folder) {
    PackagedFile file;
    file.path = path.lexically_relative(folder).generic_string();
    const fs::file_status status = fs::symlink_status(path);
    file.mode = static_cast<unsigned>(status.permissions()) & allowedMode;
    switch (status.type()) {
    case fs::file_type::regular:
        if ((status.permissions() & specialBits) != fs::perms::none)
            return notPackaged(path, "it has a set-user-ID, set-group-ID or sticky bit",
                               "Remove the bit with chmod.");
        file.size = fs::file_size(path);
        file.sha256 = std::string(64, '0'); // until its content is read
        return file;
    case fs::file_type::directory:
        file.type = FileType::folder;
        file.mode |= 0700U;
        return file;
    case fs::file_type::symlink:
        file.type = FileType::symbolicLink;
        file.mode = linkMode;
        file.leadsTo = fs::read_symlink(path).generic_string();
        return file;
    default:
        return notPackaged(path, "it is not a regular file, folder or symbolic link",
                           "Remove it from the tree.");
    }
}

/// What is in a folder that is to become a package: sorted, modes as packages have them (the owner's bits and
/// reading and executing for others, so that the umask of a build does not show), no digests yet. Failure
/// media.create for what a package can't have, see package_rules.hpp.
Result<std::vector<PackagedFile>> listTree(const fs::path& folder) {
    std::vector<PackagedFile> files;
    try {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            TRY_ASSIGN(auto file, look(entry.path(), folder));
            files.push_back(std::move(file));
        }
    } catch (const fs::filesystem_error& error) {
        return fail(cannotCreate("Can't read " + utf8(error.path1()), error.code().value(),
                                 "Make it readable, or remove it from the tree."));
    }
    std::ranges::sort(files, {}, &PackagedFile::path);
    if (const auto problem = findProblem(files))
        return notPackaged(folder / problem->file, "it " + problem->why,
                           "Change it, or remove it from the tree.");
    return files;
}

namespace fs = std::filesystem;

// Set, whatever the umask: everybody may read media, nobody else may write it.
constexpr unsigned folderMode = 0755;
constexpr unsigned fileMode = 0644;

/// Media under construction, beside its place so that a rename finishes it; gone when it was not finished.
class PartialMedia {
public:
    explicit PartialMedia(fs::path path) : path_(std::move(path)) {}
    PartialMedia(const PartialMedia&) = delete;
    PartialMedia& operator=(const PartialMedia&) = delete;
    ~PartialMedia() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    void finish(const fs::path& out) const {
        fs::remove(out); // an empty folder
        fs::rename(path_, out);
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

tl::unexpected<Failure> refused(std::string what, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.create", std::move(what), std::move(why), std::move(remedy));
}

/// The packages that the catalogue names; each has a folder in the tree, and nothing else is there: a folder
/// that no component names is a misspelled one.
Result<std::set<std::string>> packageIds(const Catalog& catalog, const fs::path& tree) {
    std::set<std::string> ids;
    for (const Component& component : catalog.components)
        if (!component.package.empty())
            ids.insert(component.package);
    if (ids.empty())
        return refused("Can't create media", "no component of the catalogue names a package",
                       "Use another catalogue.");
    for (const std::string& id : ids)
        if (const auto problem = problemOfPackageId(id))
            return refused("Can't create package " + shownText(id), "its id " + *problem,
                           "Change the catalogue.");
        else if (!fs::is_directory(tree / id))
            return refused("Can't create package " + id, "the folder " + utf8(tree / id) + " is missing",
                           "Put the files of the package there.");
    for (const fs::directory_entry& entry : fs::directory_iterator(tree))
        if (!ids.contains(utf8(entry.path().filename())))
            return refused("Can't create media from " + utf8(tree),
                           "no component of the catalogue names a package \"" +
                               utf8(entry.path().filename()) + "\"",
                           "Remove it from the tree, or rename it to the id of a package.");
    return ids;
}

Result<Package> writePackage(const std::string& id, const fs::path& folder, const fs::path& media) {
    TRY_ASSIGN(auto files, listTree(folder));
    Package package{id, std::string(packagesFolder) + "/" + id + ".tar.zst", 0, "", std::move(files)};
    ArchiveFile archive(media / package.archive);
    TarWriter writer(folder, archive);
    TRY(writer.open());
    for (PackagedFile& file : package.files)
        TRY(writer.add(file));
    TRY(writer.close());
    fs::permissions(media / package.archive, fs::perms(fileMode));
    package.size = archive.size();
    package.sha256 = archive.sha256();
    return package;
}

Result<void> writeText(const fs::path& path, std::string_view text) {
    return host::writeDurably(path, text, fileMode);
}

/// What the manifest is begun with: all but the packages.
struct Contents {
    const Catalog& catalog;
    const std::optional<License>& license;
};

Result<void> writeMedia(const Contents& contents, const std::set<std::string>& ids, const fs::path& tree,
                        const Signer& signer, const fs::path& media) {
    TRY(host::makeFolder(media / packagesFolder, folderMode));
    MediaManifest manifest{contents.catalog, {}, contents.license};
    for (const std::string& id : ids) {
        TRY_ASSIGN(auto package, writePackage(id, tree / id, media));
        manifest.packages.push_back(std::move(package));
    }
    if (auto checked = checkManifest(manifest); !checked) // what would be refused when it is used is not made
        return refused("Can't create media", checked.error().why,
                       "Change the catalogue, the tree or the license.");
    const std::string text = formatMediaManifest(manifest);
    TRY_ASSIGN(const auto signature, signer.sign(text));
    TRY(writeText(media / manifestName, text));
    return writeText(media / signatureName, signature);
}

Result<void> createBeside(const Contents& contents, const fs::path& tree, const Signing& signing,
                          const fs::path& out) {
    const auto signer = Signer::load(signing); // before the long part
    if (!signer)
        return fail(signer.error());
    if (fs::exists(out) && !(fs::is_directory(out) && fs::is_empty(out)))
        return refused("Can't create media in " + utf8(out), "it exists and is not empty",
                       "Choose a new folder.");
    TRY_ASSIGN(const auto ids, packageIds(contents.catalog, tree));

    fs::path beside = out;
    beside += ".partial";
    if (fs::exists(fs::symlink_status(beside)))
        return refused("Can't create media in " + utf8(out), utf8(beside) + " exists",
                       "Remove it if an interrupted run left it there.");
    TRY(host::makeFolder(beside, folderMode));
    const PartialMedia partial(std::move(beside));
    TRY(writeMedia(contents, ids, tree, *signer, partial.path()));
    partial.finish(out);
    return {};
}

} // namespace

Result<void> create(const Catalog& catalog, const fs::path& tree, const Signing& signing, const fs::path& out,
                    const std::optional<License>& license) {
    try {
        return createBeside({catalog, license}, tree, signing, fs::absolute(out / "").parent_path());
    } catch (const fs::filesystem_error& error) {
        return fail(cannotCreate("Can't create media in " + utf8(out) + " (" + utf8(error.path1()) + ")",
                                 error.code().value(), "Choose another folder, or give access to this one."));
    }
}

} // namespace bes::media
