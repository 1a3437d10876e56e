// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql_connecting.hpp"

#include <utility>

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace {

thread_local PGconn* adopted = nullptr;

/// Nobody listens there: were libpq's own function called, it would fail instead of connecting unguarded.
constexpr auto nowhere = "host=/dev/null/none";

} // namespace

/// Stands before libpq's function of that name, which nothing in this program calls but SOCI: the linker and
/// the loader take the program's own definition first.
extern "C" PGconn* PQconnectdb(const char* /*options*/) {
    return std::exchange(adopted, nullptr);
}

namespace bes::database {

void openWith(soci::session& sql, PostgresqlConnection connection) {
    adopted = connection.get();
    try {
        sql.open(soci::postgresql, nowhere);
    } catch (...) {
        adopted = nullptr;
        throw; // SOCI has not finished a connection that was sound when it came
    }
    (void)connection.release(); // the session's now
}

} // namespace bes::database
