// SPDX-License-Identifier: Apache-2.0
#include "media/write_media.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/reached.hpp"
#include "media/archive_file.hpp"
#include "media/manifest_rules.hpp"
#include "media/media_failure.hpp"
#include "media/partial_media.hpp"
#include "media/sign.hpp"
#include "media/tar_writer.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

// Set, whatever the umask: everybody may read media, nobody else may write it.
constexpr unsigned folderMode = 0755;
constexpr unsigned fileMode = 0644;

std::string archiveOf(const std::string& id) {
    return std::string(packagesFolder) + "/" + id + ".tar.zst";
}

Result<void> expectUsable(const MediaManifest& manifest) {
    if (const auto checked = checkManifest(manifest); !checked)
        return fail(cannotCreate("Can't create media", checked.error().why,
                                 "Change the catalogue, the tree or the license."));
    return {};
}

/// Before a byte is written: what would be refused when it is used is not made. Digests are not known yet.
Result<void> expectUsable(MediaManifest manifest, const std::vector<PackageSource>& packages) {
    for (const PackageSource& source : packages) {
        TRY(expectPackageable(source.folder, source.files));
        manifest.packages.push_back({source.id, archiveOf(source.id), 0, std::string(64, '0'), source.files});
    }
    return expectUsable(manifest);
}

Result<Package> writePackage(PackageSource& source, const fs::path& media, const std::stop_token& stop) {
    Package package{source.id, archiveOf(source.id), 0, "", std::move(source.files)};
    ArchiveFile archive(media / pathOf(package.archive));
    TarWriter writer(source.folder, archive, stop);
    TRY(writer.open());
    for (PackagedFile& file : package.files)
        TRY(writer.add(file));
    TRY(writer.close());
    TRY(host::setMode(media / pathOf(package.archive), fileMode));
    package.size = archive.size();
    package.sha256 = archive.sha256();
    return package;
}

bool isEmpty(const fs::path& folder) {
    const auto entries = host::entriesIn(folder);
    return entries && entries->empty();
}

Result<void> writeText(const fs::path& path, std::string_view text) {
    return host::writeDurably(path, text, fileMode);
}

Result<void> fill(MediaManifest manifest, std::vector<PackageSource>& packages, const Signer& signer,
                  const fs::path& media, const std::stop_token& stop) {
    TRY(host::makeFolder(media / packagesFolder, folderMode));
    for (PackageSource& source : packages) {
        TRY_ASSIGN(auto package, writePackage(source, media, stop));
        manifest.packages.push_back(std::move(package));
    }
    TRY(expectUsable(manifest));
    const std::string text = formatMediaManifest(manifest);
    TRY_ASSIGN(const auto signature, signer.sign(text));
    TRY(writeText(media / manifestName, text));
    return writeText(media / signatureName, signature);
}

} // namespace

Result<void> writeMedia(MediaManifest manifest, std::vector<PackageSource> packages, const Signing& signing,
                        const fs::path& out, const std::stop_token& stop) {
    const auto signer = Signer::load(signing); // before the long part
    if (!signer)
        return fail(signer.error());
    TRY_ASSIGN(const auto there, host::reached(out));
    if (there && !(there->folder && isEmpty(out)))
        return fail(cannotCreate("Can't create media in " + utf8(out), "it exists and is not empty",
                                 "Choose a new folder."));
    TRY(expectUsable(manifest, packages));

    TRY_ASSIGN(auto partial, PartialMedia::begin(out));
    TRY(fill(std::move(manifest), packages, *signer, partial.path(), stop));
    return partial.finish(out);
}

} // namespace bes::media
