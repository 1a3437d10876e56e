#include "plan/change.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/component_choice.hpp"
#include "plan/change_steps.hpp"
#include "plan/comparison.hpp"
#include "plan/registration.hpp"
#include "plan/unit_files.hpp"

namespace bes::plan {
namespace {

void addVersions(std::vector<BasisEntry>& basis, const Comparison& change) {
    const auto isFile = [](const InstalledFile& file) { return file.type != FileType::folder; };
    const auto published = std::ranges::count_if(change.publish(), isFile);
    const auto added = std::ranges::count_if(change.publish(), [&](const InstalledFile& file) {
        return isFile(file) && !change.isRecorded(file.path);
    });
    basis.push_back(
        {"version", fmt::format("{} is installed, the media has {}", change.receipt().catalog.version,
                                change.wanted().media.manifest.catalog.version)});
    basis.push_back({"files", fmt::format("{} new, {} other, {} gone", added, published - added,
                                          std::ranges::count_if(change.gone(), isFile))});
}

std::vector<BasisEntry> basisOf(const Comparison& change) {
    std::vector<BasisEntry> basis;
    if (change.otherMedia())
        addVersions(basis, change);
    for (const auto& [path, difference] : change.differences())
        if (!difference.hasNewVersion)
            basis.push_back({path, difference.sentence});
    if (registrationDiffers(change.facts(), change.wanted()))
        basis.push_back(
            {"database", fmt::format("the registration of {} differs", change.receipt().standby)});
    if (!change.facts().standby.value().enabled)
        basis.push_back({standbyTarget, "does not start with the computer"});
    return basis;
}

} // namespace

std::vector<std::string> changedComponents(const Receipt& receipt, const Maintenance& wanted) {
    return bes::changedComponents(receipt.catalog, receipt.components, wanted.add, wanted.omit);
}

Plan makeChange(const Facts& facts, const Request& request, const Maintenance& wanted) {
    const Comparison change(facts, request, wanted);
    return {.command = std::string(toString(wanted.kind)),
            .request = change.wanted().request,
            .basis = basisOf(change),
            .receipt = change.receiptAfter(),
            .steps = changeSteps(change)};
}

bool needsMedia(const Facts& facts, const Request& request, const Maintenance& wanted) {
    return Comparison(facts, request, wanted).needsMedia();
}

} // namespace bes::plan
