// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "check/installed_choices.hpp"
#include "check/upgrade.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

/// The standby that is installed is not touched by a request with other choices.
void checkRefused(const Facts& facts, const Request& request, const std::string& difference) {
    const Finding finding = onlyFinding("standby.installed", facts, request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::isStandbyOfAnother);
    CHECK_THAT(finding.evidence, Contains(difference));
    CHECK_THAT(finding.remedy, Contains("modify") && Contains("upgrade") && Contains("remove"));
}

} // namespace

TEST_CASE("A standby that is installed as wanted passes every check") {
    const Facts facts = sampleFactsInstalled();
    const Finding finding = onlyFinding("standby.installed", facts);
    CHECK(finding.severity == Severity::passed);
    CHECK_THAT(finding.evidence, Contains("BES01-standby") && Contains("bes02"));
    CHECK(idsOf(blockersOf(facts)).empty());
    CHECK_THAT(onlyFinding("primary.no-standby", facts).title, Contains("installed here"));
    CHECK(findingsOf("standby.not-installed", facts).empty());
}

TEST_CASE("The installed standby's own services may hold its ports, and it needs no space again") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.ports, [](auto& ports) { ports.front().holder = PortHolder{4711, "bes-router"}; });
    for (auto& [folder, space] : facts.space)
        space = FileSystemSpace{"/", 0};
    CHECK(idsOf(blockersOf(facts)).empty());
}

TEST_CASE(
    "Where it is not known what is installed, its own pair and ports are not taken for those of others") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.ports, [](auto& ports) { ports.front().holder = PortHolder{4711, "bes-router"}; });
    facts.installed = Fact<std::optional<InstalledState>>::unknown("setup.db is a folder", "Move it away");
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"standby.not-installed"});
    CHECK(onlyFinding("standby.not-installed", facts).remedy == "Move it away");
    CHECK(exitCodeOf(check::check(facts, sampleRequest())) == ExitCode::blocked);
}

TEST_CASE("Other spellings of names are no other choices") {
    Request request = sampleRequest();
    request.primary = "bes01";
    request.installFolder = "/opt/./bes-standby";
    CHECK(check::differentChoices(sampleReceipt(), sampleFactsInstalled(), request).empty());
}

TEST_CASE("Installing with other choices over a standby is refused and says what differs") {
    const Facts facts = sampleFactsInstalled();
    Request request = sampleRequest();

    SECTION("another primary") {
        request.primary = "BES05";
        checkRefused(facts, request, "primary: installed BES01, requested BES05");
    }
    SECTION("another name") {
        request.standby = "BES02";
        checkRefused(facts, request, "standby: installed BES01-standby, requested BES02");
    }
    SECTION("more components") {
        request.add = {"monitoring"};
        checkRefused(facts, request, "monitoring not installed");
    }
    SECTION("fewer components") {
        request.omit = {"collaboration"};
        checkRefused(facts, request, "collaboration installed, but not requested");
    }
    SECTION("another folder") {
        request.installFolder = "/srv/bes";
        checkRefused(facts, request, "/srv/bes");
    }
    SECTION("another account") {
        request.serviceAccount = "blackberry";
        checkRefused(facts, request, "service account: installed bes, requested blackberry");
    }
}

TEST_CASE("What differs from what is installed is told to programs too, each for itself") {
    const Facts facts = sampleFactsInstalled();
    Request request = sampleRequest();
    request.standby = "BES02";
    request.add = {"monitoring"};
    request.omit = {"collaboration"};
    request.logFolder = "/srv/logs";
    const auto different = check::differencesFromInstalled(facts, request);
    const auto has = [&](const check::ChoiceDifference& wanted) {
        return std::ranges::count(different, wanted) == 1;
    };
    CHECK(has({"standby", "BES01-standby", "BES02"}));
    CHECK(has({"component", "", "monitoring"}));
    CHECK(has({"component", "collaboration", ""}));
    CHECK(has({"log-folder", "/var/log/bes-standby", "/srv/logs"}));
    CHECK(different.size() == 4);
    CHECK(check::differencesFromInstalled(facts, sampleRequest()).empty());
}

TEST_CASE("Other media is another choice") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.media, [](MediaContents& media) { media.manifestSha256 = std::string(64, 'd'); });
    checkRefused(facts, sampleRequest(), "media");
    CHECK_FALSE(check::asksForUpgrade(facts, sampleRequest()));
}

TEST_CASE("Newer media and nothing else is asked for: that is an upgrade") {
    Facts facts = sampleFactsInstalled();
    CHECK_FALSE(check::asksForUpgrade(facts, sampleRequest()));
    takeMedia(facts, "5.0.1");
    CHECK(check::asksForUpgrade(facts, sampleRequest()));
    Request request = sampleRequest();
    request.omit = {"collaboration"};
    CHECK_FALSE(check::asksForUpgrade(facts, request));
    CHECK_FALSE(check::asksForUpgrade(sampleFacts(), sampleRequest()));
}

TEST_CASE("Older media over a standby has an exit code of its own, and one reason") {
    Facts facts = sampleFactsInstalled();
    takeMedia(facts, "4.1.7");
    const Finding finding = onlyFinding("media.older", facts);
    CHECK(finding.code == ExitCode::olderMedia);
    CHECK_THAT(answers::typedRemedy(finding), Contains("--allow-downgrade"));
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"media.older"});
    CHECK_FALSE(check::asksForUpgrade(facts, sampleRequest()));
}

TEST_CASE("Media of another product over a standby is refused") {
    Facts facts = sampleFactsInstalled();
    takeMedia(facts, "5.0.1");
    changeFact(facts.media, [](MediaContents& media) { media.manifest.catalog.product = "Another"; });
    CHECK(onlyFinding("media.product", facts).code == ExitCode::media);
    CHECK_FALSE(check::asksForUpgrade(facts, sampleRequest()));
}

TEST_CASE("A receipt that came from another computer is not this computer's standby") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.computer, [](Computer& computer) {
        computer = {"bes09", "bes09.acme.example.org", {"192.0.2.19"}};
    });
    checkRefused(facts, sampleRequest(), "computer: installed bes02, requested bes09");
}

TEST_CASE("A standby whose files are missing or changed is not called installed as wanted") {
    Facts facts = sampleFactsInstalled();
    CHECK(onlyFinding("standby.files", facts).severity == Severity::passed);
    changeFact(facts.installed, [](std::optional<InstalledState>& installed) {
        installed->damage = {"/opt/bes-standby/router/bin/bes-router is missing"};
    });
    const Finding finding = onlyFinding("standby.files", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("bes-router is missing"));
}

TEST_CASE("Whether something is installed has to be known before anything is changed") {
    Facts facts = sampleFacts();
    facts.installed = Fact<std::optional<InstalledState>>::unknown("the journal can't be read");
    const Finding finding = onlyFinding("standby.not-installed", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("the journal can't be read"));

    SECTION("a person without rights is told about the rights") {
        facts.administrator = false;
        CHECK(onlyFinding("standby.not-installed", facts).severity == Severity::warning);
        CHECK(exitCodeOf(check::check(facts, sampleRequest())) == ExitCode::privileges);
    }
    SECTION("and once only") {
        facts.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("the journal can't be read");
        CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"standby.not-installed"});
    }
}

TEST_CASE("Without database or media it is not claimed that an installed standby differs") {
    Facts facts = sampleFactsInstalled();
    facts.media = Fact<MediaContents>::unknown("no such folder");
    const Finding finding = onlyFinding("standby.installed", facts);
    CHECK(finding.severity == Severity::information);
    CHECK_THAT(finding.evidence, Contains("can't tell whether it matches"));
}
