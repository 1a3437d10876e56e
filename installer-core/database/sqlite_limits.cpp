#include "database/sqlite_limits.hpp"

#include <array>
#include <cstdint>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

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
    return reinterpret_cast<void*>(
        static_cast<std::uintptr_t>(since.count())); // NOLINT(performance-no-int-to-ptr)
}

} // namespace

void limitSqlite(soci::session& sql, std::chrono::milliseconds time) {
    api::sqlite3* const connection = static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
    for (const Limit& limit : limits)
        api::sqlite3_limit(connection, limit.id, limit.value);
    api::sqlite3_hard_heap_limit64(mostMemory);
    api::sqlite3_progress_handler(connection, stepsBetween, isOver, asArgument(Clock::now() + time));
    sql << "PRAGMA cell_size_check = ON";
    sql << "PRAGMA mmap_size = 0"; // a file that gets shorter meanwhile would end this process
}

} // namespace bes::database
