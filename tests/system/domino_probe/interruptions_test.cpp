// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "probe_run.hpp"

using namespace bes;
using namespace bes::domino;

namespace {

/// A call that goes wrong, and the question during which that happens.
struct Place {
    const char* function;
    int call;
    Question question;
};

// Of one run against the practice site "good".
const std::vector<Place> places{
    {"SECKFMGetUserName", 1, {Topic::identity, std::nullopt}},
    {"NSFGetServerLatency", 2, {Topic::reachability, Role::standby}},
    {"NSFDbGetMajMinVersion", 1, {Topic::version, Role::primary}},
    {"NSPingServer", 1, {Topic::liveCluster, Role::primary}},
    {"NSPingServer", 2, {Topic::liveCluster, Role::standby}},
    {"NSGetServerClusterMates", 1, {Topic::clusterMates, std::nullopt}},
    {"NAMELookup", 1, {Topic::serverDocument, Role::primary}},
    {"NAMEGetTextItem", 12, {Topic::serverDocument, Role::standby}},
    {"NSFDbInfoGet", 1, {Topic::clusterDirectory, Role::primary}},
    {"NSFGetServerStats", 1, {Topic::statistics, Role::primary}},
    {"NSFRemoteConsole", 2, {Topic::serverTasks, Role::standby}},
    {"NSFDbInfoGet", 3, {Topic::profiles, Role::primary}},
    {"NSFSearch", 1, {Topic::stateFolder, Role::primary}},
    {"NSFSearch", 2, {Topic::stateFolder, Role::standby}},
    {"NSFDbReplicaInfoGet", 5, {Topic::stateFlags, Role::primary}},
    {"NSFSearch", 3, {Topic::directoryEntries, std::nullopt}},
    {"NSFGetServerStats", 3, {Topic::queue, Role::primary}},
};

std::string scenario(const Place& place, const std::string& what) {
    return R"({"based_on": "good.json", "state_databases": {"count": 20}, "injections": [{"function": ")" +
           std::string(place.function) + R"(", "call": )" + std::to_string(place.call) + ", " + what + "}]}";
}

/// All answers before the question are there, those from it on are not.
void checkCutOffAt(const ProbeRun& run, const Question& question) {
    CHECK(run.refusedLines.empty());
    CHECK_FALSE(run.report.complete);
    CHECK(interruptedAt(run.report) == question);
    const auto& all = run.report.start->questions;
    const auto here = std::ranges::find(all, question);
    CHECK(run.report.answered == std::vector<Question>(all.begin(), here));
    visitReply(run.report, question,
               [](const auto& answer) { CHECK(answer.reason->kind == ReasonClass::notAnswered); });
}

} // namespace

TEST_CASE("the runtime may end the process at any question: what was answered before stays") {
    for (const Place& place : places) {
        INFO(place.function << " " << place.call);
        const PracticeDomino computer(scenario(place, R"("abort": true)"));
        const ProbeRun run = computer.probe();
        CHECK(run.exitCode == 128 + 6);
        checkCutOffAt(run, place.question);
    }
}

TEST_CASE("the runtime may hang at any question: the limit ends it") {
    for (const std::size_t index : {0U, 3U, 8U, 12U, 16U}) {
        const Place& place = places[index];
        INFO(place.function << " " << place.call);
        const PracticeDomino computer(scenario(place, R"("hang_seconds": 600)"));
        const ProbeRun run = computer.probe({"--limit=4"});
        CHECK(run.exitCode == 4);
        checkCutOffAt(run, place.question);
    }
}

TEST_CASE("what the runtime prints never comes between the answers") {
    for (const Place& place : places) {
        INFO(place.function << " " << place.call);
        const PracticeDomino computer(scenario(place, R"("garbage": true)"));
        const ProbeRun run = computer.probe();
        CHECK(run.exitCode == 0);
        CHECK(run.refusedLines.empty());
        CHECK(run.report.complete);
        CHECK_FALSE(run.errors.empty());
    }
}

TEST_CASE("a call that fails makes one answer unknown, and nothing leaks") {
    for (const Place& place : places) {
        if (std::string_view(place.function) == "NAMEGetTextItem" ||
            std::string_view(place.function) == "NSFDbInfoGet" ||
            std::string_view(place.function) == "SECKFMGetUserName")
            continue; // an item or a title that is missing is no reason; without the ID's name ServerName
                      // does
        INFO(place.function << " " << place.call);
        const PracticeDomino computer(scenario(place, R"("status": "0x4107")"));
        const ProbeRun run = computer.probe();
        CHECK(run.report.complete);
        CHECK(computer.complaints().empty());
        if (place.question.topic == Topic::stateFlags) {
            CHECK(run.report.stateFlags.primary.value->unreadable == 1);
        } else if (place.question.topic == Topic::directoryEntries) {
            CHECK(run.report.directoryEntries.value->readFrom == "CN=Mail01/O=Acme"); // the other one's
        } else {
            visitReply(run.report, place.question, [](const auto& answer) {
                CHECK(answer.verdict == Verdict::unknown);
                CHECK(answer.reason->code == 0x107);
            });
        }
    }
}

TEST_CASE("a runtime that ends the process when it is started leaves the first line") {
    for (const char* what : {R"("abort": true)", R"("exit": 3)"}) {
        const PracticeDomino computer(scenario({"NotesInitExtended", 1, {}}, what));
        const ProbeRun run = computer.probe();
        CHECK(run.exitCode != 0);
        checkCutOffAt(run, {Topic::identity, std::nullopt});
    }
}

TEST_CASE("a reader that goes away ends the run in good order") {
    const PracticeDomino computer("good");
    const Outcome outcome = runToEnd({"bash", "-c",
                                      "set -o pipefail; \"$0\" --root=\"$1\" --primary=P | head -n 1; "
                                      "echo \"code ${PIPESTATUS[0]}\"",
                                      BES_PROBE, computer.root()});
    CHECK(outcome.output.ends_with("code 3\n"));
    CHECK(computer.complaints().empty());
}
