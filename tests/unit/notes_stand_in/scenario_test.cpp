// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <csignal>
#include <filesystem>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "stand_in_process.hpp"

using Catch::Matchers::Contains;
using notes::Functions;
using namespace nlohmann::literals;
using Json = nlohmann::json;

namespace {

constexpr const char* primary = "CN=Mail01/O=Acme";
constexpr const char* standby = "CN=Mail11/O=Acme";

std::string latency(const Functions& api, const char* server) {
    return hex(api.NSFGetServerLatency(server, 0, nullptr, nullptr, nullptr));
}

notes::Status count(void* context, const notes::SearchMatch* match, const void*) {
    *static_cast<int*>(context) += match->flags & notes::searchMatches;
    return 0;
}

std::string stateDatabases(const Functions& api) {
    const notes::DatabaseHandle directory = openDatabase(api, standby, "BES\\State");
    int found = 0;
    (void)api.NSFSearch(directory, 0, nullptr, notes::searchFiletype,
                        notes::fileNsf | notes::fileWithoutParent, nullptr, &count, &found, nullptr);
    (void)api.NSFDbClose(directory);
    return std::to_string(found);
}

} // namespace

TEST_CASE("every scenario of the lab can be used") {
    std::size_t scenarios = 0;
    for (const auto& entry : std::filesystem::directory_iterator(NOTES_STAND_IN_SCENARIOS)) {
        const std::string name = entry.path().stem().string();
        CAPTURE(name);
        const Outcome outcome =
            StandIn(name.c_str()).run([](Functions& api) { return latency(api, standby); });
        CHECK(outcome.answer == (name == "wrong-account"       ? "init 0x102"
                                 : name == "non-ascii-servers" ? "0x803"
                                                               : "0x0"));
        CHECK(outcome.signal == 0);
        ++scenarios;
    }
    CHECK(scenarios >= 30);
}

TEST_CASE("a mistake in a scenario is told with its place") {
    const Outcome outcome =
        StandIn(R"({"servers": {"CN=Mail01/O=Acme": {"clutser": "Acme"}}})"_json).run([](Functions&) {
            return "";
        });
    CHECK(outcome.signal == SIGABRT);
    CHECK_THAT(outcome.panic(), Contains("CN=Mail01/O=Acme: unknown key \"clutser\""));
}

TEST_CASE("a status can be injected into one call, to one server") {
    const StandIn standIn(R"({"injections": [
        {"function": "NSFGetServerLatency", "server": "CN=Mail01/O=Acme", "call": 2, "status": "0x4A07"}]})"_json);
    const Outcome outcome = standIn.run([](Functions& api) {
        return join(
            {latency(api, primary), latency(api, standby), latency(api, primary), latency(api, primary)});
    });
    CHECK(outcome.answer == "0x0|0x0|0x4A07|0x0");
}

TEST_CASE("a call can hang, end the process or write rubbish") {
    const auto once = [](Functions& api) { return latency(api, primary); };
    const auto injected = [](Json what) {
        what["function"] = "NSFGetServerLatency";
        return StandIn(Json{{"injections", Json::array({what})}});
    };
    const auto before = std::chrono::steady_clock::now();
    CHECK(injected({{"hang_seconds", 0.3}}).run(once).answer == "0x0");
    CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(300));
    CHECK(injected({{"abort", true}}).run(once).signal == SIGABRT);
    CHECK(injected({{"exit", 3}}).run(once).exitCode == 3);
    CHECK(injected({{"garbage", "%!"}}).run(once).output == "%!");
    CHECK(injected({{"garbage", true}}).run(once).output.size() > 20);
}

TEST_CASE("a scenario changes with the calls and from run to run") {
    const StandIn byCalls(R"({"remote_bit": "never", "changes": [
        {"after_calls": {"NSFGetServerLatency": 1}, "then": {"servers": {"CN=Mail01/O=Acme": {"status": "0x807"}}}}]})"_json);
    CHECK(byCalls.run([](Functions& api) {
                     return join({latency(api, primary), latency(api, primary)});
                 })
              .answer == "0x0|0x807");

    const StandIn byRuns("arriving-by-run");
    CHECK(byRuns.run(stateDatabases).answer == "0");
    CHECK(byRuns.run(stateDatabases).answer == "150");
    CHECK(byRuns.run(stateDatabases).answer == "250");
}

TEST_CASE("a scenario changes with the time since its first run") {
    const StandIn standIn(
        R"({"servers": {"CN=Mail11/O=Acme": {"state_databases": {"missing": 250}}}, "changes": [
        {"after_seconds": 0.4, "then": {"servers": {"CN=Mail11/O=Acme": {"state_databases": {"missing": 10}}}}}]})"_json);
    CHECK(standIn.run(stateDatabases).answer == "0");
    ::usleep(500'000);
    CHECK(standIn.run(stateDatabases).answer == "240");
}
