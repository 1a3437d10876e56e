#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "plan/wanted.hpp"

namespace bes::plan {

/// The steps of an installation, in order, each with its undo.
[[nodiscard]] std::vector<Step> installSteps(const Facts& facts, const Wanted& wanted);

// Some of them, for a change too.

[[nodiscard]] Step stageStep(const Wanted& wanted, const std::set<std::string>& packages);
[[nodiscard]] Step accountStep(const Wanted& wanted);
[[nodiscard]] Step logFolderStep(const Wanted& wanted);
/// For those tasks that notes.ini has not.
[[nodiscard]] std::vector<Step> dominoTaskSteps(const Facts& facts, const Wanted& wanted);

/// Every file that the steps leave on the computer, sorted by path: for the receipt.
[[nodiscard]] std::vector<InstalledFile> filesOf(const std::vector<Step>& steps);

} // namespace bes::plan
