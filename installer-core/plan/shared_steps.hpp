// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "model/system.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

// The steps that more than one kind of run has, in the order of an installation, each with its undo.

enum class TargetUnits {
    stop, ///< with all services that belong to them
    goOn,
};

/// Stops those of the services that are running, in stop order. None where nothing is to be stopped. Its undo
/// starts again what it stopped, besides deferred services.
[[nodiscard]] std::optional<Step> stopStep(const Facts& facts, const std::vector<Service>& services,
                                           TargetUnits targetUnits);

[[nodiscard]] Step stageStep(const Composition& composition, const std::set<std::string>& packages);
/// These files alone; the packages that they are in are verified whole.
[[nodiscard]] Step stageFilesStep(const Composition& composition, const std::set<std::string>& packages,
                                  const std::vector<InstalledFile>& files);

/// `beside` are new versions of files that the administrator has changed.
[[nodiscard]] Step publishStep(const Request& request, std::vector<InstalledFile> files,
                               std::vector<InstalledFile> beside);

[[nodiscard]] Step accountStep(const Composition& composition);
[[nodiscard]] Step logFolderStep(const Composition& composition);
/// The first of the files gives the step its title.
[[nodiscard]] Step configurationStep(const Request& request, std::vector<TextFile> files);
/// For those tasks that notes.ini has not.
[[nodiscard]] std::vector<Step> addTaskSteps(const Facts& facts, const Composition& composition);
[[nodiscard]] Step removeTaskStep(const DominoTask& made, System system);

/// None where nothing is to be started, or no service manager runs. Its undo stops them and the `targets`.
[[nodiscard]] std::optional<Step> startStep(const Facts& facts, std::vector<StartableService> services,
                                            OnStartFailure onFailure,
                                            const std::vector<std::string>& targets);

/// It commits: what fails after it is not undone.
[[nodiscard]] Step recordStep(std::string title);

} // namespace bes::plan
