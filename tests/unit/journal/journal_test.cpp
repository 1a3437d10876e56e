// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>
#include <set>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "host/root.hpp"
#include "journal/journal.hpp"
#include "journal/run_id.hpp"
#include "journal/state_folder.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using journal::Effect;
using journal::Journal;
using journal::StepState;

namespace {

Plan twoSteps(const std::filesystem::path& root) {
    Plan plan;
    plan.command = "install";
    plan.request.primary = "BES01";
    plan.request.root = root;
    plan.receipt.catalog = {"BES", "5.0", {}};
    plan.steps = {{"first", "First", ReservePair{"BES01", "S", "c"}, ReleasePair{"BES01"}, 1},
                  {"last", "Last", RecordReceipt{}, NothingToUndo{}, 1}};
    return plan;
}

Journal opened(const TemporaryFolder& root) {
    auto journal = Journal::open(host::Root(root.path()));
    REQUIRE(journal.has_value());
    return std::move(*journal);
}

} // namespace

TEST_CASE("Looking for a journal makes none") {
    const TemporaryFolder root;
    const auto found = Journal::openExisting(host::Root(root.path()));
    REQUIRE(found.has_value());
    CHECK_FALSE(found->has_value());
    CHECK(std::filesystem::is_empty(root.path()));
}

TEST_CASE("A run that did not come to its end is found again, with its plan, states and effects") {
    const TemporaryFolder root;
    const Plan plan = twoSteps(root.path());
    const std::vector<Effect> effects{{Effect::Kind::newFolder, "/opt/x", ""},
                                      {Effect::Kind::replacedFile, "/opt/x/a", "/opt/x/.kept/0"}};
    {
        Journal journal = opened(root);
        REQUIRE(journal.beginRun("run-1", plan));
        REQUIRE(journal.setStepState("run-1", 0, StepState::begun));
        REQUIRE(journal.addEffects("run-1", 0, effects));
        REQUIRE(journal.addEffects("run-1", 0, {{Effect::Kind::newFile, "/opt/x/b", ""}}));
    }
    Journal journal = opened(root);
    const auto unfinished = journal.unfinishedRun();
    REQUIRE(unfinished.has_value());
    REQUIRE(unfinished->has_value());
    CHECK((*unfinished)->run == "run-1");
    CHECK(journal.planOf("run-1").value() == plan);
    CHECK(journal.stepState("run-1", 0).value() == StepState::begun);
    CHECK(journal.stepState("run-1", 1).value() == StepState::pending);
    const auto read = journal.effects("run-1", 0).value();
    REQUIRE(read.size() == 3);
    CHECK(read[0] == effects[0]);
    CHECK(read[1] == effects[1]);
    CHECK(read[2].path == "/opt/x/b");
}

TEST_CASE("A number that setup never wrote is damage, not a state of a step or a kind of effect") {
    for (const char* change : {"UPDATE step SET state = 4", "UPDATE step SET state = -1",
                               "UPDATE effect SET kind = 16", "UPDATE effect SET kind = -1"}) {
        CAPTURE(change);
        const TemporaryFolder root;
        REQUIRE(opened(root).beginRun("run-1", twoSteps(root.path())));
        REQUIRE(opened(root).addEffects("run-1", 0, {{Effect::Kind::registryValue, "/opt/x", ""}}));
        CHECK(opened(root).effects("run-1", 0));
        soci::session(soci::sqlite3, (host::Root(root.path())(journal::stateFolder()) / "setup.db").string())
            << change;
        Journal journal = opened(root);
        const auto state = journal.stepState("run-1", 0);
        const auto effects = journal.effects("run-1", 0);
        REQUIRE(state.has_value() != effects.has_value());
        CHECK((state ? effects.error() : state.error()).id == "journal.damaged");
    }
}

TEST_CASE("The receipt and the end of the run come together") {
    const TemporaryFolder root;
    Journal journal = opened(root);
    const Plan plan = twoSteps(root.path());
    REQUIRE(journal.beginRun("run-1", plan));
    CHECK_FALSE(journal.receipt().value().has_value());
    Receipt receipt = plan.receipt;
    receipt.run = "run-1";
    receipt.files = {{"/opt/x/a", FileType::regular, Rights::ofMode(0640), 5, std::string(64, 'a')}};
    REQUIRE(journal.commitRun("run-1", receipt));
    CHECK_FALSE(journal.unfinishedRun().value().has_value());
    CHECK(journal.committedRun().value() == "run-1");
    CHECK(journal.receipt().value() == receipt);
    REQUIRE(journal.endCommittedRun("run-1"));
    CHECK_FALSE(journal.committedRun().value().has_value());
}

TEST_CASE("A second run can't begin while one is unfinished") {
    const TemporaryFolder root;
    Journal journal = opened(root);
    REQUIRE(journal.beginRun("run-1", twoSteps(root.path())));
    CHECK_FALSE(journal.beginRun("run-2", twoSteps(root.path())).has_value());
    REQUIRE(journal.endUndoneRun("run-1"));
    CHECK(journal.beginRun("run-2", twoSteps(root.path())).has_value());
    CHECK(journal.newestRun().value() == "run-2");
}

TEST_CASE("A journal that is no database, or somebody else's, is a failure that names the file and says how "
          "to go on") {
    const TemporaryFolder root;
    const auto folder = host::Root(root.path())(journal::stateFolder());
    std::filesystem::create_directories(folder);
    const auto file = folder / "setup.db";
    SECTION("text") {
        std::ofstream(file) << std::string(5000, 'x');
    }
    SECTION("a database of others") {
        soci::session(soci::sqlite3, "db=\"" + file.string() + "\"") << "CREATE TABLE run (mine TEXT)";
    }
    SECTION("a database of others with the number of our format") {
        soci::session others(soci::sqlite3, "db=\"" + file.string() + "\"");
        others << "PRAGMA user_version = 1";
    }
    const auto size = std::filesystem::file_size(file);
    for (const Failure& failure : {Journal::openExisting(host::Root(root.path())).error(),
                                   Journal::open(host::Root(root.path())).error()}) {
        CHECK(failure.id == "journal.damaged");
        CHECK(failure.code == ExitCode::blocked);
        CHECK(failure.what.find("setup.db") != std::string::npos);
        CHECK(failure.remedy.find("from a backup") != std::string::npos);
    }
    CHECK(std::filesystem::file_size(file) == size);
}

TEST_CASE("A journal of a newer setup is left to that") {
    const TemporaryFolder root;
    opened(root);
    const auto file = host::Root(root.path())(journal::stateFolder()) / "setup.db";
    soci::session(soci::sqlite3, "db=\"" + file.string() + "\"") << "PRAGMA user_version = 2";
    for (const Failure& failure : {Journal::openExisting(host::Root(root.path())).error(),
                                   Journal::open(host::Root(root.path())).error()}) {
        CHECK(failure.id == "journal.newer");
        CHECK(failure.remedy == "Use that version of setup");
    }
}

TEST_CASE("Ids of runs are never the same twice and sort by time") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(journal::newRunId());
    CHECK(ids.size() == 1000);
}
