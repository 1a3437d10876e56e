// SPDX-License-Identifier: Apache-2.0
#include "probe_run.hpp"
#include "places_of_tests.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "host/accounts.hpp"
#include "host/own_process.hpp"
#include "host/process.hpp"

using namespace bes;

namespace {

bool isGiven(const std::vector<std::string>& options, const std::string& name) {
    return std::ranges::any_of(options, [&](const std::string& option) { return option.starts_with(name); });
}

} // namespace

Outcome runToEnd(const std::vector<std::string>& words) {
    const auto outcome = host::run(words, std::chrono::minutes(2));
    INFO((outcome ? "" : outcome.error().what + ": " + outcome.error().why));
    REQUIRE(outcome);
    return {outcome->exitCode, outcome->output, outcome->errors};
}

bool runsAsRoot() {
    return host::isAdministrator();
}

std::string dominoAccount() {
    return runsAsRoot() ? "nobody" : host::accountName(host::currentUser());
}

PracticeDomino::PracticeDomino(const std::string& scenario, const std::string& library) {
    std::string name = scenario;
    if (scenario.starts_with('{')) {
        name = folder_.path() / "own.json";
        std::ofstream(name) << scenario;
    }
    std::vector<std::string> words{BES_SOURCE_DIR "/app/practice/install-stand-in", "--build", BES_BUILD_DIR,
                                   "--library", library};
    if (runsAsRoot())
        words.insert(words.end(), {"--owner", dominoAccount()});
    words.insert(words.end(), {root(), name});
    const Outcome outcome = runToEnd(words);
    INFO(outcome.errors);
    REQUIRE(outcome.exitCode == 0);
}

ProbeRun PracticeDomino::probe(std::vector<std::string> options) const {
    std::vector<std::string> words{BES_PROBE};
    for (const auto& [name, value] : {std::pair<std::string, std::string>{"--primary", "Mail01/Acme"},
                                      {"--interval", "0.01"},
                                      {"--root", root()}})
        if (!isGiven(options, name))
            words.push_back(name + "=" + value);
    std::ranges::move(options, std::back_inserter(words));
    const Outcome outcome = runToEnd(words);
    ProbeRun run{outcome.exitCode, {}, {}, outcome.errors};
    std::istringstream lines(outcome.output);
    for (std::string line; std::getline(lines, line);)
        if (!domino::readLine(line, run.report))
            run.refusedLines.push_back(line);
    return run;
}

std::vector<std::string> PracticeDomino::complaints() const {
    std::vector<std::string> found;
    std::ifstream report(root() / "local/notesdata/notes-stand-in.report");
    for (std::string line; std::getline(report, line);) {
        const auto event = nlohmann::json::parse(line);
        const bool leaks = event.contains("leaks") && !event["leaks"].empty();
        const auto expected = {"init", "init refused", "term"};
        if (leaks || std::ranges::find(expected, event["event"].get<std::string>()) == expected.end())
            found.push_back(line);
    }
    return found;
}
