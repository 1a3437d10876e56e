// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/folder_effects.hpp"
#include "apply/new_packages.hpp"
#include "host/accounts.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/safe_path.hpp"
#include "media/media.hpp"
#include "model/media_trust.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

Result<void> giveToOwner(const Run& run, const Folder& folder) {
    if (folder.owner.empty())
        return {};
    TRY_ASSIGN(const auto account, host::findAccount(run.root(), folder.owner));
    if (!account)
        return fail(ExitCode::failed, "account.unknown",
                    fmt::format("The folder {} can't be owned by {}", utf8(folder.path), folder.owner),
                    "the account does not exist",
                    {"Create the account, or choose another.", {{"service.account"}}});
    return host::setRights(run.root(), folder.path, host::modeOf(folder.rights), account);
}

Effect::Kind newKind(const InstalledFile& file) {
    return file.type == FileType::folder ? Effect::Kind::newFolder : Effect::Kind::newFile;
}

/// What becomes of one place: new, replaced or (a folder that is there) untouched.
Result<void> addEffect(const Run& run, const PublishFiles& action, const InstalledFile& file,
                       std::size_t number, std::vector<Effect>& effects) {
    TRY_ASSIGN(const auto found, host::status(run.root()(file.path)));
    const bool folder = file.type == FileType::folder;
    if (!found) {
        effects.push_back({newKind(file), file.path, {}});
        return {};
    }
    const bool folderThere = found->type == FileType::folder;
    if (folder != folderThere)
        return fail(ExitCode::failed, "files.conflict", fmt::format("{} can't be installed", file.path),
                    folderThere ? "a folder has this name" : "something other than a folder has this name",
                    {"Move it away, or choose another folder.", {{"folders.install"}}});
    if (!folder)
        effects.push_back(
            {Effect::Kind::replacedFile, file.path, utf8(action.backup / std::to_string(number))});
    return {};
}

/// The same file under the name that it gets beside an edited one.
InstalledFile newVersion(InstalledFile file) {
    file.path = newVersionOf(file.path);
    return file;
}

Result<std::vector<Effect>> effectsOf(const Run& run, const PublishFiles& action) {
    auto effects = newFolders(run.root(), action.backup, true);
    if (!effects)
        return effects;
    std::string absent; // a folder that is not there, and so nothing in it
    for (std::size_t i = 0; i < action.files.size(); ++i) {
        const InstalledFile& file = action.files[i];
        if (!absent.empty() && file.path.starts_with(absent)) {
            effects->push_back({newKind(file), file.path, {}});
            continue;
        }
        TRY(addEffect(run, action, file, i, *effects));
        if (!effects->empty() && effects->back().kind == Effect::Kind::newFolder)
            absent = utf8(effects->back().path) + '/';
    }
    for (std::size_t i = 0; i < action.beside.size(); ++i)
        if (auto added =
                addEffect(run, action, newVersion(action.beside[i]), action.files.size() + i, *effects);
            !added)
            return fail(added.error());
    return effects;
}

/// A second name for every file that will be replaced, before the first one is.
Result<void> keepReplaced(const Run& run, const PublishFiles& action, const std::vector<Effect>& effects) {
    TRY(host::makeFolder(run.root()(action.backup), 0700));
    for (const Effect& effect : effects)
        if (effect.kind == Effect::Kind::replacedFile)
            TRY(host::keepAs(run.root()(effect.path), run.root()(effect.detail)));
    return host::syncFileSystem(run.root()(action.backup));
}

Result<void> publish(const Run& run, const PublishFiles& action, const InstalledFile& file,
                     const std::filesystem::path& place) {
    const host::Root& root = run.root();
    if (file.type == FileType::folder)
        return host::makeFolder(root(file.path), host::modeOf(file.rights));
    const auto relative = pathOf(file.path).lexically_relative(action.folder);
    return host::rename(root(action.staging / relative), root(place));
}

/// One rename for each package of which nothing is there. Gives the folders of those that it moved.
Result<std::set<std::string, std::less<>>> publishWhole(const Run& run, const PublishFiles& action,
                                                        const std::vector<Effect>& effects) {
    auto packages = newPackages(run.root(), action, effects);
    for (auto package = packages.begin(); package != packages.end();) {
        const auto staged = action.staging / pathOf(*package).filename();
        TRY_ASSIGN(const auto moved, host::renameIfFree(run.root()(staged), run.root()(pathOf(*package))));
        package = moved ? std::next(package) : packages.erase(package);
    }
    return packages;
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const MakeFolders& action) {
    for (const Folder& folder : action.folders) {
        // a log folder that is new holds nothing but what our own services wrote
        TRY_ASSIGN(const auto effects, newFolders(run.root(), folder.path, !folder.owner.empty()));
        auto done =
            run.journal()
                .addEffects(run.id(), step, effects)
                .and_then([&] { return makeFolders(run.root(), effects, host::modeOf(folder.rights)); })
                .and_then([&] { return effects.empty() ? Result<void>() : giveToOwner(run, folder); });
        if (!done)
            return done;
    }
    return {};
}

Result<void> perform(Run& run, std::size_t /*step*/, const StagePackages& action) {
    TRY_ASSIGN(const auto media, media::open(run.plan().request));
    if (!isRead(media, run.plan().request))
        return fail(ExitCode::media, "media.signature", "The media is not trusted", media.signature.problem,
                    "Run the same command again to check it again.");
    if (media.manifestSha256 != run.plan().receipt.mediaSha256)
        return fail(ExitCode::media, "media.changed", "This is not the media that the plan is based on",
                    "media.json was changed in the meantime",
                    "Run the same command again to check it again.");
    return media::stage(
        run.plan().request.media, media.manifest, action.packages, run.root()(action.staging),
        [&](std::uint64_t bytes) { run.advanced(bytes); }, run.tools().stop, action.files);
}

Result<void> perform(Run& run, std::size_t step, const PublishFiles& action) {
    TRY_ASSIGN(const auto effects, effectsOf(run, action));
    auto kept = run.journal().addEffects(run.id(), step, effects).and_then([&] {
        return keepReplaced(run, action, effects);
    });
    if (!kept)
        return kept;
    TRY_ASSIGN(const auto whole, publishWhole(run, action, effects));
    for (const InstalledFile& file : action.files)
        if (!whole.contains(packageFolder(action, file.path)))
            TRY(publish(run, action, file, file.path));
    for (const InstalledFile& file : action.beside)
        TRY(publish(run, action, file, newVersionOf(file.path)));
    return host::syncFileSystem(run.root().followed(action.folder));
}

} // namespace bes::apply
