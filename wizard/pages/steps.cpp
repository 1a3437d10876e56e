// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "models/obstacles.hpp"
#include "pages/composed_page.hpp"
#include "pages/pages.hpp"

namespace bes::wizard {
namespace {

/// What the step list calls the steps.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

constexpr std::array<const char*, pageCount> titles{
    QT_TRANSLATE_NOOP("Steps", "Welcome"),
    QT_TRANSLATE_NOOP("Steps", "Media and license"),
    QT_TRANSLATE_NOOP("Steps", "Database and primary"),
    QT_TRANSLATE_NOOP("Steps", "Components"),
    QT_TRANSLATE_NOOP("Steps", "Domino"),
    QT_TRANSLATE_NOOP("Steps", "Review"),
    QT_TRANSLATE_NOOP("Steps", "Installation"),
    QT_TRANSLATE_NOOP("Steps", "Result"),
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
    constexpr std::array<Page* (*)(Session&), pageCount> makers{
        makeWelcomePage, makeMediaStep,  makeDatabaseStep, makeComponentsStep,
        makeDominoPage,  makeReviewStep, makeProgressPage, makeResultPage};
    std::vector<StepMaker> steps;
    for (std::size_t i = 0; i < pageCount; ++i)
        steps.push_back({static_cast<PageId>(i), stepTitle(static_cast<PageId>(i)), makers[i]});
    return steps;
}

QString stepTitle(PageId step) {
    return Words::tr(titles[static_cast<std::size_t>(step)]);
}

QString handbookSection(PageId step) {
    return QString::fromLatin1(titles[static_cast<std::size_t>(step)]);
}

} // namespace bes::wizard
