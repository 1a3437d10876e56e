// SPDX-License-Identifier: Apache-2.0
// What is said of a computer with Windows names Windows' own parts and tools.
#include "check/windows_places.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts onWindows() {
    Facts facts = sampleFacts();
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    return facts;
}

Request as(const std::string& account) {
    Request request = sampleRequest();
    request.serviceAccount = account;
    return request;
}

} // namespace

TEST_CASE("On Windows the service control manager starts services, and remedies are Windows' own") {
    Facts facts = onWindows();
    CHECK_THAT(onlyFinding("service.manager", facts).evidence, Contains("service control manager"));
    facts.serviceManager = Fact<ServiceManagerState>::unknown("access is denied");
    CHECK_THAT(onlyFinding("service.manager", facts).remedy, !Contains("systemd"));
    facts.administrator = false;
    CHECK_THAT(onlyFinding("setup.privileges", facts).remedy, Contains("administrator"));
}

TEST_CASE("On Windows the number of a service account says nothing but that it is an administrator's") {
    Facts facts = onWindows();
    facts.surroundings.account =
        AccountState{.user = 1105, .group = 1105, .inOwnFiles = false, .obstacles = {}};
    const std::string account = "setup.service-account";
    CHECK(onlyFinding(account, facts, as("CONTOSO\\bes$")).severity == Severity::passed);
    facts.surroundings.account = AccountState{.user = 0, .group = 0, .obstacles = {}};
    CHECK(onlyFinding(account, facts, as("CONTOSO\\admin$")).severity == Severity::blocker);
    facts.surroundings.account = AccountState{.user = {}, .group = {}, .obstacles = {"there is no account"}};
    const Finding missing = onlyFinding(account, facts, as("CONTOSO\\bes$"));
    CHECK(missing.severity == Severity::blocker);
    CHECK_THAT(missing.remedy, Contains("Install-ADServiceAccount"));
    facts.surroundings.account = AccountState{.user = {}, .group = {}, .obstacles = {}};
    CHECK(onlyFinding(account, facts, as("NT AUTHORITY\\LocalService")).severity == Severity::passed);
}

TEST_CASE("On Windows a deferred service that runs is a sign of a standby that was promoted") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    InstalledState installed = *facts.installed.value();
    installed.receipt.services.definitions.resize(2);
    ServiceDefinition& router = installed.receipt.services.definitions[0];
    router.key = "BlackBerry Router";
    router.policy = StartPolicy::startAfterSetup;
    installed.receipt.services.definitions[1].key = "BlackBerry Policy Service"; // deferred
    facts.installed = std::optional(installed);
    const auto passive = [&](const char* running) {
        facts.standby = StandbyState{std::vector<std::string>{running}, {}};
        const auto all = check::checkMaintenance(facts, sampleReceipt().request, {});
        return std::ranges::find(all, "standby.passive", &Finding::id)->severity;
    };
    CHECK(passive("BlackBerry Router") == Severity::passed);
    CHECK(passive("BlackBerry Policy Service") == Severity::blocker);
}

TEST_CASE("Folders of Windows, of people and of everybody are no place for a standby") {
    for (const char* folder :
         {"C:/Windows/System32/BES", "d:\\windows", "C:/", "E:/", "C:/Users/admin/BES", "c:/PROGRAM FILES",
          "C:/ProgramData", "C:/Program Files/BES Standby Setup/state"}) {
        INFO(folder);
        CHECK(check::takenOnWindows(folder));
    }
    for (const char* folder : {"C:/Program Files/BES Standby", "D:/BES", "C:/WindowsBES",
                               "C:/ProgramData/BES", "/opt/bes-standby", "/windows"}) {
        INFO(folder);
        CHECK_FALSE(check::takenOnWindows(folder));
    }
    Request request = sampleRequest();
    request.installFolder = "C:/Windows/BES";
    CHECK_THAT(onlyFinding("folders.place", onWindows(), request).evidence,
               Contains("C:/Windows belongs to Windows"));
}

TEST_CASE("A folder is refused in which Windows could not start the programs of services") {
    Request request = sampleRequest();
    request.installFolder = "D:/" + std::string(230, 'b');
    CHECK_THAT(onlyFinding("folders.path", onWindows(), request).evidence,
               Contains("characters; a service's program may have 259"));
    CHECK(findingsOf("folders.path", sampleFacts(), request).empty());
    request.installFolder = "D:/" + std::string(100, 'b');
    CHECK(findingsOf("folders.path", onWindows(), request).empty());
}

TEST_CASE("On Windows one chosen folder is in another one whatever the capitals") {
    Request request = sampleRequest();
    request.installFolder = "D:/BES/Logs/programs";
    request.configurationFolder = "D:/BES Configuration";
    request.logFolder = "d:/bes/logs";
    CHECK_THAT(onlyFinding("folders.place", onWindows(), request).evidence,
               Contains("D:/BES/Logs/programs is in the log folder d:/bes/logs"));
}
