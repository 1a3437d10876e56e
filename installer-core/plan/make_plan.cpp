#include "plan/make_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan/basis.hpp"
#include "plan/install_steps.hpp"
#include "plan/wanted.hpp"

namespace bes::plan {
namespace {

Receipt receiptOf(const Wanted& wanted, const std::vector<InstalledFile>& files) {
    Receipt receipt;
    receipt.request = wanted.request;
    receipt.primary = wanted.primary.name;
    receipt.primaryDominoServer = wanted.primary.dominoServer;
    receipt.standby = wanted.request.standbyName();
    receipt.computer = wanted.computer.name;
    receipt.mediaSha256 = wanted.media.manifestSha256;
    if (const auto& license = wanted.media.manifest.license)
        receipt.license = license->id;
    receipt.catalog = wanted.media.manifest.catalog;
    receipt.components = wanted.componentIds();
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
    const Wanted wanted = workOut(facts, request);
    Plan plan{.command = "install",
              .request = request,
              .basis = basisOf(facts, wanted),
              .receipt = {},
              .steps = {}};
    if (nothingToDo(facts)) {
        plan.receipt = facts.installed.value()->receipt;
        return plan;
    }
    plan.steps = installSteps(facts, wanted);
    plan.receipt = receiptOf(wanted, filesOf(plan.steps));
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
        sentences.emplace_back("its steps are not those that this setup makes from the same facts");
    return sentences;
}

} // namespace bes::plan
