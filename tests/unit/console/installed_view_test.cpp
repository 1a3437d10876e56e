// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "output/installed_view.hpp"
#include "unit/console/practice_standby.hpp"
#include "unit/console/screen.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

std::string shown(const StandbyStatus& status) {
    Screen screen;
    app::showStatus(status, screen.console.out);
    return screen.out.str();
}

} // namespace

TEST_CASE("the end of an installation says what runs, what does not and who starts it, and what comes next") {
    Screen screen;
    RunOutcome outcome;
    outcome.plan = smallPlan();
    outcome.run = "r1";
    app::showInstalled(smallStatus(), outcome, "/var/log/bes-standby-setup/install-1.log",
                       screen.console.out);
    CHECK(screen.out.str() == R"(
BES01-standby is installed on node2 as the standby of BES01.

Services of the standby
  active  bes-router.service  BlackBerry Router

Deferred: the failover process starts them when the standby promotes itself
  inactive  bes-policy.service  BlackBerry Policy Service

Run by the Domino server
  task BES  BlackBerry Messaging Agent

Where things are
  programs          /opt/bes-standby
  configuration     /etc/bes-standby
  logs of services  /var/log/bes-standby
  journal, receipt  /var/lib/bes-standby-setup
  log of this run   /var/log/bes-standby-setup/install-1.log

Next
  1.  Type "load BES" on the console of the standby's Domino server, or restart
      that server.
  2.  The standby creates replicas of the users' state databases when it
      initializes their accounts. An account waits until Domino has replicated
      its state database from the primary.
)");
}

TEST_CASE("status says when there is no standby, and when a run was interrupted") {
    StandbyStatus status;
    CHECK(shown(status) == "No standby is installed here.\n");
    status.unfinishedRun = UnfinishedRun{"r1", "install", "2026-11-22T10:00:00Z"};
    CHECK_THAT(shown(status), Contains("install of 2026-11-22T10:00:00Z was interrupted"));
}

TEST_CASE("status names a run that is under way, also where nothing else can be told") {
    StandbyStatus status = smallStatus();
    status.underWay = host::LockHolder{812, "2026-11-22T10:00:00Z", "bes-standby-setup repair"};
    CHECK_THAT(shown(status), Contains("process 812 (bes-standby-setup repair), since") &&
                                  Contains("BES01-standby on node2"));
    status.readable = false;
    CHECK_THAT(shown(status), Contains("process 812") && Contains("when it has ended") && !Contains("BES01"));
}

TEST_CASE("status shows damage, and not without end") {
    StandbyStatus status = smallStatus();
    for (int i = 0; i < 30; ++i)
        status.damage.push_back("/opt/bes-standby/file" + std::to_string(i) + " is missing");
    CHECK_THAT(shown(status), Contains("file9 is missing") && !Contains("file10") && Contains("and 20 more"));
}

TEST_CASE(
    "status names the services that are not as they should be, with what to do, and new versions to merge") {
    StandbyStatus status = smallStatus();
    CHECK_THAT(shown(status), !Contains("need attention") && !Contains("merge"));
    for (ServiceStatus& entry : status.services)
        entry.state = host::ServiceState::inactive; // as the deferred one shall be
    status.newVersions = {"/etc/bes-standby/standby.ini.new"};
    CHECK_THAT(shown(status), Contains("Services that need attention") &&
                                  Contains("'systemctl start bes-router.service' starts it") &&
                                  !Contains("start bes-policy.service"));
    CHECK_THAT(shown(status), Contains("merge each") && Contains("/etc/bes-standby/standby.ini.new"));
}

TEST_CASE("status of an image says that nothing can run") {
    StandbyStatus status = smallStatus();
    status.serviceManager = ServiceManagerState::offline;
    status.receipt->request.root = "/image";
    CHECK_THAT(shown(status),
               Contains("they will start at the next boot") && Contains("all below") && Contains("/image"));
}
