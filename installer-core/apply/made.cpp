// SPDX-License-Identifier: Apache-2.0
#include "apply/made.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "apply/undo_folders.hpp"
#include "host/digest.hpp"
#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "model/places.hpp"
#include "model/registry_value_json.hpp"
#include "model/try.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

/// A repair may have put back a task that the installation had added.
void addTask(Made& made, const DominoTask& task) {
    if (std::ranges::count(made.tasks, task) == 0)
        made.tasks.push_back(task);
}

void addKey(Made& made, RegistryKey key) {
    if (std::ranges::count(made.registryKeys, key) == 0)
        made.registryKeys.push_back(std::move(key));
}

/// What a repair found was setup's own, or somebody's change to it: the first one counts.
void addBefore(Made& made, CapturedRegistryValue value) {
    const auto same = [&](const CapturedRegistryValue& known) { return shown(known) == shown(value); };
    if (std::ranges::none_of(made.registryBefore, same))
        made.registryBefore.push_back(std::move(value));
}

void add(Made& made, const Effect& effect) {
    if (effect.kind == Effect::Kind::newFolder && std::ranges::count(made.folders, effect.path) == 0)
        made.folders.push_back(effect.path);
    if (effect.kind == Effect::Kind::newAccount)
        made.account = utf8(effect.path);
    if (effect.kind == Effect::Kind::newRegistryKey)
        addKey(made, registryKeyFromJson(Json::parse(effect.detail)));
    if (effect.kind == Effect::Kind::registryValue)
        addBefore(made, capturedRegistryValueFromJson(Json::parse(effect.detail)));
    if (effect.kind == Effect::Kind::grantedLogon && std::ranges::count(made.logonRights, effect.detail) == 0)
        made.logonRights.push_back(effect.detail);
    if (effect.kind == Effect::Kind::endedLogon)
        std::erase(made.logonRights, effect.detail);
    if (effect.kind == Effect::Kind::newTask)
        addTask(made, {effect.path, effect.detail});
}

/// What is not a folder, in it or below; also where that can't be looked at.
bool holdsFiles(const std::filesystem::path& folder) {
    const auto found = host::entriesBelow(folder);
    return !found || !std::ranges::all_of(*found, &host::FolderEntry::folder);
}

/// The run takes its empty folders away after it is recorded.
void dropEmptied(Made& made, const Run& run) {
    for (const Step& step : run.plan().steps)
        if (const auto* act = std::get_if<RemoveEmptyFolders>(&step.action))
            for (const std::filesystem::path& folder : act->folders)
                if (!holdsFiles(run.root()(folder)))
                    std::erase(made.folders, folder);
}

std::optional<InstalledFile> published(const PublishFiles& act, const std::string& path) {
    const auto file = std::ranges::find(act.files, path, &InstalledFile::path);
    if (file != act.files.end())
        return *file;
    const auto beside = std::ranges::find_if(
        act.beside, [&](const InstalledFile& edited) { return newVersionOf(edited.path) == path; });
    return beside == act.beside.end() ? std::nullopt : std::optional(*beside);
}

std::optional<InstalledFile> written(const std::vector<TextFile>& files, const std::string& path) {
    const auto file = std::ranges::find_if(files, [&](const TextFile& text) { return text.path == path; });
    if (file == files.end())
        return std::nullopt;
    return InstalledFile{path, FileType::regular, file->rights, file->content.size(),
                         host::sha256Hex(file->content)};
}

/// Empty: the step makes no such file, or what it makes is not known by its content.
std::optional<InstalledFile> fileOf(const Step& step, const std::string& path) {
    if (const auto* act = std::get_if<PublishFiles>(&step.action))
        return published(*act, path);
    if (const auto* act = std::get_if<WriteConfiguration>(&step.action))
        return written(act->files, path);
    if (const auto* act = std::get_if<InstallServices>(&step.action))
        return written(services::filesFor(host::thisSystem(), *act), path);
    return std::nullopt;
}

} // namespace

Result<Made> madeBy(Run& run) {
    Made made = run.plan().receipt.made;
    for (std::size_t step = 0; step < run.plan().steps.size(); ++step) {
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
        for (const Effect& effect : effects)
            add(made, effect);
    }
    for (const std::filesystem::path& kept : undoFolders(run.plan()))
        std::erase_if(made.folders, [&](const std::filesystem::path& folder) {
            return folder == kept || folder.parent_path() == kept;
        });
    dropEmptied(made, run);
    return made;
}

Result<std::vector<KeptThing>> keptBy(Run& run) {
    std::vector<KeptThing> kept = run.plan().receipt.kept;
    for (std::size_t step = 0; step < run.plan().steps.size(); ++step) {
        const auto* act = std::get_if<KeepOthers>(&run.plan().steps[step].action);
        if (act == nullptr)
            continue;
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
        for (const Effect& effect : effects)
            for (const KeptThing& thing : act->things)
                if (effect.kind == Effect::Kind::movedAway && effect.path == thing.path)
                    kept.push_back({thing.path, effect.detail, thing.appearance});
    }
    return kept;
}

bool isAsMade(const Step& step, const std::filesystem::path& path, const host::Root& root) {
    const auto made = fileOf(step, utf8(path));
    const auto status = host::status(root(path));
    if (!made || !status || !*status)
        return true;
    const host::FileStatus& found = **status;
    if (found.type != made->type)
        return false;
    if (made->type == FileType::symbolicLink)
        return found.leadsTo == made->leadsTo;
    return found.size == made->size && host::sha256OfFile(root(path)) == made->sha256;
}

Result<OthersAgain> OthersAgain::of(Run& run) {
    OthersAgain others(run.root());
    for (std::size_t step = 0; step < run.plan().steps.size(); ++step) {
        if (!std::holds_alternative<KeepOthers>(run.plan().steps[step].action))
            continue;
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
        std::ranges::copy_if(effects, std::back_inserter(others.moved_), [](const journal::Effect& effect) {
            return effect.kind == journal::Effect::Kind::movedAway;
        });
    }
    return others;
}

Result<bool> OthersAgain::at(const std::filesystem::path& path) const {
    for (const journal::Effect& moved : moved_) {
        if (path != moved.path && !places::isBelow(path, moved.path))
            continue;
        TRY_ASSIGN(const auto kept, host::entryAt(root_(moved.detail)));
        if (!kept)
            return true;
    }
    return false;
}

} // namespace bes::apply
