// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "answers/answers.hpp"
#include "check/rules.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::count(ids, id) > 0;
}

std::string label(const Catalog& catalog, const std::string& id) {
    const Component* component = catalog.find(id);
    return component == nullptr || component->name.empty() ? id : component->name + " (" + id + ")";
}

Findings checkKnown(const Situation& situation, const Catalog& catalog) {
    std::vector<std::string> ids;
    ids.reserve(catalog.components.size());
    for (const Component& component : catalog.components)
        ids.push_back(component.id);
    Findings findings;
    for (const std::string& unknown : situation.choice.unknown) {
        const auto meant = answers::nearest(unknown, ids);
        findings.push_back(
            blocker(ExitCode::components, "components.known", "The media has no component " + unknown,
                    "Its components are " + listed(ids, ids.size()),
                    meant ? "Did you mean " + *meant + "?" : "Choose one of the media's components"));
    }
    std::vector<std::string> left;
    for (const std::string& id : situation.primary->components)
        if (!contains(ids, id))
            left.push_back(id);
    if (!left.empty())
        findings.push_back(
            information("components.known", "The media lacks components of the primary",
                        listed(left) + " on " + situation.primary->name + "; the standby will not get them"));
    return findings;
}

Findings checkDependencies(const Situation& situation, const Catalog& catalog) {
    Findings findings;
    for (const Component* component : situation.components)
        for (const std::string& needed : component->dependencies)
            if (!contains(situation.choice.components, needed))
                findings.push_back(
                    blocker(ExitCode::components, "components.dependencies",
                            label(catalog, component->id) + " requires " + label(catalog, needed),
                            needed + " is not among the chosen components",
                            Remedy("Add the required component, or omit the other one",
                                   {{"components.add", needed}, {"components.omit", component->id}})));
    if (findings.empty())
        findings.push_back(passed("components.dependencies", "All required components are chosen",
                                  listed(situation.choice.components, situation.choice.components.size())));
    return findings;
}

/// What fails over needs a counterpart: a component of the primary that is missing here stops when the
/// primary does, one that only the standby has is there to spread load (bes.md §1.1, §1.2).
Findings checkFailoverCoverage(const Situation& situation, const Catalog& catalog) {
    Findings findings;
    std::size_t covered = 0;
    for (const Component& component : catalog.components) {
        if (!component.failoverCapable)
            continue;
        const bool onPrimary = contains(situation.primary->components, component.id);
        const bool onStandby = contains(situation.choice.components, component.id);
        covered += onPrimary && onStandby ? 1 : 0;
        if (onPrimary && !onStandby)
            findings.push_back(warning("components.failover-coverage",
                                       label(catalog, component.id) + " can't fail over",
                                       situation.primary->name + " has it, the standby does not",
                                       Remedy("To fail over, a component must also be on the standby: add it",
                                              {{"components.add", component.id}})));
        if (!onPrimary && onStandby)
            findings.push_back(information(
                "components.failover-coverage", label(catalog, component.id) + " is on the standby only",
                situation.primary->name + " does not have it, so it does not fail over"));
    }
    if (std::ranges::none_of(findings, [](const Finding& f) { return f.severity == Severity::warning; }))
        findings.insert(findings.begin(),
                        passed("components.failover-coverage",
                               "Every component that can fail over is also on the standby",
                               std::to_string(covered) + " failover-capable components on both servers"));
    return findings;
}

} // namespace

Findings checkComponents(const Situation& situation) {
    if (!situation.choiceKnown)
        return {};
    const Catalog& catalog = situation.media->manifest.catalog;
    Findings findings = checkKnown(situation, catalog);
    if (situation.components.empty()) {
        findings.push_back(
            blocker(ExitCode::components, "components.none", "No component is chosen",
                    "The preset with the added and omitted components is empty",
                    {"Choose a preset or add components", {{"components.preset"}, {"components.add"}}}));
        return findings;
    }
    for (auto* const rule : {checkDependencies, checkFailoverCoverage})
        for (Finding& finding : rule(situation, catalog))
            findings.push_back(std::move(finding));
    return findings;
}

} // namespace bes::check
