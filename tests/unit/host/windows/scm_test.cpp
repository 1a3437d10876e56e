// SPDX-License-Identifier: Apache-2.0
#include "host/windows/scm.hpp"

#include <catch2/catch.hpp>

#include "host/windows/handle.hpp"
#include "unit/host/windows/fake_scm.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::ServiceState;

namespace {

ServiceDefinition router() {
    ServiceDefinition service;
    service.key = "BlackBerry Router";
    service.displayName = "BlackBerry Router";
    service.program = "C:/Program Files/BES Standby/router/bin/BlackberryRouter.exe";
    service.configuration = "C:/ProgramData/BES Standby/configuration/standby.ini";
    service.account = "NT AUTHORITY\\LocalService";
    service.policy = StartPolicy::startAfterSetup;
    return service;
}

ServiceDefinition dispatcher() {
    ServiceDefinition service = router();
    service.key = service.displayName = "BlackBerry Dispatcher";
    service.dependsOn = {"BlackBerry Router"};
    return service;
}

ServiceDefinition policy() {
    ServiceDefinition service = router();
    service.key = service.displayName = "BlackBerry Policy Service";
    service.policy = StartPolicy::deferredUntilFailover;
    return service;
}

StartableService startable() {
    Service service;
    service.unit = service.displayName = "BlackBerry Router";
    service.startPolicy = StartPolicy::startAfterSetup;
    return StartableService::from(service).value();
}

/// Ends at once, so that its number is that of no process.
DWORD endedProcess() {
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION made{};
    std::wstring line = L"cmd.exe /c exit";
    REQUIRE(
        ::CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &start, &made));
    const host::Handle process(made.hProcess), thread(made.hThread);
    ::WaitForSingleObject(process.get(), INFINITE);
    return made.dwProcessId;
}

} // namespace

TEST_CASE(
    "A service that starts after setup is registered as automatic, with all that the manager has to know") {
    FakeScm manager;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(dispatcher()));
    const FakeScm::Service& made = manager.services.at(L"BlackBerry Dispatcher");
    CHECK(made.start == SERVICE_AUTO_START);
    CHECK(made.displayName == L"BlackBerry Dispatcher");
    CHECK(made.commandLine ==
          L"\"C:\\Program Files\\BES Standby\\router\\bin\\BlackberryRouter.exe\" --configuration "
          L"\"C:/ProgramData/BES Standby/configuration/standby.ini\"");
    CHECK(made.account == L"NT AUTHORITY\\LocalService");
    CHECK(made.dependencies == std::vector<std::wstring>{L"BlackBerry Router"});
    CHECK(made.restarts);
    CHECK(made.restartDelay == 30000);
    CHECK_FALSE(made.description.empty());
    CHECK(made.starts == 0);
}

TEST_CASE("A deferred service is registered for demand, and nothing starts it") {
    FakeScm manager;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(policy()));
    CHECK(manager.services.at(L"BlackBerry Policy Service").start == SERVICE_DEMAND_START);
    CHECK(manager.services.at(L"BlackBerry Policy Service").starts == 0);
    CHECK(scm.state("BlackBerry Policy Service") == ServiceState::inactive);
}

TEST_CASE("A program without a blank in its path is in quotes too") {
    FakeScm manager;
    ServiceDefinition service = router();
    service.program = "C:/BES/router.exe";
    REQUIRE(host::Scm(manager.api()).install(service));
    CHECK(manager.services.at(L"BlackBerry Router").commandLine.starts_with(L"\"C:\\BES\\router.exe\" "));
}

TEST_CASE("What is as it was registered has no difference, in a manager that tells less too") {
    FakeScm manager;
    manager.tellsRecovery = GENERATE(true, false);
    manager.tellsDependencies = GENERATE(true, false);
    host::Scm scm(manager.api());
    REQUIRE(scm.install(router()));
    REQUIRE(scm.install(dispatcher()));
    CHECK(scm.difference(dispatcher()) == "");
}

TEST_CASE("Every difference of a service is named") {
    FakeScm manager;
    host::Scm scm(manager.api());
    CHECK(scm.difference(router()) == "does not exist");
    REQUIRE(scm.install(dispatcher()));
    FakeScm::Service& there = manager.services.at(L"BlackBerry Dispatcher");
    SECTION("the start type") {
        there.start = SERVICE_DEMAND_START;
        CHECK(scm.difference(dispatcher()) == "the start type is manual, not automatic");
    }
    SECTION("a delay") {
        there.delayed = true;
        CHECK(scm.difference(dispatcher()) == "the start type is automatic (delayed), not automatic");
    }
    SECTION("the account") {
        there.account = L"LocalSystem";
        CHECK(scm.difference(dispatcher()) == "the account is empty, not NT AUTHORITY\\LocalService");
    }
    SECTION("a dependency") {
        there.dependencies.emplace_back(L"BlackBerry Policy Service");
        CHECK_THAT(
            scm.difference(dispatcher()).value(),
            Catch::StartsWith("the list of dependencies is BlackBerry Router, BlackBerry Policy Service"));
    }
    SECTION("what becomes of it after a crash") {
        there.restarts = false;
        CHECK(scm.difference(dispatcher()) == "the recovery is none, not restart after 30 s");
    }
    SECTION("the case of a path is none") {
        for (wchar_t& c : there.commandLine)
            c = c == L'P' ? L'p' : c;
        CHECK(scm.difference(dispatcher()) == "");
    }
}

TEST_CASE("What a manager had of a service comes back whole") {
    FakeScm manager;
    host::Scm scm(manager.api());
    CHECK(scm.captured("BlackBerry Dispatcher").value() == std::nullopt);
    REQUIRE(scm.install(dispatcher()));
    FakeScm::Service& there = manager.services.at(L"BlackBerry Dispatcher");
    there.start = SERVICE_DISABLED;
    there.account = L"LocalSystem";
    there.description = L"of somebody else";
    const FakeScm::Service before = there;
    const auto captured = scm.captured("BlackBerry Dispatcher").value();
    REQUIRE(captured);
    REQUIRE(scm.install(dispatcher()));
    CHECK(there.start == SERVICE_AUTO_START);
    REQUIRE(scm.restore("BlackBerry Dispatcher", *captured));
    CHECK(there.start == before.start);
    CHECK(there.account == before.account);
    CHECK(there.description == before.description);
    CHECK(there.commandLine == before.commandLine);
    CHECK(there.dependencies == before.dependencies);
    CHECK(there.restartDelay == before.restartDelay);
}

TEST_CASE("Removing a service that is not there is a success") {
    FakeScm manager;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(router()));
    CHECK(scm.remove("BlackBerry Router"));
    CHECK(manager.services.empty());
    CHECK(scm.remove("BlackBerry Router"));
}

TEST_CASE("What the manager refuses is said with what to do") {
    FakeScm manager;
    manager.createFails = GENERATE(as<DWORD>(), ERROR_SERVICE_MARKED_FOR_DELETE, ERROR_DUPLICATE_SERVICE_NAME,
                                   ERROR_INVALID_SERVICE_ACCOUNT, ERROR_ACCESS_DENIED);
    const auto refused = host::Scm(manager.api()).install(router());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "service.install");
    CHECK_FALSE(refused.error().why.empty());
    CHECK_THAT(refused.error().remedy, Catch::Contains("services.msc") || Catch::Contains("other service") ||
                                           Catch::Contains("account") || Catch::Contains("administrator"));
}

TEST_CASE("A start is over when the service runs") {
    FakeScm manager;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(router()));
    CHECK(scm.start(startable(), 1000ms));
    CHECK(scm.state("BlackBerry Router") == ServiceState::active);
}

TEST_CASE("A service that stops at its start, or takes too long, is a failure, and does not run afterwards") {
    FakeScm manager;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(router()));
    SECTION("it ends with an error") {
        manager.stateAfterStart = SERVICE_STOPPED;
        manager.exitCodeAfterStart = ERROR_FILE_NOT_FOUND;
        CHECK(scm.start(startable(), 1000ms).error().id == "service.start");
    }
    SECTION("it is never ready") {
        manager.stateAfterStart = SERVICE_START_PENDING;
        CHECK(scm.start(startable(), 200ms).error().id == "service.start-timeout");
    }
    SECTION("its process is gone, which the manager does not see") {
        manager.processAfterStart = endedProcess();
        CHECK(scm.start(startable(), 1000ms).error().id == "service.start");
    }
    CHECK(scm.state("BlackBerry Router") != ServiceState::active);
}

TEST_CASE("A service that does not obey a stop is killed after the limit") {
    FakeScm manager;
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION made{};
    std::wstring line = L"cmd.exe /c pause";
    REQUIRE(::CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_SUSPENDED, nullptr,
                             nullptr, &start, &made));
    const host::Handle process(made.hProcess), thread(made.hThread);
    manager.processAfterStart = made.dwProcessId;
    manager.obeysStop = false;
    host::Scm scm(manager.api());
    REQUIRE(scm.install(router()));
    REQUIRE(scm.start(startable(), 1000ms));
    CHECK(scm.stop("BlackBerry Router", 200ms));
    CHECK(::WaitForSingleObject(process.get(), 0) == WAIT_OBJECT_0);
    CHECK(manager.services.at(L"BlackBerry Router").controls == std::vector<DWORD>{SERVICE_CONTROL_STOP});
}

TEST_CASE("The service manager of this computer takes a service, tells of it and lets it go") {
    host::Scm scm;
    ServiceDefinition service = policy();
    service.key = service.displayName = "BES practice of a unit test";
    REQUIRE(scm.remove(service.key));
    REQUIRE(scm.install(service));
    CHECK(scm.difference(service) == "");
    CHECK(scm.state(service.key) == ServiceState::inactive);
    service.dependsOn = {"RpcSs"};
    CHECK(scm.difference(service).value() != "");
    REQUIRE(scm.install(service));
    CHECK(scm.difference(service) == "");
    CHECK(scm.remove(service.key));
    CHECK(scm.state(service.key) == ServiceState::absent);
}
