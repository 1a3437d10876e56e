// SPDX-License-Identifier: Apache-2.0
#include "apply/undo_folders.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>

#include "host/root.hpp"
#include "plan/places.hpp"

namespace bes::apply {

namespace {

/// By what an action has, so that a new one is not forgotten.
template<typename SomeAction>
void addKept(std::vector<std::filesystem::path>& folders, const SomeAction& action) {
    if constexpr (std::is_same_v<SomeAction, PublishFiles>) // StagePackages has an undo of its own for it
        folders.push_back(action.staging);
    if constexpr (requires { action.backup; })
        folders.push_back(action.backup);
    // the backup of notes.ini is only what a journal of an earlier version named
    if constexpr (requires { action.notesIni; })
        folders.push_back(plan::undoFolder(host::thisSystem()));
}

} // namespace

std::vector<std::filesystem::path> undoFolders(const Plan& plan) {
    std::vector<std::filesystem::path> folders;
    for (const Step& step : plan.steps)
        std::visit([&](const auto& action) { addKept(folders, action); }, step.action);
    return folders;
}

bool isStaging(const Plan& plan, const std::filesystem::path& folder) {
    return std::ranges::any_of(plan.steps, [&](const Step& step) {
        const auto* act = std::get_if<StagePackages>(&step.action);
        return act != nullptr && act->staging == folder;
    });
}

} // namespace bes::apply
