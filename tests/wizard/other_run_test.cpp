// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "models/obstacles.hpp"
#include "models/other_run.hpp"
#include "wizard/drive.hpp"
#include "wizard/other_install.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

FollowedRun inState(FollowedRun::State state) {
    FollowedRun now;
    now.state = state;
    now.holder = host::LockHolder{812, "2026-11-29T10:00:00Z", "bes-standby-setup install", "alice"};
    return now;
}

FollowedRun endedBy(Ending ending) {
    FollowedRun now = inState(FollowedRun::State::over);
    now.run.emplace();
    now.run->ending = ending;
    return now;
}

QListView* stepsIn(const Drive& drive) {
    return drive.window.findChild<QListView*>(QStringLiteral("stepsOfOtherRun"));
}

} // namespace

TEST_CASE("of another run it is told who does it, how far it is and how it ended") {
    using enum FollowedRun::State;
    CHECK_THAT(otherRunWords(inState(checking)).text,
               Contains("changed nothing yet") && Contains("process 812") && Contains("alice"));
    FollowedRun some = inState(steps);
    some.steps = {{"a", journal::StepState::done, {}, {}}, {"b", journal::StepState::begun, {}, {}}};
    CHECK_THAT(otherRunWords(some).text, Contains("1 of 2 steps are done"));
    CHECK_THAT(otherRunWords(inState(hidden)).text,
               Contains("Only an administrator") && Contains("sudo bes-standby-setup status --follow"));
    CHECK_THAT(otherRunWords(inState(unseen)).headline, Contains("has ended"));
    CHECK(otherRunWords(endedBy(Ending::done)).severity == Severity::passed);
    CHECK(otherRunWords(endedBy(Ending::rolledBack)).severity == Severity::warning);
    CHECK_THAT(otherRunWords(endedBy(Ending::interrupted)).text, Contains("rolled back or finished"));
    FollowedRun failed = endedBy(Ending::rolledBack);
    failed.run->record.failure = Failure{ExitCode::media, "media.damaged", "It is damaged", "of a bit", {}};
    CHECK(otherRunWords(failed).text == "It is damaged: of a bit");
}

TEST_CASE("the steps of another run are those of its plan, with their states") {
    auto plan = std::make_shared<Plan>();
    for (const char* title : {"one", "two", "three"}) {
        Step step;
        step.title = title;
        step.weight = 10;
        plan->steps.push_back(step);
    }
    FollowedRun now = inState(FollowedRun::State::steps);
    now.plan = plan;
    using enum journal::StepState;
    now.steps = {{"1", done, {}, {}}, {"2", begun, {}, {}}, {"3", pending, {}, {}}};
    RunView view;
    view.follow(now);
    const auto stateOf = [&](int row) { return view.data(view.index(row), RunView::stateRole).toInt(); };
    CHECK(view.rowCount() == 3);
    CHECK(stateOf(0) == static_cast<int>(RunView::StepState::done));
    CHECK(stateOf(1) == static_cast<int>(RunView::StepState::running));
    CHECK(stateOf(2) == static_cast<int>(RunView::StepState::waiting));
    CHECK(view.permille() == 333);
    CHECK(view.current() == QStringLiteral("two"));
    now.steps = {{"1", begun, {}, {}}, {"2", undone, {}, {}}, {"3", pending, {}, {}}};
    view.follow(now);
    CHECK(stateOf(1) == static_cast<int>(RunView::StepState::undone));
    CHECK(view.undoing());
}

TEST_CASE("a second wizard shows the run that is in progress, and goes on when it is done", "[window]") {
    const Practice practice;
    OtherInstall other(practice);
    Request request;
    request.root = practice.root();
    request.computer = "standby1.example.org";
    Drive drive(request);
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(waitUntil([&] { return stepsIn(drive)->isVisible(); }));
    CHECK_THAT(drive.told(), Contains("Another run of setup is in progress") &&
                                 Contains("process " + std::to_string(other.process())));
    CHECK(stepsIn(drive)->model()->rowCount() > 5);
    CHECK_FALSE(drive.find("next")->isEnabled());
    CHECK_THAT(obstacle(PageId::welcome, drive.session.state()), Contains("Wait until"));
    CHECK_THAT(drive.told(), !Contains("Installs a standby"));

    other.goOn();
    REQUIRE(waitUntil([&] { return drive.session.state().maintenance.has_value(); }));
    REQUIRE(drive.reached(PageId::welcome));
    CHECK(other.exitCode() == 0);
    CHECK_FALSE(stepsIn(drive)->isVisible());
    CHECK_THAT(drive.told(),
               Contains("The other run of setup is done") && Contains("the standby of BES-NORTH"));
    CHECK(drive.find("next")->isEnabled());
}

TEST_CASE("a second wizard offers what to do when the run that it shows is killed", "[window]") {
    const Practice practice;
    OtherInstall other(practice);
    Drive drive(practice.request());
    REQUIRE(drive.reached(PageId::welcome));
    REQUIRE(waitUntil([&] { return stepsIn(drive)->isVisible(); }));
    ::kill(static_cast<pid_t>(other.process()), SIGKILL);
    const bool offered = waitUntil([&] { return drive.told().find("Roll it back or") != std::string::npos; });
    INFO(drive.told());
    REQUIRE(offered);
    CHECK_THAT(drive.told(), Contains("The other run of setup was interrupted"));
}
