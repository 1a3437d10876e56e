// SPDX-License-Identifier: Apache-2.0
#include "apply/made.hpp"

#include <algorithm>

#include "apply/kept_folders.hpp"
#include "model/try.hpp"

namespace bes::apply {
namespace {

using journal::Effect;

/// A repair may have put back a task that the installation had added.
void addTask(Made& made, const DominoTask& task) {
    if (std::ranges::count(made.tasks, task) == 0)
        made.tasks.push_back(task);
}

void add(Made& made, const Effect& effect) {
    if (effect.kind == Effect::Kind::newFolder && std::ranges::count(made.folders, effect.path) == 0)
        made.folders.push_back(effect.path);
    if (effect.kind == Effect::Kind::newAccount)
        made.account = effect.path.string();
    if (effect.kind == Effect::Kind::newTask)
        addTask(made, {effect.path, effect.detail});
}

/// What is not a folder, in it or below; also where that can't be looked at.
bool holdsFiles(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error))
        if (!entry->is_directory(error) || entry->is_symlink(error))
            return true;
    return error && error != std::errc::no_such_file_or_directory;
}

/// The run takes its empty folders away after it is recorded.
void dropEmptied(Made& made, const Run& run) {
    for (const Step& step : run.plan().steps)
        if (const auto* act = std::get_if<RemoveEmptyFolders>(&step.action))
            for (const std::filesystem::path& folder : act->folders)
                if (!holdsFiles(run.root()(folder)))
                    std::erase(made.folders, folder);
}

} // namespace

Result<Made> madeBy(Run& run) {
    Made made = run.plan().receipt.made;
    for (std::size_t step = 0; step < run.plan().steps.size(); ++step) {
        TRY_ASSIGN(const auto effects, run.journal().effects(run.id(), step));
        for (const Effect& effect : effects)
            add(made, effect);
    }
    for (const std::filesystem::path& kept : keptFolders(run.plan()))
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

} // namespace bes::apply
