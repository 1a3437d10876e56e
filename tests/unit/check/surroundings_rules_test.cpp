// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "check/address.hpp"
#include "check/check.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

TEST_CASE("only a host name can be the name of the standby's computer") {
    for (const char* name : {"",
                             ".",
                             "192.0.2.5",
                             "2001:db8::1",
                             "::1",
                             "192",
                             "10.1",
                             "localhost",
                             "LOCALHOST",
                             "localhost.localdomain",
                             "(none)",
                             "bes02.",
                             "bes02..example.com",
                             ".bes02",
                             "-bes02",
                             "bes02-",
                             "bes 02",
                             "bes02/x",
                             "b\xc3\xbcro",
                             "bes.example.123"}) {
        INFO(name);
        CHECK_FALSE(check::wrongHostName(name).empty());
    }
    CHECK_FALSE(check::wrongHostName(std::string(64, 'a')).empty());
    std::string longest;
    while (longest.size() < 250)
        longest += "abcdefghi.";
    CHECK_FALSE(check::wrongHostName(longest + "abcd").empty());
    for (const char* name :
         {"bes02", "BES02.example.com", "2bes", "b", "bes_02", "xn--bro-hoa.example", "1a.2b"}) {
        INFO(name);
        CHECK(check::wrongHostName(name).empty());
    }
    CHECK(check::wrongHostName(std::string(63, 'a')).empty());
}

TEST_CASE("a computer whose name can't be registered is refused with the reason") {
    Facts facts = sampleFacts();
    facts.computer = Computer{"192", "192.0.2.5", {}};
    Finding found = onlyFinding("computer.name", facts);
    CHECK(found.severity == Severity::blocker);
    CHECK_THAT(found.evidence, Contains("192.0.2.5") && Contains("IP address"));
    Request image = sampleRequest();
    image.root = "/srv/image";
    image.computer = "localhost";
    facts.computer = Computer{"localhost", "localhost", {}};
    CHECK_THAT(answers::typedRemedy(onlyFinding("computer.name", facts, image)),
               Contains("--standby.computer"));
}

TEST_CASE("the account of the services needs a group of its name, and no rights of root") {
    Facts facts = sampleFacts();
    const auto judged = [&](const AccountState& account) {
        facts.surroundings.account = account;
        facts.serviceAccountExists = account.user.has_value();
        return onlyFinding("setup.service-account", facts);
    };
    CHECK(judged({990, 990, true, {}}).severity == Severity::passed);
    CHECK(judged({990, 800, true, {}}).severity == Severity::passed);
    CHECK(judged({990, std::nullopt, true, {}}).severity == Severity::blocker);
    CHECK(judged({0, 990, true, {}}).severity == Severity::blocker);
    CHECK(judged({990, 0, true, {}}).severity == Severity::blocker);
    CHECK(judged({990, 990, false, {}}).severity == Severity::warning);
    CHECK(judged({}).severity == Severity::passed);
    CHECK(judged({std::nullopt, 990, true, {}}).severity == Severity::blocker);
    const Finding locked =
        judged({std::nullopt, std::nullopt, true, {"/etc/.pwd.lock: process 7 changes accounts"}});
    CHECK(locked.severity == Severity::blocker);
    CHECK_THAT(locked.evidence, Contains("process 7"));
}

TEST_CASE("a systemd that can't run the units, or is about to end, is found before the run") {
    Facts facts = sampleFacts();
    facts.surroundings.systemd = SystemdState{219, "running", "multi-user.target"};
    CHECK(onlyFinding("service.manager-version", facts).severity == Severity::blocker);
    facts.surroundings.systemd = SystemdState{241, "degraded", "multi-user.target"};
    CHECK(onlyFinding("service.manager-version", facts).severity == Severity::warning);
    facts.surroundings.systemd = SystemdState{252, "stopping", "multi-user.target"};
    CHECK(onlyFinding("service.manager-state", facts).severity == Severity::blocker);
    facts.surroundings.systemd = SystemdState{252, "running", "rescue.target"};
    CHECK(onlyFinding("service.boot", facts).severity == Severity::warning);
}

TEST_CASE("missing rights on the database are found before it is written") {
    Facts facts = sampleFacts();
    facts.surroundings.missingDatabaseRights = std::vector<std::string>{"INSERT on bespair"};
    Request request = sampleRequest();
    request.database.backend = "postgresql";
    request.database.user = "besadmin";
    CHECK(findingsOf("database.rights", facts).empty());
    const Finding found = onlyFinding("database.rights", facts, request);
    CHECK(found.code == ExitCode::database);
    CHECK_THAT(found.evidence, Contains("INSERT on bespair"));
}

TEST_CASE("a program that the account may not run is found on the media") {
    Facts facts = sampleFacts();
    changeFact(facts.media, [](MediaContents& media) {
        for (Package& package : media.manifest.packages)
            for (PackagedFile& file : package.files)
                if (file.type == FileType::regular)
                    file.mode = 0700;
    });
    CHECK(onlyFinding("media.programs", facts).severity == Severity::blocker);
}

TEST_CASE("a clock before anything could have been installed is a warning") {
    Facts facts = sampleFacts();
    facts.surroundings.now = "1970-01-01T00:02:00Z";
    CHECK(onlyFinding("computer.clock", facts).severity == Severity::warning);
}

TEST_CASE("the same is foreseen for a standby that is installed, and a removal needs less") {
    Facts facts = sampleFactsInstalled();
    StandbyState standby;
    standby.running = std::vector<std::string>();
    standby.differences = std::vector<FileDifference>();
    facts.standby = standby;
    FolderState state = facts.surroundings.folders.at("/opt/bes-standby").value();
    state.noExec = true;
    facts.surroundings.folders["/opt/bes-standby"] = state;
    state.obstacle = "/ is mounted read-only";
    facts.surroundings.folders["/etc/systemd/system"] = state;
    const auto idsFor = [&](Maintenance::Kind kind) {
        std::vector<std::string> ids;
        for (const Finding& finding : check::checkMaintenance(facts, sampleReceipt().request, {.kind = kind}))
            if (finding.severity == Severity::blocker && finding.id.starts_with("folders."))
                ids.push_back(finding.id);
        return ids;
    };
    CHECK(idsFor(Maintenance::Kind::repair) ==
          std::vector<std::string>{"folders.writable", "folders.file-system"});
    CHECK(idsFor(Maintenance::Kind::remove) == std::vector<std::string>{"folders.writable"});
}
