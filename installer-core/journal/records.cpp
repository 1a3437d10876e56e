// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <soci/sqlite3/soci-sqlite3.h>

#include "journal/journal_state.hpp"
#include "model/finding_json.hpp"
#include "model/foreign_json.hpp"
#include "text/utc.hpp"

namespace bes::journal {
namespace {

// They stand beside the tables of format 1 and change nothing of them: an older setup goes on with the file,
// and leaves no record of what it does.
constexpr std::array schema{
    "CREATE TABLE run_record (run TEXT PRIMARY KEY REFERENCES run, account TEXT NOT NULL, setup TEXT NOT "
    "NULL,"
    " findings TEXT NOT NULL, failure TEXT NOT NULL DEFAULT '', ended_at TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE step_record (run TEXT NOT NULL REFERENCES run, position INTEGER NOT NULL,"
    " began_at TEXT NOT NULL DEFAULT '', ended_at TEXT NOT NULL DEFAULT '', PRIMARY KEY (run, position))",
};

const JsonLimits limits{.lines = {"evidence", "why", "advice", "title", "what", "command"}};

RunState stateFromText(const std::string& text) {
    for (const auto& [word, state] : {std::pair{"begun", RunState::begun},
                                      {"committed", RunState::committed},
                                      {"ended", RunState::ended},
                                      {"undone", RunState::undone}})
        if (text == word)
            return state;
    throw std::invalid_argument("unknown state in the journal");
}

/// What is no such document was not written by setup: the journal is damaged.
template<class T>
T kept(const std::string& text, T (*read)(const Json&)) {
    try {
        return read(parseForeignJson(text, limits));
    } catch (const nlohmann::json::exception& error) {
        throw std::invalid_argument(error.what());
    }
}

// Whole statements, with the columns in the order in which they are read. An older setup has left no records.
constexpr const char* runsWithRecords =
    "SELECT run.id, run.command, run.state, run.began_at,"
    " (SELECT COUNT(*) FROM step WHERE step.run = run.id),"
    " (SELECT COUNT(*) FROM step WHERE step.run = run.id AND step.state = 2),"
    " COALESCE(account, ''), COALESCE(setup, ''), COALESCE(ended_at, ''), COALESCE(failure, '')"
    " FROM run LEFT JOIN run_record ON run_record.run = run.id";
constexpr const char* runsWithoutRecords =
    "SELECT run.id, run.command, run.state, run.began_at,"
    " (SELECT COUNT(*) FROM step WHERE step.run = run.id),"
    " (SELECT COUNT(*) FROM step WHERE step.run = run.id AND step.state = 2), '', '', '', ''"
    " FROM run";
constexpr const char* newestFirst = " ORDER BY run.began_at DESC, run.rowid DESC";
constexpr const char* onlyOne = " WHERE run.id = :run";
constexpr const char* allSteps =
    "SELECT step.id, step.state, COALESCE(began_at, ''), COALESCE(ended_at, '') FROM step"
    " LEFT JOIN step_record ON step_record.run = step.run AND step_record.position = step.position"
    " WHERE step.run = :run ORDER BY step.position";
constexpr const char* allStepsWithoutRecords =
    "SELECT id, state, '', '' FROM step WHERE run = :run ORDER BY position";

/// Bound to variables: of an expression SOCI does not know the type.
struct RunRow {
    RecordedRun run;
    std::string state, failure;
    int steps = 0, done = 0;
};

RecordedRun recorded(const RunRow& row) {
    RecordedRun run = row.run;
    run.state = stateFromText(row.state);
    run.steps = static_cast<std::size_t>(row.steps);
    run.stepsDone = static_cast<std::size_t>(row.done);
    if (!row.failure.empty())
        run.failure = kept(row.failure, failureFromJson);
    return run;
}

} // namespace

bool Journal::State::hasRecords() {
    int tables = 0;
    sql << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('run_record', "
           "'step_record')",
        soci::into(tables);
    return tables == static_cast<int>(schema.size());
}

void Journal::State::makeRecords() {
    for (const char* statement : schema)
        sql << statement;
}

void Journal::State::recordBegin(const std::string& run, const RunOrigin& origin) {
    const std::string setup = BES_VERSION;
    const std::string findings = toJson(origin.findings).dump(-1, ' ', false, Json::error_handler_t::replace);
    sql << "INSERT INTO run_record (run, account, setup, findings) VALUES (:run, :account, :setup, "
           ":findings)",
        soci::use(run), soci::use(origin.account), soci::use(setup), soci::use(findings);
}

void Journal::State::end(const std::string& run, const std::string& state) {
    soci::transaction transaction(sql);
    const std::string now = utcNow();
    moveRun(run, state);
    sql << "UPDATE run_record SET ended_at = :now WHERE run = :run", soci::use(now), soci::use(run);
    transaction.commit();
}

void Journal::State::recordStep(const std::string& run, int step, StepState state) {
    const std::string now = utcNow();
    if (state == StepState::begun)
        sql << "INSERT INTO step_record (run, position, began_at) VALUES (:run, :step, :now)"
               " ON CONFLICT (run, position) DO UPDATE SET began_at = excluded.began_at, ended_at = ''",
            soci::use(run), soci::use(step), soci::use(now);
    else
        sql << "UPDATE step_record SET ended_at = :now WHERE run = :run AND position = :step", soci::use(now),
            soci::use(run), soci::use(step);
}

Result<void> Journal::keepFailure(std::string_view run, const Failure& failure) {
    return state_->guarded([&] {
        const std::string id(run);
        const std::string text = toJson(failure).dump(-1, ' ', false, Json::error_handler_t::replace);
        state_->sql << "UPDATE run_record SET failure = :failure WHERE run = :run", soci::use(text),
            soci::use(id);
    });
}

Result<std::vector<RecordedRun>> Journal::runs() {
    return state_->guarded([&] {
        RunRow row;
        const std::string select = state_->hasRecords() ? runsWithRecords : runsWithoutRecords;
        soci::statement all =
            (state_->sql.prepare << select + newestFirst, soci::into(row.run.id), soci::into(row.run.command),
             soci::into(row.state), soci::into(row.run.beganAt), soci::into(row.steps), soci::into(row.done),
             soci::into(row.run.account), soci::into(row.run.setupVersion), soci::into(row.run.endedAt),
             soci::into(row.failure));
        std::vector<RecordedRun> runs;
        for (bool more = all.execute(true); more; more = all.fetch())
            runs.push_back(recorded(row));
        return runs;
    });
}

Result<RecordedRun> Journal::recordOf(std::string_view run) {
    return state_->guarded([&] {
        RunRow row;
        const std::string id(run);
        const std::string select = state_->hasRecords() ? runsWithRecords : runsWithoutRecords;
        state_->sql << select + onlyOne, soci::use(id), soci::into(row.run.id), soci::into(row.run.command),
            soci::into(row.state), soci::into(row.run.beganAt), soci::into(row.steps), soci::into(row.done),
            soci::into(row.run.account), soci::into(row.run.setupVersion), soci::into(row.run.endedAt),
            soci::into(row.failure);
        return recorded(row);
    });
}

Result<std::vector<RecordedStep>> Journal::stepsOf(std::string_view run) {
    return state_->guarded([&] {
        const std::string id(run);
        RecordedStep step;
        int state = 0;
        soci::statement all =
            (state_->sql.prepare << (state_->hasRecords() ? allSteps : allStepsWithoutRecords), soci::use(id),
             soci::into(step.id), soci::into(state), soci::into(step.beganAt), soci::into(step.endedAt));
        std::vector<RecordedStep> steps;
        for (bool more = all.execute(true); more; more = all.fetch()) {
            steps.push_back(step);
            steps.back().state = valueOf(state, StepState::undone);
        }
        return steps;
    });
}

Result<std::optional<std::vector<Finding>>> Journal::findingsOf(std::string_view run) {
    return state_->guarded([&]() -> std::optional<std::vector<Finding>> {
        if (!state_->hasRecords())
            return std::nullopt;
        const std::string id(run);
        std::string text;
        state_->sql << "SELECT findings FROM run_record WHERE run = :run", soci::use(id), soci::into(text);
        if (!state_->sql.got_data())
            return std::nullopt;
        return kept(text, findingsFromJson);
    });
}

} // namespace bes::journal
