// SPDX-License-Identifier: Apache-2.0
#include "models/wizard_state.hpp"

#include <algorithm>
#include <array>

#include "model/media_trust.hpp"
#include "models/obstacles.hpp"

namespace bes::wizard {
namespace {

/// The components that are installed do not fit together in another version, or were changed for it.
bool demandsChoice(const WizardState& state) {
    const Maintenance& wanted = *state.maintenance;
    return !wanted.add.empty() || !wanted.omit.empty() ||
           (state.seen && !firstBlocker("components", state).empty());
}

bool offersComponents(const WizardState& state) {
    return state.isFor(Maintenance::Kind::modify) ||
           (state.isFor(Maintenance::Kind::upgrade) && demandsChoice(state));
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
        return state.isFor(Maintenance::Kind::upgrade) || (state.seen && needsOtherMedia(state));
    return page == PageId::database && state.seen && needsOtherDatabase(state);
}

} // namespace

bool WizardState::isFor(Maintenance::Kind kind) const {
    return maintenance && maintenance->kind == kind;
}

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

bool anotherRuns(const WizardState& state) {
    return state.seen && !state.seen->inspection.facts.otherRun.empty();
}

const License* licenseToAccept(const WizardState& state) {
    if (!state.seen || (state.maintenance && !state.isFor(Maintenance::Kind::upgrade)))
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

} // namespace bes::wizard
