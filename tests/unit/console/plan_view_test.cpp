// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "output/plan_view.hpp"
#include "unit/console/practice_standby.hpp"
#include "unit/console/screen.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

std::string shown(const Plan& plan, const std::vector<Finding>& findings = {}) {
    Screen screen;
    app::showPlan(plan, findings, screen.console.out);
    return screen.out.str();
}

} // namespace

TEST_CASE("a plan says what is done, what is started, and what is not") {
    CHECK(shown(smallPlan()) == R"(Install the standby BES01-standby of BES01 on node2
  database       sqlite /srv/b.db
  media          /mnt/media (BlackBerry Enterprise Server 5.0)
  programs       /opt/bes-standby
  configuration  /etc/bes-standby
  logs           /var/log/bes-standby
  account        bes
  components     3: router, policy, messaging-agent

Steps
   1  Reserve primary BES01 for this computer
   2  Start 1 service, in order

Started by setup, in this order
  bes-router.service  BlackBerry Router

Deferred: the failover process starts them when the standby promotes itself
  bes-policy.service  BlackBerry Policy Service

Run by the Domino server
  task BES  BlackBerry Messaging Agent
)");
}

TEST_CASE("a plan for an image says that nothing is started") {
    Plan plan = smallPlan();
    plan.request.root = "/image";
    plan.steps.pop_back();
    CHECK_THAT(shown(plan), Contains("below          /image") &&
                                Contains("Will start at the next boot\n  bes-router.service") &&
                                !Contains("Started by setup"));
}

TEST_CASE("warnings are shown with the plan, what is good is not") {
    const Finding warning{"srp.reachable", Severity::warning, "The SRP host does not answer", "", ""};
    const Finding good{"a.b", Severity::passed, "Good", "", ""};
    CHECK_THAT(shown(smallPlan(), {warning, good}), Contains("The SRP host does not answer"));
    CHECK_THAT(shown(smallPlan(), {good}), !Contains("passed"));
}

TEST_CASE("a plan without steps is nothing to do") {
    Plan plan = smallPlan();
    plan.steps.clear();
    CHECK(shown(plan) == "Nothing to do: BES01-standby is already installed as requested.\n");
}
