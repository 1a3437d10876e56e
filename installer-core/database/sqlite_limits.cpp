// SPDX-License-Identifier: Apache-2.0
#include "database/sqlite_limits.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <thread>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "host/interruption.hpp"

namespace bes::database {
namespace {

namespace api = sqlite_api;
using Clock = std::chrono::steady_clock;

struct Limit {
    int id;
    int value;
};

constexpr std::array limits{
    Limit{SQLITE_LIMIT_LENGTH, 1 << 20},     // bytes of a text or row
    Limit{SQLITE_LIMIT_SQL_LENGTH, 1 << 20}, // of a statement of the schema, too
    Limit{SQLITE_LIMIT_COLUMN, 200},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 100},
    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 20},
    Limit{SQLITE_LIMIT_VDBE_OP, 100'000},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 20},
    Limit{SQLITE_LIMIT_ATTACHED, 0}, // no other file
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
};

/// Of SQLite in the whole process, the journal too. A schema with millions of tables would take gigabytes.
constexpr long long mostMemory = 256LL << 20U;

/// Steps of SQLite's machine between two looks at the clock: some tenths of a millisecond.
constexpr int stepsBetween = 10'000;

/// The deadline in milliseconds of the clock is all that it is told, so that nothing has to live as long as
/// the connection.
int isOver(void* deadline) {
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch());
    return now.count() >= static_cast<std::intptr_t>(reinterpret_cast<std::uintptr_t>(deadline)) ? 1 : 0;
}

void* asArgument(Clock::time_point deadline) {
    const auto since = std::chrono::ceil<std::chrono::milliseconds>(deadline.time_since_epoch());
    // NOLINTNEXTLINE(performance-no-int-to-ptr): SQLite hands a pointer on, here a number
    return reinterpret_cast<void*>(static_cast<std::uintptr_t>(since.count()));
}

/// For a lock, of the thread that uses the connection.
struct Wait {
    Clock::time_point begin;
    bool asOfSignal = false; ///< it begins when a stop was asked for already
    bool cutOff = false;
};
thread_local Wait wait;

/// SQLite calls it when it finds a lock held; `before` says how often it did so for the same one.
int waitOnce(void* patience, int before) {
    constexpr std::chrono::milliseconds pause{20};
    const auto longest = std::chrono::milliseconds(reinterpret_cast<std::uintptr_t>(patience));
    const std::stop_token stop = host::stopOfProcess();
    if (before == 0)
        wait = {Clock::now(), stop.stop_requested(), false};
    wait.cutOff = !wait.asOfSignal && stop.stop_requested();
    if (wait.cutOff || Clock::now() - wait.begin >= longest)
        return 0;
    std::this_thread::sleep_for(std::min(pause, longest));
    return 1;
}

} // namespace

void waitForLocks(soci::session& sql, std::chrono::milliseconds patience) {
    api::sqlite3* const connection = static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
    const auto longest = static_cast<std::uintptr_t>(patience.count());
    // NOLINTNEXTLINE(performance-no-int-to-ptr): likewise
    api::sqlite3_busy_handler(connection, waitOnce, reinterpret_cast<void*>(longest));
}

bool systemHasNoMemory() {
    return api::sqlite3_memory_highwater(0) < mostMemory / 2;
}

bool waitWasCutOff() {
    return wait.cutOff;
}

void limitTimeOfSqlite(soci::session& sql, std::chrono::milliseconds time) {
    api::sqlite3* const connection = static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
    api::sqlite3_progress_handler(connection, stepsBetween, isOver, asArgument(Clock::now() + time));
}

void limitSqlite(soci::session& sql, std::chrono::milliseconds time) {
    api::sqlite3* const connection = static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
    for (const Limit& limit : limits)
        api::sqlite3_limit(connection, limit.id, limit.value);
    api::sqlite3_hard_heap_limit64(mostMemory);
    limitTimeOfSqlite(sql, time);
    sql << "PRAGMA cell_size_check = ON";
    sql << "PRAGMA mmap_size = 0"; // a file that gets shorter meanwhile would end this process
}

} // namespace bes::database
