// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <memory>

#include "host/root.hpp"
#include "host/run_lock.hpp"
#include "journal/state_folder.hpp"
#include "run_follower.hpp"
#include "unit/core/interrupted_install.hpp"

using namespace bes;

namespace {

using State = FollowedRun::State;

FollowedRun lookOf(RunFollower& follower) {
    auto now = follower.look();
    REQUIRE(now.has_value());
    return *now;
}

/// Looks at the start of every step.
class Watched : public Progress {
public:
    explicit Watched(RunFollower& follower) : follower_(follower) {}
    void stepStarted(std::size_t /*index*/, std::string_view /*id*/, std::string_view /*title*/) override {
        seen.push_back(lookOf(follower_));
    }
    std::vector<FollowedRun> seen;

private:
    RunFollower& follower_;
};

} // namespace

TEST_CASE("Where no run is in progress there is nothing to follow, whatever ran before") {
    const PracticeSite site;
    RunFollower before(site.computer());
    CHECK(lookOf(before).state == State::nothing);
    REQUIRE(installOn(site.request()).has_value());
    RunFollower after(site.computer());
    CHECK(lookOf(after).state == State::nothing);
    CHECK_FALSE(lookOf(after).holder.has_value());
}

TEST_CASE("A run is followed step by step, with one plan, to its end") {
    const PracticeSite site;
    RunFollower follower(site.computer());
    Watched watched(follower);
    const auto installed = install(site.request(), {{}, watched, {}});
    REQUIRE(installed.has_value());
    REQUIRE(watched.seen.size() == installed->plan.steps.size());
    for (std::size_t i = 0; i < watched.seen.size(); ++i) {
        const FollowedRun& now = watched.seen[i];
        REQUIRE(now.state == State::steps);
        CHECK(now.holder.has_value());
        CHECK(now.stepsDone() == i);
        CHECK(now.plan.get() == watched.seen.front().plan.get()); // read once
        CHECK(now.plan->steps.size() == now.steps.size());
    }
    const FollowedRun end = lookOf(follower);
    CHECK(end.state == State::over);
    CHECK(end.run->ending == Ending::done);
    CHECK(end.stepsDone() == end.steps.size());
    CHECK(end.run->record.id == installed->run);
    CHECK_FALSE(end.run->holder.has_value());
}

TEST_CASE("A run that was killed is interrupted, and what its undo does later is another look's") {
    const PracticeSite site;
    RunFollower follower(site.computer());
    CHECK(lookOf(follower).state == State::nothing);
    installAndDieAt(4, site.request());
    const FollowedRun end = lookOf(follower);
    REQUIRE(end.state == State::over);
    CHECK(end.run->ending == Ending::interrupted);
    CHECK(end.run->exitCode() == ExitCode::unfinishedRun);
    CHECK(end.stepsDone() == 4);
    CHECK(lookOf(follower).run->ending == Ending::interrupted);
}

TEST_CASE("A run that was over between two looks is told all the same") {
    const PracticeSite site;
    RunFollower follower(site.computer());
    CHECK(lookOf(follower).state == State::nothing);
    const auto installed = installOn(site.request());
    REQUIRE(installed.has_value());
    const FollowedRun end = lookOf(follower);
    CHECK(end.state == State::over);
    CHECK(end.run->record.id == installed->run);
}

TEST_CASE("A run that holds the lock and has changed nothing is checking; when the lock is free it changed "
          "nothing") {
    const PracticeSite site;
    const auto folder = site.state();
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    RunFollower follower(site.computer());
    {
        const auto lock = host::RunLock::acquire(folder / "lock");
        REQUIRE(lock.has_value());
        const FollowedRun now = lookOf(follower);
        CHECK(now.state == State::checking);
        CHECK(now.underWay());
        CHECK(now.holder.has_value());
    }
    const FollowedRun end = lookOf(follower);
    CHECK(end.state == State::nothing);
    CHECK(end.holder.has_value()); // who it was
}
