// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QCoreApplication>

#include "pages/composed_page.hpp"
#include "pages/pages.hpp"

namespace bes::wizard {
namespace {

/// What the step list calls the steps.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

bool installs(const WizardState& state) {
    return !state.maintenance;
}

bool has(std::string_view answers, const WizardState& state) {
    return std::ranges::any_of(state.mistakes,
                               [&](const auto& mistake) { return mistake.first.starts_with(answers); });
}

bool blocks(std::string_view subject, const WizardState& state) {
    const auto findings = findingsAbout(subject, state);
    return !findings.empty() && findings.front().severity == Severity::blocker;
}

Page* makeMediaStep(Session& session) {
    auto* step = new ComposedPage(PageId::media, session, makeMediaPage(session));
    step->add(makeLicensePage(session), 1,
              [](const WizardState& state) { return licenseToAccept(state) != nullptr; });
    step->addStretch();
    return step;
}

Page* makeDatabaseStep(Session& session) {
    auto* step = new ComposedPage(PageId::database, session, makeDatabasePage(session));
    const auto known = [](const WizardState& state) {
        return installs(state) && state.seen && !outdated(PageId::media, state) &&
               state.seen->inspection.facts.database.known();
    };
    step->add(makePrimaryPage(session), 1, known);
    step->addFolded(
        makeSrpPage(session), Words::tr("S&RP credentials of the standby"), QStringLiteral("srpDetails"),
        [known](const WizardState& state) { return known(state) && chosenPrimary(state) != nullptr; },
        [](const WizardState& state) { return blocks("srp", state); });
    step->addStretch();
    return step;
}

Page* makeComponentsStep(Session& session) {
    auto* step = new ComposedPage(PageId::components, session, makeComponentsPage(session), 1);
    step->addFolded(makeFoldersPage(session), Words::tr("Ad&vanced: folders, account and start of services"),
                    QStringLiteral("advanced"), installs, [](const WizardState& state) {
                        return has("folders", state) || has("service", state) || blocks("disk", state) ||
                               blocks("folders", state);
                    });
    return step;
}

Page* makeReviewStep(Session& session) {
    auto* step = new ComposedPage(PageId::review, session, makeChecksPage(session));
    step->add(makeSummaryPage(session), 1, [](const WizardState&) { return true; });
    return step;
}

} // namespace

std::vector<StepMaker> stepMakers() {
    return {{PageId::welcome, Words::tr("Welcome"), makeWelcomePage},
            {PageId::media, Words::tr("Media and license"), makeMediaStep},
            {PageId::database, Words::tr("Database and primary"), makeDatabaseStep},
            {PageId::components, Words::tr("Components"), makeComponentsStep},
            {PageId::domino, Words::tr("Domino"), makeDominoPage},
            {PageId::review, Words::tr("Review"), makeReviewStep},
            {PageId::progress, Words::tr("Installation"), makeProgressPage},
            {PageId::result, Words::tr("Result"), makeResultPage}};
}

QString stepTitle(PageId step) {
    return stepMakers()[static_cast<std::size_t>(step)].title;
}

} // namespace bes::wizard
