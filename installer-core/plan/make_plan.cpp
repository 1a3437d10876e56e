// SPDX-License-Identifier: Apache-2.0
#include "plan/make_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan/basis.hpp"
#include "plan/composition.hpp"
#include "plan/install_steps.hpp"

namespace bes::plan {
namespace {

Receipt receiptOf(const Composition& composition, const std::vector<InstalledFile>& files) {
    Receipt receipt;
    receipt.request = composition.request;
    receipt.primary = composition.primary.name;
    receipt.primaryDominoServer = composition.primary.dominoServer;
    receipt.standby = composition.request.standbyName();
    receipt.computer = composition.computer.name;
    receipt.mediaSha256 = composition.media.manifestSha256;
    if (const auto& license = composition.media.manifest.license)
        receipt.license = license->id;
    receipt.catalog = composition.media.manifest.catalog;
    receipt.components = composition.componentIds();
    receipt.files = files;
    return receipt;
}

/// check() has refused a standby with other choices, so what is installed is what is wanted, unless it is
/// damaged.
bool nothingToDo(const Facts& facts) {
    const auto& installed = facts.installed.value();
    return installed && installed->damage.empty();
}

} // namespace

Plan makePlan(const Facts& facts, const Request& request) {
    const Composition composition = workOut(facts, request);
    Plan plan{.command = "install",
              .request = request,
              .basis = basisOf(facts, composition),
              .receipt = {},
              .steps = {}};
    if (nothingToDo(facts)) {
        plan.receipt = facts.installed.value()->receipt;
        return plan;
    }
    plan.steps = installSteps(facts, composition);
    plan.receipt = receiptOf(composition, filesOf(plan.steps));
    return plan;
}

std::vector<std::string> differences(const Plan& made, const Plan& now) {
    std::vector<std::string> sentences;
    for (const BasisEntry& before : made.basis) {
        const auto after = std::ranges::find(now.basis, before.id, &BasisEntry::id);
        if (after != now.basis.end() && after->value != before.value)
            sentences.push_back(
                fmt::format("{} was \"{}\" and is \"{}\" now", before.id, before.value, after->value));
    }
    if (sentences.empty() && made != now)
        sentences.emplace_back("this version of setup plans other steps for the same facts");
    return sentences;
}

} // namespace bes::plan
