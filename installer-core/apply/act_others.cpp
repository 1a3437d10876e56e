// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "apply/acts.hpp"
#include "apply/folder_effects.hpp"
#include "host/entry.hpp"
#include "host/files.hpp"
#include "model/places.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

Result<bool> isThere(const Run& run, const std::filesystem::path& path) {
    return host::entryAt(run.root()(path)).map([](const auto& found) { return found.has_value(); });
}

/// Names in a folder of kept things that are free: from the first number after all that are taken.
class FreeNames {
public:
    explicit FreeNames(const Run& run) : run_(run) {}

    Result<std::filesystem::path> in(const std::filesystem::path& folder) {
        while (true) {
            std::filesystem::path name = folder / std::to_string(next_[folder]++);
            TRY_ASSIGN(const auto taken, isThere(run_, name));
            if (!taken)
                return name;
        }
    }

private:
    const Run& run_;
    std::map<std::filesystem::path, unsigned> next_;
};

Result<std::vector<Effect>> effectsOf(const Run& run, const KeepOthers& action) {
    std::vector<Effect> effects;
    std::set<std::filesystem::path> folders;
    FreeNames names(run);
    for (const KeptThing& thing : action.things) {
        TRY_ASSIGN(const auto there, isThere(run, thing.path));
        if (!there) // its owner took it away meanwhile
            continue;
        if (folders.insert(thing.keptAt).second) {
            TRY_ASSIGN(const auto made, newFolders(run.root(), thing.keptAt));
            effects.insert(effects.end(), made.begin(), made.end());
        }
        TRY_ASSIGN(const auto name, names.in(thing.keptAt));
        effects.push_back({Effect::Kind::movedAway, thing.path, utf8(name)});
    }
    return effects;
}

/// The first free name beside the file.
Result<std::filesystem::path> savedName(const Run& run, const std::filesystem::path& file) {
    for (unsigned number = 1;; ++number) {
        std::filesystem::path name = savedVersionOf(file);
        if (number > 1)
            name += "." + std::to_string(number);
        TRY_ASSIGN(const auto taken, isThere(run, name));
        if (!taken)
            return name;
    }
}

bool isUnit(const KeptThing& thing) {
    return places::isBelow(thing.path, places::unitFolder);
}

Result<void> makeParents(const Run& run, const std::filesystem::path& path) {
    return newFolders(run.root(), path.parent_path()).and_then([&](const std::vector<Effect>& missing) {
        return makeFolders(run.root(), missing, 0755);
    });
}

/// Doing it again finds what is back already.
Result<void> putBack(const Run& run, const KeptThing& thing) {
    TRY_ASSIGN(const auto kept, isThere(run, thing.keptAt));
    if (!kept)
        return {};
    return makeParents(run, thing.path)
        .and_then([&] { return host::renameIfFree(run.root()(thing.keptAt), run.root()(thing.path)); })
        .map([&](bool back) {
            if (!back)
                run.tools().progress.note(
                    fmt::format("{} is not put back, because something else is there: it "
                                "stays as {}",
                                utf8(thing.path), utf8(thing.keptAt)));
        });
}

} // namespace

Result<void> perform(Run& run, std::size_t step, const KeepOthers& action) {
    TRY_ASSIGN(const auto effects, effectsOf(run, action));
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const Effect& effect : effects) {
        const bool keptFolder = effect.kind == Effect::Kind::newFolder &&
                                std::ranges::count(action.things, effect.path, &KeptThing::keptAt) > 0;
        auto done = effect.kind == Effect::Kind::newFolder
                        ? host::makeFolder(run.root()(effect.path), keptFolder ? 0700 : 0755)
                        : host::rename(run.root()(effect.path), run.root()(effect.detail));
        if (!done)
            return done;
    }
    for (const KeptThing& thing : action.things)
        TRY(host::syncFileSystem(run.root().followed(thing.keptAt.parent_path())));
    return {};
}

Result<void> perform(Run& run, std::size_t step, const SaveChanged& action) {
    std::vector<Effect> effects;
    for (const std::filesystem::path& file : action.files) {
        const auto there = isThere(run, file);
        const auto name = there && *there ? savedName(run, file) : Result<std::filesystem::path>();
        if (!there || !name)
            return fail(there ? name.error() : there.error());
        if (*there)
            effects.push_back({Effect::Kind::movedAway, file, name->string()});
    }
    TRY(run.journal().addEffects(run.id(), step, effects));
    for (const Effect& effect : effects) {
        auto saved = host::rename(run.root()(effect.path), run.root()(effect.detail)).and_then([&] {
            return host::syncFolder(run.root().followed(effect.path.parent_path()));
        });
        if (!saved)
            return saved;
    }
    return {};
}

Result<void> perform(Run& run, std::size_t /*step*/, const ReturnOthers& action) {
    std::set<std::filesystem::path> kept;
    for (const KeptThing& thing : action.things) {
        TRY(putBack(run, thing));
        kept.insert(thing.keptAt.parent_path());
    }
    for (const std::filesystem::path& folder : kept)
        TRY(host::removeEmptyFolder(run.root()(folder)));
    for (const std::filesystem::path& folder : action.folders) {
        const bool theirs = std::ranges::any_of(action.things, [&](const KeptThing& thing) {
            return folder == thing.path || places::isBelow(folder, thing.path);
        });
        if (theirs) // one that came back may be empty
            continue;
        TRY(host::removeEmptyFolder(run.root()(folder)));
    }
    return std::ranges::any_of(action.things, isUnit) ? run.services().reload() : Result<void>();
}

} // namespace bes::apply
