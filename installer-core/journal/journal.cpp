// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.hpp"

#include <array>
#include <stdexcept>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "host/files.hpp"
#include "host/system_reason.hpp"
#include "journal/journal_failure.hpp"
#include "journal/journal_state.hpp"
#include "journal/run_id.hpp"
#include "journal/state_folder.hpp"
#include "model/foreign_json.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::journal {
namespace {

constexpr const char* fileName = "setup.db";

// Format 1 of the file. A later setup reads user_version and upgrades; a newer file is refused.
constexpr int formatVersion = 1;
constexpr std::array schema{
    "CREATE TABLE run (id TEXT PRIMARY KEY, command TEXT NOT NULL, began_at TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('begun', 'committed', 'ended', 'undone')), plan TEXT NOT NULL)",
    // one unfinished run at most: the database keeps what the lock promises
    "CREATE UNIQUE INDEX one_begun_run ON run (state) WHERE state = 'begun'",
    "CREATE TABLE step (run TEXT NOT NULL REFERENCES run, position INTEGER NOT NULL, id TEXT NOT NULL,"
    " state INTEGER NOT NULL, PRIMARY KEY (run, position))",
    "CREATE TABLE effect (run TEXT NOT NULL REFERENCES run, step INTEGER NOT NULL, position INTEGER NOT NULL,"
    " kind INTEGER NOT NULL, path TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (run, step, position))",
    "CREATE TABLE receipt (one INTEGER PRIMARY KEY CHECK (one = 1), run TEXT NOT NULL, receipt TEXT NOT "
    "NULL)",
};

std::filesystem::path file(const host::Root& root) {
    return root(stateFolder()) / fileName;
}

} // namespace

int Journal::State::version() {
    int version = 0;
    int tables = 0;
    // in one statement, for another process may just be making the tables
    sql << "SELECT user_version, (SELECT COUNT(*) FROM sqlite_master) FROM pragma_user_version",
        soci::into(version), soci::into(tables);
    if ((version == 0) != (tables == 0) || version < 0)
        throw std::invalid_argument("no journal");
    return version;
}

void Journal::State::prepare() {
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
    const int found = version();
    if (found > formatVersion || (found != 0 && hasRecords()))
        return;
    soci::transaction transaction(sql);
    if (found == 0)
        for (const char* statement : schema)
            sql << statement;
    makeRecords();
    if (found == 0)
        sql << "PRAGMA user_version = " << formatVersion;
    transaction.commit();
}

std::optional<std::string> Journal::State::runIn(const std::string& state) {
    std::string run;
    sql << "SELECT id FROM run WHERE state = :state ORDER BY id DESC LIMIT 1", soci::use(state),
        soci::into(run);
    return sql.got_data() ? std::optional(run) : std::nullopt;
}

void Journal::State::moveRun(const std::string& run, const std::string& state) {
    sql << "UPDATE run SET state = :state WHERE id = :run", soci::use(state), soci::use(run);
}

Journal::Journal(std::unique_ptr<State> state) : state_(std::move(state)) {
}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<Journal> Journal::open(const host::Root& root) {
    auto state = std::make_unique<State>();
    state->path = file(root);
    // an empty file is a database too; what SQLite makes beside it gets its mode
    TRY(prepareStateFolder(root).and_then([&] { return host::makeFile(state->path, 0600); }));
    TRY_ASSIGN(const int version, state->guarded([&] {
        state->sql.open(soci::sqlite3, "db=\"" + utf8(state->path) + "\" timeout=10");
        state->prepare();
        return state->version();
    }));
    if (version > formatVersion)
        return fail(newerJournal(state->path));
    return Journal(std::move(state));
}

Result<std::optional<Journal>> Journal::openExisting(const host::Root& root) {
    TRY(expectOwnState(root));
    auto state = std::make_unique<State>();
    state->path = file(root);
    std::error_code problem;
    if (!std::filesystem::exists(state->path, problem)) {
        if (problem)
            return fail(notUsable(state->path, host::systemReason(problem)));
        return std::optional<Journal>();
    }
    auto opened = state->guarded([&] {
        // a transaction that a crash cut off can only be rolled back, by SQLite itself, where writing is
        // possible
        const bool cutOff = std::filesystem::exists(utf8(state->path) + "-journal");
        state->sql.open(soci::sqlite3,
                        "db=\"" + utf8(state->path) + "\" timeout=10" + (cutOff ? "" : " readonly=true"));
        return state->version();
    });
    if (!opened)
        return fail(opened.error());
    if (*opened == 0) // killed between making the file and its tables: nothing was written yet
        return std::optional<Journal>();
    if (*opened > formatVersion)
        return fail(newerJournal(state->path));
    return std::optional<Journal>(Journal(std::move(state)));
}

Result<void> Journal::beginRun(std::string_view run, const Plan& plan, const RunOrigin& origin) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        const std::string id(run);
        const std::string began = utcNow();
        const std::string text = formatPlan(plan);
        state_->sql << "INSERT INTO run VALUES (:id, :command, :began, 'begun', :plan)", soci::use(id),
            soci::use(plan.command), soci::use(began), soci::use(text);
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const int position = static_cast<int>(i);
            state_->sql << "INSERT INTO step VALUES (:run, :position, :id, 0)", soci::use(id),
                soci::use(position), soci::use(plan.steps[i].id);
        }
        state_->recordBegin(id, origin);
        transaction.commit();
    });
}

Result<void> Journal::setStepState(std::string_view run, std::size_t step, StepState state) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        const std::string id(run);
        const int position = static_cast<int>(step);
        const int number = static_cast<int>(state);
        state_->sql << "UPDATE step SET state = :state WHERE run = :run AND position = :position",
            soci::use(number), soci::use(id), soci::use(position);
        state_->recordStep(id, position, state);
        transaction.commit();
    });
}

Result<StepState> Journal::stepState(std::string_view run, std::size_t step) {
    return state_->guarded([&] {
        const std::string id(run);
        const int position = static_cast<int>(step);
        int number = 0;
        state_->sql << "SELECT state FROM step WHERE run = :run AND position = :position", soci::use(id),
            soci::use(position), soci::into(number);
        return valueOf(number, StepState::undone);
    });
}

Result<void> Journal::forgetStep(std::string_view run, std::size_t step) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        const std::string id(run);
        const int position = static_cast<int>(step);
        state_->sql << "DELETE FROM effect WHERE run = :run AND step = :step", soci::use(id),
            soci::use(position);
        state_->sql << "UPDATE step SET state = 0 WHERE run = :run AND position = :position", soci::use(id),
            soci::use(position);
        state_->sql << "DELETE FROM step_record WHERE run = :run AND position = :position", soci::use(id),
            soci::use(position);
        transaction.commit();
    });
}

Result<void> Journal::addEffects(std::string_view run, std::size_t step, const std::vector<Effect>& effects) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        const std::string id(run);
        const int stepPosition = static_cast<int>(step);
        int position = 0;
        state_->sql << "SELECT COALESCE(MAX(position) + 1, 0) FROM effect WHERE run = :run AND step = :step",
            soci::use(id), soci::use(stepPosition), soci::into(position);
        int kind = 0;
        std::string path;
        std::string detail;
        soci::statement insert =
            (state_->sql.prepare
                 << "INSERT INTO effect VALUES (:run, :step, :position, :kind, :path, :detail)",
             soci::use(id), soci::use(stepPosition), soci::use(position), soci::use(kind), soci::use(path),
             soci::use(detail));
        for (const Effect& effect : effects) {
            kind = static_cast<int>(effect.kind);
            path = utf8(effect.path);
            detail = effect.detail;
            insert.execute(true);
            ++position;
        }
        transaction.commit();
    });
}

Result<std::vector<Effect>> Journal::effects(std::string_view run, std::size_t step) {
    return state_->guarded([&] {
        const std::string id(run);
        const int position = static_cast<int>(step);
        const soci::rowset<soci::row> rows =
            (state_->sql.prepare << "SELECT kind, path, detail FROM effect WHERE run = :run AND step = :step"
                                    " ORDER BY position",
             soci::use(id), soci::use(position));
        std::vector<Effect> effects;
        for (const soci::row& row : rows)
            effects.push_back({valueOf(row.get<int>(0), Effect::Kind::endedLogon),
                               pathOf(row.get<std::string>(1)), row.get<std::string>(2)});
        return effects;
    });
}

Result<void> Journal::commitRun(std::string_view run, const Receipt& receipt) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        const std::string id(run);
        const std::string text = toJson(receipt).dump();
        state_->sql << "INSERT OR REPLACE INTO receipt VALUES (1, :run, :receipt)", soci::use(id),
            soci::use(text);
        state_->moveRun(id, "committed");
        transaction.commit();
    });
}

Result<void> Journal::commitRemoval(std::string_view run) {
    return state_->guarded([&] {
        soci::transaction transaction(state_->sql);
        state_->sql << "DELETE FROM receipt";
        state_->moveRun(std::string(run), "committed");
        transaction.commit();
    });
}

Result<void> Journal::endCommittedRun(std::string_view run) {
    return state_->guarded([&] { state_->end(std::string(run), "ended"); });
}

Result<void> Journal::endUndoneRun(std::string_view run) {
    return state_->guarded([&] { state_->end(std::string(run), "undone"); });
}

Result<std::optional<UnfinishedRun>> Journal::unfinishedRun() {
    return state_->guarded([&] {
        UnfinishedRun run;
        state_->sql << "SELECT id, command, began_at FROM run WHERE state = 'begun'", soci::into(run.run),
            soci::into(run.command), soci::into(run.since);
        return state_->sql.got_data() ? std::optional(run) : std::nullopt;
    });
}

Result<std::optional<std::string>> Journal::committedRun() {
    return state_->guarded([&] { return state_->runIn("committed"); });
}

Result<UnfinishedRun> Journal::beginOf(std::string_view run) {
    return state_->guarded([&] {
        UnfinishedRun found{std::string(run), {}, {}};
        state_->sql << "SELECT command, began_at FROM run WHERE id = :run", soci::use(found.run),
            soci::into(found.command), soci::into(found.since);
        return found;
    });
}

Result<Plan> Journal::planOf(std::string_view run) {
    const auto text = state_->guarded([&] {
        const std::string id(run);
        std::string plan;
        state_->sql << "SELECT plan FROM run WHERE id = :run", soci::use(id), soci::into(plan);
        return plan;
    });
    if (!text)
        return fail(text.error());
    return parsePlan(*text);
}

Result<std::optional<std::string>> Journal::newestRun() {
    return state_->guarded([&] {
        std::string run;
        state_->sql << "SELECT id FROM run ORDER BY began_at DESC, rowid DESC LIMIT 1", soci::into(run);
        return state_->sql.got_data() ? std::optional(run) : std::nullopt;
    });
}

Result<std::optional<Receipt>> Journal::receipt() {
    return state_->guarded([&]() -> std::optional<Receipt> {
        std::string text;
        state_->sql << "SELECT receipt FROM receipt", soci::into(text);
        if (!state_->sql.got_data())
            return std::nullopt;
        return receiptFromJson(parseForeignJson(text));
    });
}

Result<std::optional<Receipt>> Journal::removedReceipt() {
    const auto plan = state_->guarded([&] {
        std::string text;
        state_->sql << "SELECT CASE command WHEN 'remove' THEN plan ELSE '' END FROM run"
                       " WHERE state IN ('committed', 'ended') ORDER BY began_at DESC, rowid DESC LIMIT 1",
            soci::into(text);
        return text;
    });
    if (!plan)
        return fail(plan.error());
    if (plan->empty())
        return std::nullopt;
    return parsePlan(*plan).map([](Plan&& removal) { return std::optional(std::move(removal.receipt)); });
}

} // namespace bes::journal
