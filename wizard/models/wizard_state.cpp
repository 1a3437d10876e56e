// SPDX-License-Identifier: Apache-2.0
#include "models/wizard_state.hpp"

#include <algorithm>
#include <array>

#include "model/media_trust.hpp"
#include "models/upgrade_offer.hpp"
#include "models/words.hpp"

namespace bes::wizard {
namespace {

/// As the vendor documents it; the catalogue says the same, but the media is often not known yet.
constexpr auto messagingAgentTask = "BES";

constexpr auto licenseFinding = "media.license";

std::string firstBlocker(std::string_view subject, const WizardState& state) {
    for (const Finding& finding : findingsAbout(subject, state))
        if (finding.severity == Severity::blocker)
            return finding.title;
    return {};
}

bool isFor(Maintenance::Kind kind, const WizardState& state) {
    return state.maintenance && state.maintenance->kind == kind;
}

std::string mediaObstacle(const WizardState& state) {
    if (state.request.media.empty())
        return words("Obstacle", "Choose the media folder");
    if (const auto& media = state.seen->inspection.facts.media; !media.known())
        return words("Obstacle", "The media cannot be read");
    if (isFor(Maintenance::Kind::upgrade, state) && namedMedia(*state.seen) == check::MediaStands::same)
        return words("Obstacle", "This version is already installed: choose other media");
    return firstBlocker("media", state);
}

std::string firstOf(const std::string& one, const std::string& other) {
    return one.empty() ? other : one;
}

/// Installing would be for nothing, whatever is answered.
std::string welcomeObstacle(const WizardState& state) {
    return primaryHere(state) == nullptr
               ? std::string()
               : words("Obstacle", "This computer is a primary and cannot become a standby");
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
    return blocker.empty() ? welcomeObstacle(state) : blocker;
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

/// The components that are installed do not fit together in another version, or were changed for it.
bool demandsChoice(const WizardState& state) {
    const Maintenance& wanted = *state.maintenance;
    return !wanted.add.empty() || !wanted.omit.empty() ||
           (state.seen && !firstBlocker("components", state).empty());
}

bool offersComponents(const WizardState& state) {
    return isFor(Maintenance::Kind::modify, state) ||
           (isFor(Maintenance::Kind::upgrade, state) && demandsChoice(state));
}

/// The last look was for what is to become of the standby now.
bool isSeenForMaintenance(const WizardState& state) {
    return state.seen->maintenance && state.seen->maintenance->kind == state.maintenance->kind;
}

/// Its files are needed, and are not where they were at the installation.
bool needsOtherMedia(const WizardState& state) {
    const Receipt* receipt = state.seen->receipt();
    return (isSeenForMaintenance(state) && !firstBlocker("media", state).empty()) ||
           (receipt != nullptr && state.request.media != receipt->request.media);
}

bool needsOtherDatabase(const WizardState& state) {
    const Receipt* receipt = state.seen->receipt();
    return (isSeenForMaintenance(state) && !state.seen->inspection.facts.database.known()) ||
           state.databasePassword > 0 ||
           (receipt != nullptr && state.request.database != receipt->request.database);
}

/// The Domino servers are known to be a matter for the person.
bool dominoNeedsAttention(const WizardState& state) {
    return state.seen && !state.seen->withoutDomino && !firstBlocker("domino", state).empty();
}

bool isNeeded(PageId page, const WizardState& state) {
    if (page == PageId::welcome || page >= PageId::review)
        return true;
    if (page == PageId::domino)
        return !state.maintenance && dominoNeedsAttention(state);
    if (!state.maintenance)
        return true;
    if (page == PageId::components)
        return offersComponents(state);
    if (page == PageId::media)
        return isFor(Maintenance::Kind::upgrade, state) || (state.seen && needsOtherMedia(state));
    return page == PageId::database && state.seen && needsOtherDatabase(state);
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

const MediaContents* Seen::media() const {
    const auto& media = inspection.facts.media;
    return media.known() && isRead(media.value(), request) ? &media.value() : nullptr;
}

const Receipt* Seen::receipt() const {
    const auto& installed = inspection.facts.installed;
    return installed.known() && installed.value() ? &installed.value()->receipt : nullptr;
}

std::vector<PageId> way(const WizardState& state) {
    std::vector<PageId> pages;
    for (std::size_t i = 0; i < pageCount; ++i)
        if (isNeeded(static_cast<PageId>(i), state))
            pages.push_back(static_cast<PageId>(i));
    return pages;
}

std::vector<PageId> steps(const WizardState& state) {
    std::vector<PageId> pages = way(state);
    if (!state.maintenance && std::ranges::count(pages, PageId::domino) == 0)
        pages.insert(std::ranges::find(pages, PageId::review), PageId::domino);
    return pages;
}

std::optional<PageId> stepThatMends(const Finding& finding, const WizardState& state) {
    constexpr std::array<std::pair<std::string_view, PageId>, 9> subjects{{{"media", PageId::media},
                                                                           {"database", PageId::database},
                                                                           {"primary", PageId::database},
                                                                           {"srp", PageId::database},
                                                                           {"components", PageId::components},
                                                                           {"folders", PageId::components},
                                                                           {"disk", PageId::components},
                                                                           {"service", PageId::components},
                                                                           {"domino", PageId::domino}}};
    const std::string_view subject = std::string_view(finding.id).substr(0, finding.id.find('.'));
    const auto found = std::ranges::find(subjects, subject, [](const auto& entry) { return entry.first; });
    if (found == subjects.end() || std::ranges::count(steps(state), found->second) == 0)
        return std::nullopt;
    return found->second;
}

std::string onlyPrimary(const Seen& seen) {
    std::string only;
    for (const check::PrimaryChoice& choice : seen.primaries) {
        if (!choice.whyNot.empty())
            continue;
        if (!only.empty())
            return {};
        only = choice.server.name;
    }
    return only;
}

const License* licenseToAccept(const WizardState& state) {
    if (!state.seen || (state.maintenance && !isFor(Maintenance::Kind::upgrade, state)))
        return nullptr;
    const MediaContents* media = state.seen->media();
    const Receipt* receipt = state.seen->receipt();
    if (media == nullptr || !media->manifest.license)
        return nullptr;
    const License& license = *media->manifest.license;
    return receipt != nullptr && receipt->license == license.id ? nullptr : &license;
}

const Server* chosenPrimary(const WizardState& state) {
    if (!state.seen || !state.seen->inspection.facts.database.known())
        return nullptr;
    return state.seen->inspection.facts.database.value().findServer(state.request.primary);
}

Request neededFor(PageId page, const Request& request) {
    if (page > PageId::database)
        return request;
    Request part;
    part.root = request.root;
    part.computer = request.computer;
    part.domino.timeLimit = request.domino.timeLimit;
    const bool first =
        page == PageId::welcome; // it tells what the answers brought lead to, before they are asked for
    if (first || page >= PageId::media) {
        part.media = request.media;
        part.trust = request.trust;
        part.allowUnsignedMedia = request.allowUnsignedMedia;
    }
    if (first)
        part.domino.notesIni = request.domino.notesIni;
    if (first || page >= PageId::database)
        part.database = request.database;
    return part;
}

bool outdated(PageId page, const WizardState& state) {
    if (page >= PageId::progress)
        return false;
    if (!state.seen)
        return true;
    if (page > PageId::welcome && state.seen->maintenance != state.maintenance)
        return true;
    if (page >= PageId::domino && state.seen->withoutDomino)
        return true;
    if (page >= PageId::database && state.seen->databasePassword != state.databasePassword)
        return true;
    if (state.maintenance && page > PageId::welcome)
        return state.seen->request != state.request;
    if (state.maintenance) // the answers became those of the standby that was found: no reason to look for it
                           // again
        return state.seen->request.root != state.request.root;
    return neededFor(page, state.seen->request) != neededFor(page, state.request);
}

const Fact<domino::DominoFacts>* stillAsked(const WizardState& state, const Request& request) {
    if (!state.seen || state.seen->withoutDomino || !state.seen->inspection.facts.domino.known())
        return nullptr;
    const Request& then = state.seen->request;
    DominoQuestions questions = request.domino;
    questions.acceptUnknown = then.domino.acceptUnknown; // a judgement, no question
    const bool same = then.primary == request.primary && then.database == request.database &&
                      then.root == request.root && then.domino == questions;
    return same ? &state.seen->inspection.facts.domino : nullptr;
}

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
    if (finding.id == "media.older" && isFor(Maintenance::Kind::upgrade, state))
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
    return runs ? ini.path.string() : std::string();
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

} // namespace bes::wizard
