// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "answers/typed_remedy.hpp"
#include "check/check.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Facts installedFacts() {
    Facts facts = sampleFactsInstalled();
    facts.standby = StandbyState{std::vector<std::string>{"bes-router.service"}, {}};
    return facts;
}

std::vector<Finding> found(const Facts& facts, const Maintenance& wanted = {}) {
    return check::checkMaintenance(facts, sampleReceipt().request, wanted);
}

const Finding& finding(const std::vector<Finding>& findings, std::string_view id) {
    const auto at = std::ranges::find(findings, id, &Finding::id);
    REQUIRE(at != findings.end());
    return *at;
}

} // namespace

TEST_CASE("Nothing forbids to remove a passive standby that the database knows") {
    CHECK_FALSE(blocks(found(installedFacts())));
}

TEST_CASE("Nothing is removed where nothing is installed") {
    CHECK(exitCodeOf(found(sampleFacts())) == ExitCode::notInstalled);
}

TEST_CASE("A database that can't be read forbids a removal, unless the registration shall stay") {
    Facts facts = installedFacts();
    facts.database = Fact<DatabaseContents>::unknown("the server does not answer");
    const auto refused = found(facts);
    CHECK(exitCodeOf(refused) == ExitCode::database);
    CHECK(answers::typedRemedy(finding(refused, "database.reachable")).find("--keep-registration") !=
          std::string::npos);

    const auto kept = found(facts, {.keepRegistration = true});
    CHECK_FALSE(blocks(kept));
    CHECK(answers::typedRemedy(finding(kept, "database.reachable")).find("database release BES01") !=
          std::string::npos);
    CHECK(answers::typedRemedy(finding(kept, "database.reachable")).find("--standby BES01-standby") !=
          std::string::npos);
}

TEST_CASE("A promoted standby is refused until that is accepted") {
    Facts facts = installedFacts();
    SECTION("as the database says") {
        changeFact(facts.database, [](DatabaseContents& database) {
            std::ranges::find(database.servers, "BES01-standby", &Server::name)->actsAs = Role::primary;
        });
    }
    SECTION("as its deferred services tell") {
        facts.standby = StandbyState{std::vector<std::string>{"bes-active.target"}, {}};
    }
    const auto refused = found(facts);
    CHECK(exitCodeOf(refused) == ExitCode::promoted);
    CHECK(finding(refused, "standby.passive").remedy.find("Fail over to BES01 first") != std::string::npos);
    CHECK_FALSE(blocks(found(facts, {.acceptPromoted = true})));
    const auto repair = found(facts, {.kind = Maintenance::Kind::repair});
    CHECK(exitCodeOf(repair) != ExitCode::promoted);
    CHECK(finding(repair, "standby.passive").severity == Severity::warning);
}

TEST_CASE("A change or removal that has to edit notes.ini and can't is refused before it begins") {
    struct Case {
        const char* what;
        Maintenance wanted;
        std::vector<std::string> serverTasks; ///< empty: the file can't be read
        bool taskIsOurs;
        bool there;
        bool refused;
    };
    const Maintenance removal{.kind = Maintenance::Kind::remove};
    const Maintenance repair{.kind = Maintenance::Kind::repair};
    const Maintenance without{.kind = Maintenance::Kind::modify, .omit = {"messaging-agent"}};
    for (const Case& now : {Case{"remove, our task is there", removal, {"Router", "bes"}, true, true, true},
                            Case{"remove, somebody took it out", removal, {"Router"}, true, true, false},
                            Case{"remove, it was there before us", removal, {"BES"}, false, true, false},
                            Case{"remove, nobody can tell", removal, {}, true, true, true},
                            Case{"remove, there is no Domino any more", removal, {}, true, false, false},
                            Case{"modify takes it out", without, {"BES"}, true, true, true},
                            Case{"repair, nothing to mend", repair, {"BES"}, true, true, false},
                            Case{"repair puts it back", repair, {"Router"}, true, true, true}}) {
        CAPTURE(now.what);
        Facts facts = installedFacts();
        changeFact(facts.notesIni, [&](auto& ini) {
            ini->serverTasks = now.serverTasks;
            ini->readable = !now.serverTasks.empty();
            ini->writable = false;
            ini->there = now.there;
            ini->problem = "Permission denied";
        });
        changeFact(facts.installed, [&](auto& installed) {
            installed->receipt.made.tasks.clear();
            if (now.taskIsOurs)
                installed->receipt.made.tasks = {{"/local/notesdata/notes.ini", "BES"}};
        });
        const auto findings = found(facts, now.wanted);
        const auto said = std::ranges::find(findings, "domino.notes-ini", &Finding::id);
        CHECK((said != findings.end()) == now.refused);
        if (said != findings.end()) {
            CHECK(said->severity == Severity::blocker);
            CHECK(said->evidence.find("Permission denied") != std::string::npos);
        }
    }
}

TEST_CASE("A standby with users is not removed") {
    Facts facts = installedFacts();
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01-standby", &Server::name)->users = 3;
    });
    CHECK(exitCodeOf(found(facts)) == ExitCode::blocked);
    CHECK_FALSE(blocks(found(facts, {.keepRegistration = true})));
}

TEST_CASE("What is running has to be known before it is stopped") {
    Facts facts = installedFacts();
    facts.standby = StandbyState{Fact<std::vector<std::string>>::unknown("systemctl hangs"), {}};
    CHECK(finding(found(facts), "standby.services").severity == Severity::blocker);
}

TEST_CASE("What others put into the standby's folders is named") {
    Facts facts = installedFacts();
    facts.standby = StandbyState{std::vector<std::string>(), {"/opt/bes-standby/local.conf"}};
    CHECK(finding(found(facts), "standby.foreign-files").evidence == "/opt/bes-standby/local.conf");
}

namespace {

const Maintenance upgrade{.kind = Maintenance::Kind::upgrade};

Facts upgradeFacts(const std::string& version) {
    Facts facts = installedFacts();
    changeFact(facts.standby,
               [](StandbyState& standby) { standby.differences = std::vector<FileDifference>(); });
    takeMedia(facts, version);
    changeFact(facts.database, [&](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01", &Server::name)->version = version;
    });
    return facts;
}

} // namespace

TEST_CASE("Nothing forbids an upgrade to the version that the primary has") {
    CHECK_FALSE(blocks(found(upgradeFacts("5.0.1"), upgrade)));
}

TEST_CASE("A standby is not upgraded to another version than the primary's") {
    Facts facts = upgradeFacts("5.0.1");
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01", &Server::name)->version = "5.0";
    });
    const auto refused = found(facts, upgrade);
    CHECK(exitCodeOf(refused) == ExitCode::versionMismatch);
    CHECK(finding(refused, "primary.version").remedy.find("upgrade the primary") != std::string::npos);
}

TEST_CASE("An older version is taken only where that is allowed") {
    const Facts facts = upgradeFacts("4.1.7");
    CHECK(exitCodeOf(found(facts, upgrade)) == ExitCode::olderMedia);
    CHECK_FALSE(blocks(found(facts, {.kind = Maintenance::Kind::upgrade, .allowDowngrade = true})));
}

TEST_CASE("The media of an upgrade must be signed, of the product, and have what is installed") {
    Facts facts = upgradeFacts("5.0.1");
    SECTION("not trusted") {
        changeFact(facts.media, [](MediaContents& media) { media.signature.trusted = false; });
        CHECK(exitCodeOf(found(facts, upgrade)) == ExitCode::media);
    }
    SECTION("another product") {
        changeFact(facts.media, [](MediaContents& media) { media.manifest.catalog.product = "Another"; });
        CHECK(finding(found(facts, upgrade), "media.product").code == ExitCode::media);
    }
    SECTION("can't be read") {
        facts.media = Fact<MediaContents>::unknown("no such folder");
        CHECK(finding(found(facts, upgrade), "media.readable").code == ExitCode::media);
    }
    SECTION("without a package") {
        changeFact(facts.media, [](MediaContents& media) {
            std::erase_if(media.manifest.packages,
                          [](const Package& package) { return package.id == "alert"; });
        });
        CHECK(finding(found(facts, upgrade), "media.complete").code == ExitCode::media);
    }
    SECTION("without a component, until it is taken away") {
        changeFact(facts.media, [](MediaContents& media) {
            std::erase_if(media.manifest.catalog.components,
                          [](const Component& component) { return component.id == "alert"; });
        });
        CHECK(finding(found(facts, upgrade), "components.fit").evidence.find("no longer has alert") !=
              std::string::npos);
        CHECK_FALSE(blocks(found(facts, {.kind = Maintenance::Kind::upgrade, .omit = {"alert"}})));
    }
    SECTION("with a new dependency, until it is added") {
        changeFact(facts.media, [](MediaContents& media) {
            std::ranges::find(media.manifest.catalog.components, "alert", &Component::id)->dependencies = {
                "monitoring"};
        });
        CHECK(exitCodeOf(found(facts, upgrade)) == ExitCode::components);
        CHECK_FALSE(blocks(found(facts, {.kind = Maintenance::Kind::upgrade, .add = {"monitoring"}})));
    }
}

TEST_CASE("A port that is new for the standby must be free, one that it has may be held by itself") {
    Facts facts = upgradeFacts("5.0.1");
    facts.ports = std::vector<PortUse>{{Protocol::tcp, 3101, PortHolder{7, "bes-router"}},
                                       {Protocol::tcp, 3999, PortHolder{8, "java"}}};
    const auto ports = [&](const Maintenance& wanted) {
        std::vector<Finding> all = found(facts, wanted);
        std::erase_if(all, [](const Finding& finding) { return finding.id != "ports.free"; });
        return all;
    };
    CHECK(ports(upgrade).empty());
    const auto listensOn = [&](auto& catalog, const char* id, std::uint16_t number) {
        std::ranges::find(catalog.components, id, &Component::id)
            ->services.front()
            .ports.push_back({Protocol::tcp, number, PortDirection::listen, "test"});
    };
    SECTION("of a service in the new version") {
        changeFact(facts.media,
                   [&](MediaContents& media) { listensOn(media.manifest.catalog, "alert", 3999); });
        REQUIRE(ports(upgrade).size() == 1);
        CHECK(ports(upgrade)[0].code == ExitCode::ports);
        CHECK(ports(upgrade)[0].evidence.find("java (process 8)") != std::string::npos);
        CHECK(ports({.kind = Maintenance::Kind::upgrade, .omit = {"alert"}}).empty());
        changeFact(facts.ports, [](std::vector<PortUse>& uses) { uses[1].holder = std::nullopt; });
        CHECK(ports(upgrade).at(0).severity == Severity::passed);
    }
    SECTION("which the standby has now for another service") {
        changeFact(facts.media,
                   [&](MediaContents& media) { listensOn(media.manifest.catalog, "alert", 3101); });
        CHECK(ports(upgrade).empty());
    }
    SECTION("of a component that is added") {
        changeFact(facts.installed, [&](auto& installed) {
            std::erase(installed->receipt.components, "alert");
            listensOn(installed->receipt.catalog, "alert", 3999);
        });
        CHECK(exitCodeOf(ports({.kind = Maintenance::Kind::modify, .add = {"alert"}})) == ExitCode::ports);
        CHECK(ports({.kind = Maintenance::Kind::modify, .omit = {"policy"}}).empty());
    }
}

TEST_CASE("What makes room for another kind of file takes nothing of others with it") {
    Facts facts = upgradeFacts("5.0.1");
    changeFact(facts.installed, [](auto& installed) {
        for (Component& component : installed->receipt.catalog.components)
            component.editableFiles = {"etc/conf"};
    });
    const std::string edited = "/opt/bes-standby/router/etc/conf";
    const RemoveFiles act{
        {edited, "/opt/bes-standby/alert/bin/bes-alert"}, "/backup", {"/opt/bes-standby/alert/bin"}};
    changeFact(facts.standby,
               [](StandbyState& standby) { standby.filesOfOthers = {"/opt/bes-standby/alert/binary"}; });
    CHECK(check::checkClearing(facts, act).empty());
    SECTION("what others put into a folder") {
        changeFact(facts.standby, [](StandbyState& standby) {
            standby.filesOfOthers = {"/opt/bes-standby/alert/bin/mine"};
        });
        const auto refused = check::checkClearing(facts, act);
        CHECK(finding(refused, "files.in-the-way").evidence.starts_with("/opt/bes-standby/alert/bin/mine"));
        CHECK(exitCodeOf(refused) == ExitCode::blocked);
    }
    SECTION("what they edited") {
        changeFact(facts.standby, [&](StandbyState& standby) {
            standby.differences = std::vector<FileDifference>{{edited, true, false, "has other content"}};
        });
        CHECK(finding(check::checkClearing(facts, act), "files.in-the-way").evidence.starts_with(edited));
    }
}

TEST_CASE("The same media where the primary has another version by now is worth a warning") {
    Facts facts = upgradeFacts("5.0");
    facts.media = sampleFacts().media;
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01", &Server::name)->version = "5.0.1";
    });
    CHECK_FALSE(blocks(found(facts, upgrade)));
    CHECK(finding(found(facts, upgrade), "primary.version").severity == Severity::warning);
}

TEST_CASE("What is to be both added and removed at once, or is misspelt, is refused with what was meant") {
    Facts facts = upgradeFacts("5.0");
    constexpr auto modify = Maintenance::Kind::modify;
    const auto evidence = [&](const Maintenance& wanted) {
        return finding(found(facts, wanted), "components.fit").evidence;
    };
    CHECK(evidence({.kind = modify, .add = {"alert"}, .omit = {"alert"}}).find("both added and removed") !=
          std::string::npos);
    CHECK(evidence({.kind = modify, .omit = {"alrt"}}).find("did you mean alert?") != std::string::npos);
    CHECK_FALSE(blocks(found(facts, {.kind = modify, .add = {"alert"}})));
    CHECK_FALSE(blocks(found(facts, {.kind = modify, .omit = {"monitoring"}})));
}

TEST_CASE("A folder in whose place something else stands keeps no standby from being removed") {
    Facts facts = installedFacts();
    FolderState state = facts.surroundings.folders.at("/var/log/bes-standby").value();
    state.obstacle = "/var/log/bes-standby is not a folder";
    facts.surroundings.folders["/var/log/bes-standby"] = state;
    CHECK(blocks(found(facts)));
    state.noFolder = true;
    facts.surroundings.folders["/var/log/bes-standby"] = state;
    CHECK_FALSE(blocks(found(facts)));
    CHECK(finding(found(facts, {.kind = Maintenance::Kind::repair}), "folders.writable").severity ==
          Severity::blocker);
}

TEST_CASE("An attribute that keeps a file as it is refuses what has to change that file") {
    Facts facts = installedFacts();
    changeFact(facts.standby, [](StandbyState& standby) {
        standby.differences = std::vector<FileDifference>{
            {.path = "/opt/bes-standby/router/bin/a", .content = true, .sentence = "has other content"}};
    });
    const auto isRefused = [&](const char* path, Maintenance::Kind kind) {
        facts.surroundings.frozen = {{path, std::string(path) + " is immutable"}};
        const auto findings = found(facts, {.kind = kind});
        const auto at = std::ranges::find(findings, "folders.writable", &Finding::id);
        return at != findings.end() && at->severity == Severity::blocker &&
               at->evidence == std::string(path) + " is immutable";
    };
    CHECK(isRefused("/opt/bes-standby/router/bin/a", Maintenance::Kind::remove));
    CHECK(isRefused("/opt/bes-standby/router/bin/b", Maintenance::Kind::remove));
    CHECK(isRefused("/opt/bes-standby/router/bin/a", Maintenance::Kind::repair));
    CHECK(isRefused("/opt/bes-standby/router/bin", Maintenance::Kind::repair));
    CHECK_FALSE(isRefused("/opt/bes-standby/router/bin/b", Maintenance::Kind::repair));
}
