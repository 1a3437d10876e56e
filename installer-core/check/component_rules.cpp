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

Findings checkKnown(const Situation& now, const Catalog& catalog) {
    std::vector<std::string> ids;
    ids.reserve(catalog.components.size());
    for (const Component& component : catalog.components)
        ids.push_back(component.id);
    Findings findings;
    for (const std::string& unknown : now.choice.unknown) {
        const auto meant = answers::nearest(unknown, ids);
        findings.push_back(
            blocker(ExitCode::components, "components.known", "There is no component " + unknown,
                    "The media has " + listed(ids, ids.size()),
                    meant ? "Is " + *meant + " meant?" : "Name one of the media's components"));
    }
    std::vector<std::string> left;
    for (const std::string& id : now.primary->components)
        if (!contains(ids, id))
            left.push_back(id);
    if (!left.empty())
        findings.push_back(
            information("components.known", "The primary has components that the media does not have",
                        listed(left) + " on " + now.primary->name + "; the standby can't get them"));
    return findings;
}

Findings checkDependencies(const Situation& now, const Catalog& catalog) {
    Findings findings;
    for (const Component* component : now.components)
        for (const std::string& needed : component->dependencies)
            if (!contains(now.choice.components, needed))
                findings.push_back(blocker(ExitCode::components, "components.dependencies",
                                           label(catalog, component->id) + " needs " + label(catalog, needed),
                                           needed + " is not among the chosen components",
                                           "Choose it too with --components.add " + needed +
                                               ", or leave the other out with "
                                               "--components.omit " +
                                               component->id));
    if (findings.empty())
        findings.push_back(passed("components.dependencies", "The chosen components have what they need",
                                  listed(now.choice.components, now.choice.components.size())));
    return findings;
}

/// What fails over needs a counterpart: a component of the primary that is missing here stops when the
/// primary does, one that only the standby has is there to spread load (bes.md §1.1, §1.2).
Findings checkFailoverCoverage(const Situation& now, const Catalog& catalog) {
    Findings findings;
    std::size_t covered = 0;
    for (const Component& component : catalog.components) {
        if (!component.failoverCapable)
            continue;
        const bool onPrimary = contains(now.primary->components, component.id);
        const bool onStandby = contains(now.choice.components, component.id);
        covered += onPrimary && onStandby ? 1 : 0;
        if (onPrimary && !onStandby)
            findings.push_back(warning("components.failover-coverage",
                                       label(catalog, component.id) + " can't fail over",
                                       now.primary->name + " has it, the standby will not",
                                       "Choose it too with --components.add " + component.id));
        if (!onPrimary && onStandby)
            findings.push_back(information(
                "components.failover-coverage", label(catalog, component.id) + " is on the standby only",
                now.primary->name + " does not have it, so it does not fail over"));
    }
    if (std::ranges::none_of(findings, [](const Finding& f) { return f.severity == Severity::warning; }))
        findings.insert(findings.begin(),
                        passed("components.failover-coverage", "What can fail over has a counterpart",
                               std::to_string(covered) + " failover-capable components on both sides"));
    return findings;
}

} // namespace

Findings checkComponents(const Situation& now) {
    if (!now.choiceKnown)
        return {};
    const Catalog& catalog = now.media->manifest.catalog;
    Findings findings = checkKnown(now, catalog);
    if (now.components.empty()) {
        findings.push_back(
            blocker(ExitCode::components, "components.none", "No component is chosen",
                    "The preset, with what was added and left out, gives none",
                    "Choose a preset with --components.preset or components with --components.add"));
        return findings;
    }
    for (auto* const rule : {checkDependencies, checkFailoverCoverage})
        for (Finding& finding : rule(now, catalog))
            findings.push_back(std::move(finding));
    return findings;
}

} // namespace bes::check
