// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "output/metrics.hpp"
#include "unit/console/practice_standby.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

const std::chrono::system_clock::time_point noon{std::chrono::seconds(1795953600)};

std::string metricsOf(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness = {}) {
    return app::metrics(status, readiness, noon);
}

domino::Readiness replicating() {
    domino::Readiness readiness;
    readiness.state = domino::ReadinessState::replicating;
    domino::StateReplicas found;
    found.primary = 250;
    found.matched = 130;
    found.missing.count = 120;
    found.stale.count = 5;
    readiness.facts.replies.stateReplicas.value = found;
    return readiness;
}

} // namespace

TEST_CASE("metrics tell the pair, the services by policy and state, and when it was looked") {
    const std::string text = metricsOf(smallStatus());
    CHECK_THAT(text, Contains("# TYPE bes_standby_services gauge\n"));
    CHECK_THAT(text, Contains("bes_standby_last_look_timestamp_seconds 1795953600\n"));
    CHECK_THAT(text,
               Contains(R"(bes_standby_info{standby="BES01-standby",primary="BES01",computer="node2",)"));
    CHECK_THAT(text, Contains("bes_standby_services{policy=\"start-after-setup\",state=\"active\"} 1\n"));
    CHECK_THAT(text, Contains("bes_standby_services{policy=\"start-after-setup\",state=\"failed\"} 0\n"));
    CHECK_THAT(text,
               Contains("bes_standby_services{policy=\"deferred-until-failover\",state=\"inactive\"} 1\n"));
    CHECK_THAT(text, Contains("bes_standby_services_at_fault 0\n") && Contains("bes_standby_installed 1\n"));
}

TEST_CASE("metrics count the state databases by the state of their replica, and all of them once") {
    const std::string text = metricsOf(smallStatus(), replicating());
    CHECK_THAT(text, Contains("bes_standby_readiness{state=\"replicating\"} 1\n") &&
                         Contains("bes_standby_readiness{state=\"ready\"} 0\n"));
    CHECK_THAT(text, Contains("bes_standby_state_databases{state=\"replicated\"} 125\n") &&
                         Contains("bes_standby_state_databases{state=\"waiting\"} 120\n") &&
                         Contains("bes_standby_state_databases{state=\"stale\"} 5\n"));
}

TEST_CASE("what is not known has no metric, so that an alert can tell") {
    CHECK_THAT(metricsOf(smallStatus(), domino::Readiness()), !Contains("state_databases"));
    CHECK_THAT(metricsOf(smallStatus()), !Contains("readiness"));
    StandbyStatus unreadable;
    unreadable.readable = false;
    CHECK_THAT(metricsOf(unreadable), !Contains("bes_standby_installed") && Contains("run_in_progress 0\n"));
    CHECK_THAT(metricsOf(StandbyStatus()), Contains("bes_standby_installed 0\n") && !Contains("services"));
}

TEST_CASE("a name with quotation marks and line breaks is one label of one line") {
    StandbyStatus status = smallStatus();
    status.receipt->primary = "a\"b\\c\nd";
    CHECK_THAT(metricsOf(status), Contains(R"(primary="a\"b\\c\nd",)"));
}
