// SPDX-License-Identifier: Apache-2.0
#include "database/sqlite_failure.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include "answers/answers.hpp"
#include "database/broken_rule.hpp"
#include "database/connection.hpp"
#include "database/sqlite_file.hpp"
#include "database/sqlite_limits.hpp"
#include "database/typed_command.hpp"
#include "host/exhaustion.hpp"
#include "host/interruption.hpp"
#include "host/process.hpp"
#include "text/quantities.hpp"

namespace bes::database {
namespace {

int extendedCode(const soci::soci_error& error) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    return sqlite ? sqlite->result() : SQLITE_ERROR;
}

/// The system's words without SOCI's: those name functions of SOCI, and in what() the values of a statement.
std::string words(const soci::soci_error& error) {
    const int code = extendedCode(error);
    return (code & 0xff) == SQLITE_ERROR ? error.get_error_message() : sqlite_api::sqlite3_errstr(code);
}

Failure interruptedWrite(const DatabaseAddress& address, const std::string& file, std::string what) {
    return {
        ExitCode::database,
        "database.interrupted-write",
        std::move(what),
        "a program was interrupted while it wrote to " + file + "; " + file +
            "-journal must be rolled back first, and reading must not change anything",
        "Start that program again, or upgrade the database, as an account that can write to the file and its "
        "folder: both roll it back",
        {},
        typedCommand({"upgrade"}, address)};
}

Failure busy(const std::string& file, std::chrono::milliseconds patience, std::string what,
             const std::string& why) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience).count();
    return {ExitCode::database, "database.busy", std::move(what),
            "another program has kept " + file + " locked for " + std::to_string(seconds) +
                " seconds: " + why,
            "Wait until that program has finished, or stop it, then run setup again."};
}

Failure noRight(Failure failure) {
    failure.byRights = true;
    return failure;
}

} // namespace

int sqliteCode(const soci::soci_error& error) {
    return extendedCode(error) & 0xff;
}

Failure sqliteFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                      std::string what) {
    const std::string file = sqliteFile(parameters.address).string();
    const std::string why = file + ": " + words(error);
    const int extended = extendedCode(error);
    if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY)
        return interruptedWrite(parameters.address, file, std::move(what));
    switch (sqliteCode(error)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (waitWasCutOff())
            return host::cancelled();
        return busy(file, parameters.patience, std::move(what), words(error));
    case SQLITE_INTERRUPT:
        return {ExitCode::database,
                "database.busy",
                std::move(what),
                file + ": reading it took more than " + inSeconds(parameters.patience * answerPatience),
                "Check that it is the BlackBerry Configuration Database, and that it is not damaged",
                {{"database.location"}},
                "sqlite3 " + answers::quotedForShell(file) + ' ' +
                    answers::quotedForShell("PRAGMA integrity_check")};
    case SQLITE_NOMEM:
        if (systemHasNoMemory())
            return {ExitCode::noMemory, "memory.none", std::move(what), why,
                    host::freeMemory("ulimit -v") + "."};
        [[fallthrough]];
    case SQLITE_TOOBIG:
        return {ExitCode::database,
                "database.too-long",
                std::move(what),
                why + " (it has more or longer entries than any real site)",
                "Choose a BlackBerry Configuration Database.",
                {{"database.location"}}};
    case SQLITE_NOTADB:
        return {ExitCode::database,
                "database.connect",
                std::move(what),
                why,
                "Choose a BlackBerry Configuration Database.",
                {{"database.location"}}};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return noRight({ExitCode::database, "database.connect", std::move(what), why,
                        "Run setup as an account that can write to the file and to its folder."});
    case SQLITE_CORRUPT:
        return {ExitCode::database, "database.damaged", std::move(what), why,
                "Restore the database from a backup."};
    case SQLITE_FULL:
        return {ExitCode::diskSpace, "database.full", std::move(what), why,
                "Free space on the file system of the database, then run setup again."};
    case SQLITE_CONSTRAINT:
        return {ExitCode::database,
                "database.query",
                std::move(what),
                againstRuleOf(brokenSqliteRule(error.get_error_message())),
                "List the servers and pairs, then try again",
                {},
                typedCommand({"show"}, parameters.address)};
    default:
        return {ExitCode::database,
                "database.query",
                std::move(what),
                why,
                "List the contents of the database, then try again",
                {},
                typedCommand({"show"}, parameters.address)};
    }
}

} // namespace bes::database
