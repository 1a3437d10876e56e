#include "models/wizard_state.hpp"

#include <algorithm>

namespace bes::wizard {
namespace {

std::string firstBlocker(std::string_view subject, const WizardState& state) {
    for (const Finding& finding : findingsAbout(subject, state))
        if (finding.severity == Severity::blocker)
            return finding.title;
    return {};
}

std::string mediaObstacle(const WizardState& state) {
    if (state.request.media.empty())
        return "Choose the folder of the installation media";
    if (const auto& media = state.seen->inspection.facts.media; !media.known())
        return "The media can't be read";
    return firstBlocker("media", state);
}

std::string databaseObstacle(const WizardState& state) {
    if (state.request.database.location.empty())
        return "Name the BlackBerry Configuration Database";
    return state.seen->inspection.facts.database.known() ? firstBlocker("database", state)
                                                         : "The database can't be read";
}

std::string primaryObstacle(const WizardState& state) {
    if (state.request.primary.empty())
        return "Choose the primary that gets a standby";
    const auto& primaries = state.seen->primaries;
    const auto chosen = std::ranges::find_if(
        primaries, [&](const auto& choice) { return sameName(choice.server.name, state.request.primary); });
    if (chosen == primaries.end())
        return "The database has no primary " + state.request.primary;
    return chosen->whyNot.empty() ? std::string() : chosen->server.name + " " + chosen->whyNot;
}

std::string checksObstacle(const WizardState& state) {
    const auto& findings = state.seen->inspection.findings;
    const auto blockers = std::ranges::count(findings, Severity::blocker, &Finding::severity);
    if (blockers == 0)
        return {};
    return blockers == 1 ? "One blocker stands in the way"
                         : std::to_string(blockers) + " blockers stand in the way";
}

} // namespace

const MediaContents* Seen::media() const {
    return inspection.facts.media.known() ? &inspection.facts.media.value() : nullptr;
}

const Server* chosenPrimary(const WizardState& state) {
    if (!state.seen || !state.seen->inspection.facts.database.known())
        return nullptr;
    return state.seen->inspection.facts.database.value().findServer(state.request.primary);
}

Request neededFor(PageId page, const Request& request) {
    if (page > PageId::primary)
        return request;
    Request part;
    part.root = request.root;
    part.computer = request.computer;
    part.domino.timeLimit = request.domino.timeLimit;
    if (page >= PageId::media) {
        part.media = request.media;
        part.trust = request.trust;
        part.allowUnsignedMedia = request.allowUnsignedMedia;
    }
    if (page >= PageId::database)
        part.database = request.database;
    return part;
}

bool outdated(PageId page, const WizardState& state) {
    if (page >= PageId::progress)
        return false;
    return !state.seen || neededFor(page, state.seen->request) != neededFor(page, state.request);
}

const Fact<domino::DominoFacts>* stillAsked(const WizardState& state, const Request& request) {
    if (!state.seen || !state.seen->inspection.facts.domino.known())
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
    if (page == PageId::primary && state.request.primary.empty())
        return primaryObstacle(state);
    if (outdated(page, state))
        return "Setup is still looking";
    switch (page) {
    case PageId::media:
        return mediaObstacle(state);
    case PageId::database:
        return databaseObstacle(state);
    case PageId::primary:
        return primaryObstacle(state);
    case PageId::srp:
        return firstBlocker("srp", state);
    case PageId::components:
        return firstBlocker("components", state);
    case PageId::checks:
    case PageId::summary:
        return checksObstacle(state);
    default:
        return {};
    }
}

std::vector<Finding> findingsAbout(std::string_view subject, const WizardState& state) {
    std::vector<Finding> about;
    if (state.seen)
        std::ranges::copy_if(
            state.seen->inspection.findings, std::back_inserter(about), [&](const Finding& f) {
                return f.id.starts_with(subject) && f.id.substr(subject.size()).starts_with(".");
            });
    std::ranges::stable_sort(about, std::greater(), &Finding::severity);
    return about;
}

} // namespace bes::wizard
