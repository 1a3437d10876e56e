// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

#include "journal/journal.hpp"
#include "journal/state_folder.hpp"
#include "model/json.hpp"
#include "model/json_text.hpp"
#include "model/plan.hpp"
#include "model/receipt.hpp"
#include "places_of_tests.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/temporary_folder.hpp"

// What setup leaves on a computer is read by later versions of it: tests/golden has a folder for each
// version, and what stands there is never changed once the version is released (tests/golden/write makes a
// new one).

using namespace bes;

namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::set<fs::path> versions() {
    std::set<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(fs::path(BES_SOURCE_DIR) / "tests/golden"))
        if (entry.is_directory())
            folders.insert(entry.path());
    return folders;
}

fs::path newest() {
    return fs::path(BES_SOURCE_DIR) / "tests/golden" / BES_VERSION;
}

template<typename Variant>
std::set<std::size_t> kindsOf(const Plan& plan, Variant Step::*member) {
    std::set<std::size_t> kinds;
    for (const Step& step : plan.steps)
        kinds.insert((step.*member).index());
    return kinds;
}

} // namespace

TEST_CASE("There is a set of documents of this version") {
    REQUIRE(versions().contains(newest()));
}

TEST_CASE("A plan of every version can be read") {
    for (const fs::path& folder : versions()) {
        INFO(folder);
        const auto plan = parsePlan(textOf(folder / "plan.json"));
        REQUIRE(plan.has_value());
        CHECK_FALSE(plan->steps.empty());
    }
}

TEST_CASE("A receipt of every version can be read") {
    for (const fs::path& folder : versions()) {
        INFO(folder);
        const Receipt receipt = receiptFromJson(Json::parse(textOf(folder / "receipt.json")));
        CHECK(receipt.standby == "BES-NORTH-standby");
        CHECK_FALSE(receipt.files.empty());
    }
}

TEST_CASE("A journal of every version, with a run that was interrupted, can be read") {
    for (const fs::path& folder : versions()) {
        INFO(folder);
        const TemporaryFolder computer;
        const host::Root root(computer.path());
        const fs::path state = root(journal::stateFolder());
        fs::create_directories(state);
        fs::permissions(state, fs::perms::owner_all);
        RawSqlite(state / "setup.db").run(textOf(folder / "setup.sql"));

        auto opened = journal::Journal::open(root);
        REQUIRE(opened.has_value());
        const auto unfinished = opened->unfinishedRun();
        REQUIRE(unfinished.has_value());
        REQUIRE(unfinished->has_value());
        const std::string run = (*unfinished)->run;
        const auto plan = opened->planOf(run);
        REQUIRE(plan.has_value());
        CHECK(opened->stepState(run, 0).value() == journal::StepState::done);
        CHECK(opened->stepState(run, 1).value() == journal::StepState::begun);
        const auto effects = opened->effects(run, 1);
        REQUIRE(effects.has_value());
        REQUIRE_FALSE(effects->empty());
        for (std::size_t kind = 0; kind < effects->size(); ++kind)
            CHECK(static_cast<std::size_t>((*effects)[kind].kind) == kind);
        CHECK(opened->receipt().value()->standby == "BES-NORTH-standby");
    }
}

TEST_CASE("The set of this version has every action and every undo, and is what this version writes") {
    const std::string text = textOf(newest() / "plan.json");
    const auto plan = parsePlan(text);
    REQUIRE(plan.has_value());
    CHECK(kindsOf(*plan, &Step::action).size() == std::variant_size_v<Action>);
    CHECK(kindsOf(*plan, &Step::undo).size() == std::variant_size_v<Undo>);
    CHECK(formatPlan(*plan) == text);
    const std::string receiptText = textOf(newest() / "receipt.json");
    CHECK(formatDocument(toJson(receiptFromJson(Json::parse(receiptText)))) == receiptText);
}
