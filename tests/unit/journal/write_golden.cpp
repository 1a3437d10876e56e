// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "journal/journal.hpp"
#include "model/catalog.hpp"
#include "model/json_text.hpp"
#include "places_of_tests.hpp"
#include "support/sample_documents.hpp"

// tests/golden/write calls it, where the folder is named.

using namespace bes;
using journal::Effect;

namespace {

namespace fs = std::filesystem;

/// Each kind once, in the order of their numbers, which are in journals.
std::vector<Effect> everyEffect() {
    return {{Effect::Kind::newFile, "/opt/bes-standby/router/bin", ""},
            {Effect::Kind::replacedFile, "/opt/bes-standby/router/share", "/opt/bes-standby/.replaced/0"},
            {Effect::Kind::newFolder, "/opt/bes-standby", Effect::withContent},
            {Effect::Kind::newAccount, "bes", ""},
            {Effect::Kind::newTask, "/local/notesdata/notes.ini", "BES"},
            {Effect::Kind::stoppedService, "bes-router.service", ""},
            {Effect::Kind::removedTask, "/local/notesdata/notes.ini", "BES"},
            {Effect::Kind::changedRights, "/opt/bes-standby/router/bin", "644 0 0"},
            {Effect::Kind::movedAway, "/opt/bes-standby/notes.txt", "/opt/.bes-standby-kept/1"},
            {Effect::Kind::handedOver, "/var/log/bes-standby/router.log", "998 998 0"},
            {Effect::Kind::newService, "BlackBerry Router", ""},
            {Effect::Kind::replacedService, "BlackBerry Policy Service", "{}"},
            {Effect::Kind::newRegistryKey, "HKLM/SOFTWARE/A", R"({"view":"64-bit","key":"SOFTWARE\\A"})"},
            {Effect::Kind::registryValue, "HKLM/SOFTWARE/A/b",
             R"({"view":"64-bit","key":"SOFTWARE\\A","name":"b"})"}};
}

Catalog shipped() {
    std::ostringstream text;
    text << std::ifstream(fs::path(BES_SOURCE_DIR) / "resources/catalog/bes-5.0-domino.json",
                          std::ios::binary)
                .rdbuf();
    return samples::sampleCatalog(parseCatalog(text.str()).value());
}

} // namespace

TEST_CASE("writes the documents of this version", "[.write]") {
    const char* named = std::getenv("BES_GOLDEN"); // NOLINT(concurrency-mt-unsafe): one thread
    REQUIRE(named != nullptr);
    const fs::path folder = named;
    const Plan plan = samples::samplePlan(shipped());
    std::ofstream(folder / "plan.json", std::ios::binary) << formatPlan(plan);
    std::ofstream(folder / "receipt.json", std::ios::binary) << formatDocument(toJson(plan.receipt));
    auto opened = journal::Journal::open(host::Root(folder)).value();
    REQUIRE(opened.beginRun("20261122-090000", plan));
    REQUIRE(opened.commitRun("20261122-090000", plan.receipt));
    REQUIRE(opened.endCommittedRun("20261122-090000"));
    REQUIRE(opened.beginRun("20261122-100000", plan));
    REQUIRE(opened.setStepState("20261122-100000", 0, journal::StepState::done));
    REQUIRE(opened.setStepState("20261122-100000", 1, journal::StepState::begun));
    REQUIRE(opened.addEffects("20261122-100000", 1, everyEffect()));
}
