// SPDX-License-Identifier: Apache-2.0
#include "models/obstacles.hpp"

#include <algorithm>

#include "models/upgrade_offer.hpp"
#include "models/words.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

/// As the vendor documents it; the catalogue says the same, but the media is often not known yet.
constexpr auto messagingAgentTask = "BES";

constexpr auto licenseFinding = "media.license";

std::string mediaObstacle(const WizardState& state) {
    if (state.request.media.empty())
        return words("Obstacle", "Choose the media folder");
    if (const auto& media = state.seen->inspection.facts.media; !media.known())
        return words("Obstacle", "The media cannot be read");
    if (state.isFor(Maintenance::Kind::upgrade) && namedMedia(*state.seen) == check::MediaStands::same)
        return words("Obstacle", "This version is already installed: choose other media");
    return firstBlocker("media", state);
}

std::string firstOf(const std::string& one, const std::string& other) {
    return one.empty() ? other : one;
}

/// Installing would be for nothing, whatever is answered.
std::string primaryObstacleHere(const WizardState& state) {
    return primaryHere(state) == nullptr
               ? std::string()
               : words("Obstacle", "This computer is a primary and cannot become a standby");
}

std::string welcomeObstacle(const WizardState& state) {
    return anotherRuns(state) ? words("Obstacle", "Wait until the other run has ended")
                              : primaryObstacleHere(state);
}

std::string licenseObstacle(const WizardState& state) {
    return licenseToAccept(state) == nullptr || state.request.acceptLicense
               ? std::string()
               : words("Obstacle", "Accept the license to continue");
}

std::string databaseObstacle(const WizardState& state) {
    if (state.maintenance) // a repair goes without it, a removal can: the checks say so
        return {};
    if (!state.request.database.complete())
        return words("Obstacle", "Enter the database");
    if (!state.seen->inspection.facts.database.known())
        return words("Obstacle", "The database cannot be read");
    const std::string blocker = firstBlocker("database", state);
    return blocker.empty() ? primaryObstacleHere(state) : blocker;
}

std::string primaryObstacle(const WizardState& state) {
    if (state.request.primary.empty())
        return words("Obstacle", "Select a primary");
    const auto& primaries = state.seen->primaries;
    const auto chosen = std::ranges::find_if(
        primaries, [&](const auto& choice) { return sameName(choice.server.name, state.request.primary); });
    if (chosen == primaries.end())
        return filled(words("Obstacle", "The database has no primary %1"), state.request.primary);
    return chosen->whyNot.empty() ? std::string() : chosen->server.name + " " + chosen->whyNot;
}

std::string componentsObstacle(const WizardState& state) {
    const auto& wanted = state.maintenance;
    if (wanted && wanted->kind == Maintenance::Kind::modify && wanted->add.empty() && wanted->omit.empty())
        return words("Obstacle", "Select components to add or remove");
    return firstBlocker("components", state);
}

std::string placesObstacle(const WizardState& state) {
    if (!state.mistakes.empty())
        return words("Obstacle", "Correct the marked field");
    return firstBlocker("disk", state);
}

std::string checksObstacle(const WizardState& state) {
    const auto& findings = state.seen->inspection.findings;
    const auto blockers = std::ranges::count(findings, Severity::blocker, &Finding::severity);
    const auto& plan = state.seen->inspection.plan;
    if (blockers == 0)
        return plan && !damageFor(*plan, state.packagesRead).empty()
                   ? words("Obstacle", "A package of the media is damaged")
                   : std::string();
    return blockers == 1
               ? words("Obstacle", "Resolve one blocker to continue")
               : filled(words("Obstacle", "Resolve %1 blockers to continue"), std::to_string(blockers));
}

} // namespace

std::string obstacle(PageId page, const WizardState& state) {
    if (page >= PageId::progress)
        return {};
    if (outdated(page, state))
        return words("Obstacle", "Setup is still checking");
    switch (page) {
    case PageId::welcome:
        return welcomeObstacle(state);
    case PageId::media:
        return firstOf(mediaObstacle(state), licenseObstacle(state));
    case PageId::database:
        return firstOf(databaseObstacle(state),
                       state.maintenance ? std::string()
                                         : firstOf(primaryObstacle(state), firstBlocker("srp", state)));
    case PageId::components:
        return firstOf(componentsObstacle(state), placesObstacle(state));
    case PageId::review:
        return checksObstacle(state);
    default:
        return {};
    }
}

std::optional<Acknowledgement> acknowledgementOf(const Finding& finding, const WizardState& state) {
    const bool unknown = std::ranges::count(state.request.domino.acceptUnknown, finding.id) > 0;
    if (finding.acceptable || unknown)
        return Acknowledgement{
            filled(words("Obstacle", "I &have verified this myself; continue (%1)"), finding.id), unknown};
    const bool downgrade = state.maintenance && state.maintenance->allowDowngrade;
    if (finding.id == "media.older" && state.isFor(Maintenance::Kind::upgrade))
        return Acknowledgement{
            filled(words("Obstacle", "Go back to the &older version anyway (%1)"), finding.id), downgrade};
    const bool keeps = state.request.existingFiles == ExistingFiles::keep;
    if (finding.id == othersFinding && (keeps || finding.severity == Severity::blocker))
        return Acknowledgement{
            filled(words("Obstacle", "&Keep these files, and put them back when the standby is removed (%1)"),
                   finding.id),
            keeps};
    const bool promoted = state.maintenance && state.maintenance->acceptPromoted;
    if (finding.id == "standby.passive" && (promoted || finding.severity == Severity::blocker))
        return Acknowledgement{
            filled(words("Obstacle",
                         "I know that the standby serves the &users, and that its service may end (%1)"),
                   finding.id),
            promoted};
    return std::nullopt;
}

const Finding* primaryHere(const WizardState& state) {
    if (!state.seen || state.seen->receipt() != nullptr)
        return nullptr;
    const auto& findings = state.seen->inspection.findings;
    const auto found = std::ranges::find_if(findings, [](const Finding& finding) {
        return finding.id == "computer.not-primary" && finding.severity == Severity::blocker;
    });
    return found == findings.end() ? nullptr : &*found;
}

std::string messagingAgentHere(const WizardState& state) {
    if (!state.seen || state.seen->receipt() != nullptr)
        return {};
    const Facts& facts = state.seen->inspection.facts;
    const bool clean = facts.unfinishedRun.known() ? !facts.unfinishedRun.value() : facts.fromPublicReceipt;
    if (!clean || !facts.notesIni.known() || !facts.notesIni.value())
        return {};
    const NotesIni& ini = *facts.notesIni.value();
    const bool runs = std::ranges::any_of(ini.serverTasks, [](const std::string& entry) {
        return sameName(entry.substr(0, entry.find_first_of(" \t")), messagingAgentTask);
    });
    return runs ? utf8(ini.path) : std::string();
}

std::vector<Finding> findingsAbout(std::string_view subject, const WizardState& state) {
    std::vector<Finding> about;
    if (state.seen)
        std::ranges::copy_if(state.seen->inspection.findings, std::back_inserter(about),
                             [&](const Finding& f) {
                                 return f.id != licenseFinding && f.id.starts_with(subject) &&
                                        f.id.substr(subject.size()).starts_with(".");
                             });
    std::ranges::stable_sort(about, std::greater(), &Finding::severity);
    return about;
}

std::string firstBlocker(std::string_view subject, const WizardState& state) {
    for (const Finding& finding : findingsAbout(subject, state))
        if (finding.severity == Severity::blocker)
            return finding.title;
    return {};
}

} // namespace bes::wizard
