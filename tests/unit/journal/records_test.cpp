// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "journal/journal.hpp"
#include "journal/state_folder.hpp"
#include "model/findings.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using journal::Journal;
using journal::RunState;
using journal::StepState;

namespace {

Plan twoSteps() {
    Plan plan;
    plan.command = "install";
    plan.receipt.catalog = {"BES", "5.0", {}};
    plan.steps = {{"first", "First", ReservePair{"BES01", "S", "c"}, ReleasePair{"BES01"}, 1},
                  {"last", "Last", RecordReceipt{}, NothingToUndo{}, 1}};
    return plan;
}

const std::vector<Finding>& found() {
    static const std::vector<Finding> findings{
        passed("disk.space", "There is enough space", "needs 1 MiB"),
        warning("computer.clock", "The clock is wrong", "it says 1970\nin two lines",
                {"Set it", {{"media.trust", "x"}}, "date -s"}),
        unknownBlocker(ExitCode::domino, "domino.one-cluster", "It is not known", "why", "Do it")};
    return findings;
}

Failure failure() {
    return {ExitCode::diskSpace,
            "file.no-space",
            "The disk is full",
            "0 bytes are free",
            "Free some",
            {{"folders.install", "/srv"}},
            "df"};
}

Journal opened(const TemporaryFolder& root) {
    return std::move(Journal::open(host::Root(root.path())).value());
}

} // namespace

TEST_CASE("The journal keeps who began a run, what was found, when its steps were, and why it failed") {
    const TemporaryFolder root;
    Journal journal = opened(root);
    REQUIRE(journal.beginRun("run-1", twoSteps(), {"alice", found()}));
    REQUIRE(journal.setStepState("run-1", 0, StepState::begun));
    REQUIRE(journal.keepFailure("run-1", failure()));
    REQUIRE(journal.setStepState("run-1", 0, StepState::undone));
    REQUIRE(journal.endUndoneRun("run-1"));

    const auto runs = journal.runs().value();
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].id == "run-1");
    CHECK(runs[0].command == "install");
    CHECK(runs[0].state == RunState::undone);
    CHECK(runs[0].account == "alice");
    CHECK_FALSE(runs[0].setupVersion.empty());
    CHECK(runs[0].beganAt <= runs[0].endedAt);
    CHECK(runs[0].steps == 2);
    CHECK(runs[0].stepsDone == 0);
    CHECK(runs[0].failure == failure());
    CHECK(journal.findingsOf("run-1").value() == found());
    const auto steps = journal.stepsOf("run-1").value();
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].state == StepState::undone);
    CHECK_FALSE(steps[0].beganAt.empty());
    CHECK(steps[0].beganAt <= steps[0].endedAt);
    CHECK(steps[1] == journal::RecordedStep{"last", StepState::pending, "", ""});
}

TEST_CASE("A step that is forgotten has no times either, until it begins again") {
    const TemporaryFolder root;
    Journal journal = opened(root);
    REQUIRE(journal.beginRun("run-1", twoSteps()));
    REQUIRE(journal.setStepState("run-1", 0, StepState::begun));
    REQUIRE(journal.forgetStep("run-1", 0));
    CHECK(journal.stepsOf("run-1").value()[0].beganAt.empty());
    REQUIRE(journal.setStepState("run-1", 0, StepState::begun));
    CHECK_FALSE(journal.stepsOf("run-1").value()[0].beganAt.empty());
}

TEST_CASE("The newest run comes first, also of two that began in one second") {
    const TemporaryFolder root;
    Journal journal = opened(root);
    for (const char* run : {"run-2", "run-1", "run-3"}) {
        REQUIRE(journal.beginRun(run, twoSteps()));
        REQUIRE(journal.commitRun(run, {}));
        REQUIRE(journal.endCommittedRun(run));
    }
    const auto runs = journal.runs().value();
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].id == "run-3");
    CHECK(runs[1].id == "run-1");
    CHECK(runs[2].id == "run-2");
    CHECK(runs[0].state == RunState::ended);
    CHECK_FALSE(runs[0].failure);
}

TEST_CASE("A journal that an older setup left is read as far as it goes, and then has records") {
    const TemporaryFolder root;
    {
        Journal journal = opened(root);
        REQUIRE(journal.beginRun("run-1", twoSteps(), {"alice", found()}));
        REQUIRE(journal.endUndoneRun("run-1"));
    }
    RawSqlite(host::Root(root.path())(journal::stateFolder()) / "setup.db")
        .run("DROP TABLE run_record; DROP TABLE step_record;");
    {
        auto reading = Journal::openExisting(host::Root(root.path())).value();
        REQUIRE(reading);
        const auto runs = reading->runs().value();
        REQUIRE(runs.size() == 1);
        CHECK(runs[0].account.empty());
        CHECK(runs[0].endedAt.empty());
        CHECK(reading->stepsOf("run-1").value().size() == 2);
        CHECK_FALSE(reading->findingsOf("run-1").value());
    }
    Journal journal = opened(root);
    CHECK_FALSE(journal.findingsOf("run-1").value());
    REQUIRE(journal.beginRun("run-2", twoSteps(), {"bob", found()}));
    CHECK(journal.runs().value()[0].account == "bob");
    CHECK(journal.runs().value()[1].account.empty());
    CHECK(journal.findingsOf("run-2").value() == found());
}

TEST_CASE("Rubbish in a record is a damaged journal, not a crash") {
    const TemporaryFolder root;
    {
        Journal journal = opened(root);
        REQUIRE(journal.beginRun("run-1", twoSteps(), {"alice", found()}));
    }
    RawSqlite(host::Root(root.path())(journal::stateFolder()) / "setup.db")
        .run("UPDATE run_record SET findings = '[{\"id\": 7}]', failure = '{';");
    Journal journal = opened(root);
    CHECK(journal.findingsOf("run-1").error().id == "journal.damaged");
    CHECK(journal.runs().error().id == "journal.damaged");
    CHECK(journal.unfinishedRun().value()->run == "run-1");
}
