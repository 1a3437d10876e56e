// SPDX-License-Identifier: Apache-2.0
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

constexpr auto id = "computer.restart";

Facts onWindows(const Fact<PendingRestart>& restart) {
    Facts facts = sampleFacts();
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    facts.surroundings.restart = restart;
    return facts;
}

Request atWindowsPlaces() {
    Request request = sampleRequest();
    request.installFolder = "C:/Program Files/BES Standby";
    return request;
}

Finding said(const Fact<PendingRestart>& restart) {
    return onlyFinding(id, onWindows(restart), atWindowsPlaces());
}

} // namespace

TEST_CASE("Windows that waits for a restart is told, and whose it is") {
    CHECK(said(PendingRestart{}).severity == Severity::passed);
    const Finding pending = said(PendingRestart{{"Windows Update"}, {}});
    CHECK(pending.severity == Severity::warning);
    CHECK_THAT(pending.evidence, Contains("Windows Update"));
}

TEST_CASE("Setup does not install where the next restart removes or replaces files") {
    const auto of = [](const char* file) {
        return said(PendingRestart{{"programs that replace or remove files"}, {file}});
    };
    const Finding ours = of("c:/program files/bes standby/router/bin/BlackBerryRouter.exe");
    CHECK(ours.severity == Severity::blocker);
    CHECK_THAT(ours.evidence, Contains("BlackBerryRouter.exe"));
    CHECK(of("C:\\Program Files\\BES Standby").severity == Severity::blocker);
    CHECK(of("C:/Program Files/BES Standby Setup/state/journal.sqlite").severity == Severity::blocker);
    CHECK(of("C:/Program Files/BES Standby Tools/x.dll").severity == Severity::warning);
    CHECK(of("C:/Windows/Temp/x.dll").severity == Severity::warning);
}

TEST_CASE("A restart that could not be looked for is not taken for none") {
    const Finding unknown = said(Fact<PendingRestart>::unknown("access is denied"));
    CHECK(unknown.severity == Severity::warning);
    CHECK_THAT(unknown.evidence, Contains("access is denied"));
}

TEST_CASE("Other systems, and images of a Windows computer, are not asked for a pending restart") {
    Facts facts = sampleFacts();
    facts.surroundings.restart = PendingRestart{{"Windows Update"}, {}};
    CHECK(findingsOf(id, facts).empty());
    Request image = sampleRequest();
    image.root = "/mnt/image";
    CHECK(findingsOf(id, onWindows(PendingRestart{{"Windows Update"}, {}}), image).empty());
}
