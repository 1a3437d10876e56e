// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "host/service_control.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::ServiceControl;
using host::ServiceState;
namespace fs = std::filesystem;

namespace {

/// A root with bes-standby.target and a service of it.
class RootWithUnits {
public:
    RootWithUnits() {
        fs::create_directories(units());
        put(units() / "bes-standby.target",
            "[Unit]\nDescription=standby\n[Install]\nWantedBy=multi-user.target\n");
        put(units() / "bes-router.service", "[Service]\nExecStart=/opt/bes-standby/router\n");
    }
    [[nodiscard]] fs::path units() const { return folder_.path() / "etc/systemd/system"; }
    [[nodiscard]] fs::path bootLink() const { return units() / "multi-user.target.wants/bes-standby.target"; }
    [[nodiscard]] std::unique_ptr<ServiceControl> control() const {
        return ServiceControl::open(host::Root(folder_.path()));
    }

private:
    TemporaryFolder folder_;
};

StartableService router() {
    Service service;
    service.unit = "bes-router.service";
    service.displayName = "BlackBerry Router";
    service.startPolicy = StartPolicy::startAfterSetup;
    return StartableService::from(service).value(); // NOLINT(bugprone-unchecked-optional-access)
}

} // namespace

TEST_CASE("In a root, enabling the target makes the boot's link and disabling removes it") {
    const RootWithUnits root;
    const auto control = root.control();
    REQUIRE(control->enable("bes-standby.target"));
    REQUIRE(control->enable("bes-standby.target"));
    CHECK(fs::read_symlink(root.bootLink()) == "/etc/systemd/system/bes-standby.target");
    REQUIRE(control->disable("bes-standby.target"));
    CHECK_FALSE(fs::exists(fs::symlink_status(root.bootLink())));
    CHECK(fs::exists(root.bootLink().parent_path())); // a run that made it takes it away
    CHECK(control->disable("bes-standby.target"));
}

TEST_CASE("Enabling a unit that is not there is a failure that names it") {
    const RootWithUnits root;
    const auto enabled = root.control()->enable("bes-absent.target");
    REQUIRE_FALSE(enabled);
    CHECK(enabled.error().id == "service.enable");
    CHECK_THAT(enabled.error().why, Catch::Contains("bes-absent.target"));
}

TEST_CASE("A service is never put into the boot") {
    const RootWithUnits root;
    CHECK_THROWS_AS(root.control()->enable("bes-router.service"), std::logic_error);
}

TEST_CASE("In a root nothing runs, nothing can be started, and stopping is done already") {
    const RootWithUnits root;
    const auto control = root.control();
    CHECK(control->managerState() == ServiceManagerState::offline);
    CHECK(control->state("bes-router.service") == ServiceState::notRunning);
    CHECK(control->state("bes-absent.service") == ServiceState::absent);
    CHECK(control->start(router(), 1s).error().id == "service.start");
    CHECK(control->reachStandbyTarget().error().id == "service.start");
    CHECK(control->stop("bes-router.service", 1s));
    CHECK(control->reload());
}

TEST_CASE("A unit that a package of the distribution brought is found too") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "usr/lib/systemd/system");
    put(folder.path() / "usr/lib/systemd/system/domino.service", "");
    CHECK(ServiceControl::open(host::Root(folder.path()))->state("domino.service") ==
          ServiceState::notRunning);
}

TEST_CASE("Without a running systemd the computer itself is worked on as a root") {
    const bool booted = fs::is_directory("/run/systemd/system");
    CHECK(ServiceControl::open(host::Root())->managerState() ==
          (booted ? ServiceManagerState::running : ServiceManagerState::offline));
}

TEST_CASE("Every state of a service has its word") {
    CHECK(toString(ServiceState::active) == "active");
    CHECK(toString(ServiceState::notRunning) == "not-running");
}
