// SPDX-License-Identifier: Apache-2.0
#include "plan/change.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/component_choice.hpp"
#include "plan/change_steps.hpp"
#include "plan/registration.hpp"
#include "plan/standby_comparison.hpp"
#include "plan/unit_files.hpp"

namespace bes::plan {
namespace {

void addVersions(std::vector<BasisEntry>& basis, const StandbyComparison& change) {
    const auto isFile = [](const InstalledFile& file) { return file.type != FileType::folder; };
    const auto published = std::ranges::count_if(change.publish(), isFile);
    const auto added = std::ranges::count_if(change.publish(), [&](const InstalledFile& file) {
        return isFile(file) && !change.isRecorded(file.path);
    });
    basis.push_back(
        {"version", fmt::format("{} is installed, the media has {}", change.receipt().catalog.version,
                                change.intended().media.manifest.catalog.version)});
    basis.push_back({"files", fmt::format("{} new, {} other, {} gone", added, published - added,
                                          std::ranges::count_if(change.gone(), isFile))});
}

std::vector<BasisEntry> basisOf(const StandbyComparison& change) {
    std::vector<BasisEntry> basis;
    if (change.otherMedia())
        addVersions(basis, change);
    for (const auto& [path, difference] : change.differences())
        if (!difference.hasNewVersion)
            basis.push_back({path, difference.sentence});
    if (registrationDiffers(change.facts(), change.intended()))
        basis.push_back(
            {"database", fmt::format("the registration of {} differs", change.receipt().standby)});
    if (!change.facts().standby.value().enabled)
        basis.push_back({standbyTarget, "does not start at boot"});
    return basis;
}

} // namespace

std::vector<std::string> changedComponents(const Receipt& receipt, const Maintenance& maintenance) {
    return bes::changedComponents(receipt.catalog, receipt.components, maintenance.add, maintenance.omit);
}

Plan makeChange(const Facts& facts, const Request& request, const Maintenance& maintenance) {
    const StandbyComparison change(facts, request, maintenance);
    return {.command = std::string(toString(maintenance.kind)),
            .request = change.intended().request,
            .basis = basisOf(change),
            .receipt = change.receiptAfter(),
            .steps = changeSteps(change)};
}

bool needsMedia(const Facts& facts, const Request& request, const Maintenance& maintenance) {
    return StandbyComparison(facts, request, maintenance).needsMedia();
}

} // namespace bes::plan
