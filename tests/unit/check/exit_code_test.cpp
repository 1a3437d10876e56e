// SPDX-License-Identifier: Apache-2.0
#include "unit/check/look_up.hpp"

using namespace bes;

namespace {

ExitCode codeFor(const Facts& facts, const Request& request = sampleRequest()) {
    return exitCodeOf(check::check(facts, request));
}

} // namespace

TEST_CASE("Of several refusals the first one in the table of exit codes ends the run") {
    Facts facts = sampleFacts();
    facts.notesIni = std::optional<NotesIni>();
    CHECK(codeFor(facts) == ExitCode::domino);
    changeFact(facts.ports, [](auto& ports) { ports.front().holder = PortHolder{1, "other"}; });
    CHECK(codeFor(facts) == ExitCode::ports);
    Request request = sampleRequest();
    request.omit = {"router"};
    CHECK(codeFor(facts, request) == ExitCode::components);
    changeFact(facts.database, [](auto& database) { database.servers[0].version = "4.1"; });
    CHECK(codeFor(facts, request) == ExitCode::versionMismatch);
    changeFact(facts.database, [](auto& database) { database.servers[0].addresses = {"192.0.2.12"}; });
    CHECK(codeFor(facts, request) == ExitCode::sameComputer);
    changeFact(facts.media, [](auto& media) { media.signature.trusted = false; });
    CHECK(codeFor(facts, request) == ExitCode::media);
    facts.administrator = false;
    CHECK(codeFor(facts, request) == ExitCode::privileges);
}

TEST_CASE("The second standby of a primary that is on this computer too is refused for the computer") {
    Request request = sampleRequest();
    request.primary = "BES03";
    Facts facts = sampleFacts();
    CHECK(codeFor(facts, request) == ExitCode::standbyExists);
    facts.primaryAddresses = std::vector<std::string>{"192.0.2.12"};
    CHECK(codeFor(facts, request) == ExitCode::sameComputer);
    CHECK_THAT(onlyFinding("computer.not-primary", facts, request).evidence, Catch::Contains("BES03"));
}

TEST_CASE("Warnings do not stop a run") {
    Facts facts = sampleFacts();
    facts.srpEndpoint = Reachability{false, "Connection timed out"};
    Request request = sampleRequest();
    request.omit = {"policy"};
    CHECK(codeFor(facts, request) == ExitCode::success);
}
