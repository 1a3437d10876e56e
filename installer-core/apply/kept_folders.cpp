#include "apply/kept_folders.hpp"

#include <algorithm>

#include "plan/places.hpp"

namespace bes::apply {

std::vector<std::filesystem::path> keptFolders(const Plan& plan) {
    std::vector<std::filesystem::path> folders;
    for (const Step& step : plan.steps) {
        if (const auto* files = std::get_if<PublishFiles>(&step.action))
            folders.insert(folders.end(), {files->staging, files->backup});
        if (const auto* texts = std::get_if<WriteConfiguration>(&step.action))
            folders.push_back(texts->backup);
        if (const auto* units = std::get_if<InstallUnits>(&step.action))
            folders.push_back(units->backup);
        if (const auto* task = std::get_if<AddDominoTask>(&step.action))
            folders.insert(folders.end(), {task->backup, plan::keptFolder()});
        if (const auto* task = std::get_if<TakeOutDominoTask>(&step.action))
            folders.insert(folders.end(), {task->backup, plan::keptFolder()});
        if (const auto* units = std::get_if<TakeOutUnits>(&step.action))
            folders.push_back(units->backup);
        if (const auto* files = std::get_if<TakeOutFiles>(&step.action))
            folders.push_back(files->backup);
    }
    return folders;
}

bool isStaging(const Plan& plan, const std::filesystem::path& folder) {
    return std::ranges::any_of(plan.steps, [&](const Step& step) {
        const auto* act = std::get_if<StagePackages>(&step.action);
        return act != nullptr && act->staging == folder;
    });
}

} // namespace bes::apply
