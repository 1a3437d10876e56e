// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_failure.hpp"

#include <algorithm>
#include <array>

#include "database/broken_rule.hpp"
#include "database/typed_command.hpp"
#include "model/redacted.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

constexpr std::size_t longestWords = 300;

enum class Words { hidden, quoted };

/// How one kind of refusal is told. A number is the server's: sqlserver.md §3.1.
struct Meaning {
    std::array<int, 6> numbers; ///< 0: fewer
    ExitCode code;
    std::string_view id;
    std::string_view why;
    Words words; ///< the server's after it
    std::string_view remedy;
    std::array<std::string_view, 2> answers{}; ///< that help; empty: fewer
};

// In the order in which they tell: of several records the one whose number stands first here.
constexpr std::array meanings{
    Meaning{{1205},
            ExitCode::database,
            "database.conflict",
            "another program changed the same at this moment",
            Words::hidden,
            "Run setup again."},
    Meaning{{1222, 1204},
            ExitCode::database,
            "database.busy",
            "another program locks what setup needs",
            Words::hidden,
            "Wait until that program has finished, or stop it, then run setup again."},
    Meaning{{954, 976, 978, 979, 983, 35250},
            ExitCode::database,
            "database.read-only",
            "this server has the database only as a mirror or as a secondary replica",
            Words::hidden,
            "Choose the server that has the database now, or enter it as the failover partner.",
            {"database.server", "database.partner"}},
    Meaning{{4060, 911},
            ExitCode::database,
            "database.connect",
            "the database does not exist, or the account may not open it",
            Words::hidden,
            "Correct the name of the database, or give the account a user in it (CREATE USER … FOR LOGIN).",
            {"database.name", "database.user"}},
    Meaning{{18456, 18452, 18486, 18487, 18488, 18470},
            ExitCode::database,
            "database.login",
            "it rejects this account with this password",
            Words::quoted,
            "Correct the account or its password. For a SQL login the server has to allow SQL Server "
            "authentication "
            "(mixed mode); the log of the server says why it rejected the account.",
            {"database.user", "database.password"}},
    Meaning{{916},
            ExitCode::database,
            "database.rights",
            "the account has no user in the database",
            Words::hidden,
            "Give the account a user in the database (CREATE USER … FOR LOGIN).",
            {"database.user"}},
    Meaning{{229, 230, 262, 297, 300},
            ExitCode::database,
            "database.rights",
            "the account lacks a permission",
            Words::quoted,
            "Grant the permission to the account (GRANT): SELECT on all tables to read, also INSERT, UPDATE "
            "and DELETE "
            "to install, and db_ddladmin to create or upgrade the tables.",
            {"database.user"}},
    Meaning{{3906, 3908},
            ExitCode::database,
            "database.read-only",
            "it accepts no changes: the database is read-only or recovering",
            Words::hidden,
            "Choose the server that accepts changes, or set the database to READ_WRITE.",
            {"database.server"}},
    Meaning{{1105, 1101},
            ExitCode::diskSpace,
            "database.full",
            "the database has no more space",
            Words::hidden,
            "Free space on the server's disk, or let the files of the database grow, then run setup again."},
    Meaning{{9002},
            ExitCode::diskSpace,
            "database.full",
            "the transaction log of the database is full",
            Words::hidden,
            "Back up the log or let it grow, then run setup again."},
    Meaning{{701, 802, 8645, 8651},
            ExitCode::database,
            "database.busy",
            "the server has too little memory at this moment",
            Words::hidden,
            "Wait until the server has less to do, or give it memory, then run setup again."},
    Meaning{{945, 924, 926, 927, 942, 922},
            ExitCode::database,
            "database.connect",
            "the server can't open the database at this moment",
            Words::hidden,
            "Find the reason in the log of the server (files that are missing, a restore, no space), then "
            "run setup again."},
    Meaning{{823, 824, 825, 8966, 5242, 8944},
            ExitCode::database,
            "database.damaged",
            "the database is damaged",
            Words::hidden,
            "Check it with DBCC CHECKDB, and restore it from a backup."},
    Meaning{{207, 208, 213, 2812},
            ExitCode::database,
            "database.schema",
            "a table or column of the schema is missing, or belongs to another schema than the account's "
            "default one",
            Words::quoted,
            "Set the default schema of the account to the one with setup's tables (ALTER USER … WITH "
            "DEFAULT_SCHEMA), "
            "or run database create or upgrade."},
    Meaning{{2628, 8152},
            ExitCode::database,
            "database.query",
            "a text is longer than its column",
            Words::hidden,
            "Use shorter names."},
    Meaning{{6005, 6006, 17142, 18451, 18461, 233},
            ExitCode::database,
            "database.connect",
            "it is starting or stopping, or takes administrators only",
            Words::hidden,
            "Wait until the server is running, then run setup again."},
    Meaning{{10054, 10053, 596, 20004, 20006, 20017},
            ExitCode::database,
            "database.lost",
            "the connection is lost; incomplete changes are rolled back",
            Words::hidden,
            "Run setup again when you can reach the server: setup detects what was done."},
    Meaning{{20002, 20009, 20047},
            ExitCode::database,
            "database.connect",
            "the ODBC driver can't connect, although the server answered setup",
            Words::hidden,
            "See the log of the server for the reason, then run setup again."},
    Meaning{{20003},
            ExitCode::database,
            "database.busy",
            "it did not answer in time",
            Words::hidden,
            "Find out why the server does not answer, then run setup again."},
};

constexpr std::array brokenRules{547, 515, 2601, 2627, 3609, 50000};

/// What is between the first of these words and the mark after it.
std::string between(std::string_view words, std::string_view before, char end) {
    const auto found = words.find(before);
    if (found == std::string_view::npos)
        return {};
    words.remove_prefix(found + before.size());
    return shownText(words.substr(0, words.find(end)), 150);
}

std::string joined(const std::string& first, const std::string& name, const std::string& table) {
    if (name.empty())
        return {};
    return first + name + (table.empty() ? "" : " of " + table);
}

std::string quoted(const std::vector<OdbcRecord>& records, const Meaning& meaning,
                   const ConnectionParameters& parameters) {
    const auto told = std::ranges::find_if(records, [&](const OdbcRecord& record) {
        return record.number != 0 &&
               std::ranges::find(meaning.numbers, record.number) != meaning.numbers.end();
    });
    if (meaning.words == Words::hidden || told == records.end())
        return {};
    return ": " + shownText(redacted(told->words, parameters.password), longestWords);
}

const Meaning* meaningOf(const OdbcError& error) {
    for (const Meaning& meaning : meanings)
        for (const int number : meaning.numbers)
            if (number != 0 && error.has(number))
                return &meaning;
    return nullptr;
}

bool hasState(const OdbcError& error, std::string_view begin) {
    return std::ranges::any_of(error.records(),
                               [&](const OdbcRecord& record) { return record.state.starts_with(begin); });
}

Failure ofRule(const OdbcError& error, const ConnectionParameters& parameters, std::string what) {
    std::string which;
    for (const OdbcRecord& record : error.records())
        if (which.empty())
            which = brokenRule(record);
    return {ExitCode::database,
            "database.query",
            std::move(what),
            parameters.address.place() + ": " + againstRuleOf(which),
            "List the servers and pairs, then try again",
            {},
            typedCommand({"show"}, parameters.address)};
}

/// The client's first words after the end of a connection: sqlserver.md §3.2.
bool saysNothing(const OdbcError& error) {
    return std::ranges::all_of(error.records(), [](const OdbcRecord& record) {
        return record.number == 0 && record.state == "HY000";
    });
}

Failure lost(const ConnectionParameters& parameters, std::string what) {
    return {ExitCode::database, "database.lost", std::move(what),
            "the connection to " + parameters.address.place() + " is lost",
            "Run setup again when you can reach the server: setup detects what was done."};
}

Failure slow(const ConnectionParameters& parameters, std::string what) {
    return {ExitCode::database, "database.busy", std::move(what),
            parameters.address.place() + " did not answer in time",
            "Find out why the server does not answer, then run setup again."};
}

Failure unknown(const OdbcError& error, const ConnectionParameters& parameters, std::string what) {
    std::string why = parameters.address.place() + ": ";
    const auto told =
        std::ranges::find_if(error.records(), [](const OdbcRecord& record) { return record.number != 0; });
    if (told != error.records().end())
        why += "the server reports error " + std::to_string(told->number) +
               ", which Microsoft's list of errors explains";
    else
        why += shownText(redacted(error.get_error_message(), parameters.password), longestWords);
    return {ExitCode::database,
            "database.query",
            std::move(what),
            std::move(why),
            "List the contents of the database, then try again",
            {},
            typedCommand({"show"}, parameters.address)};
}

} // namespace

bool brokeSqlserverRule(const OdbcError& error) {
    return std::ranges::any_of(brokenRules, [&](int number) { return error.has(number); });
}

bool isMirror(const OdbcError& error) {
    return error.has(954) || error.has(976) || error.has(35250);
}

std::string brokenRule(const OdbcRecord& record) {
    const std::string_view words = record.words;
    switch (record.number) {
    case 2627:
        return joined("", between(words, "constraint '", '\''), between(words, "object '", '\''));
    case 2601:
        return joined("unique index ", between(words, "unique index '", '\''),
                      between(words, "object '", '\''));
    case 547:
        return joined("", between(words, "constraint \"", '"'), between(words, "table \"", '"'));
    case 515:
        return joined("empty column ", between(words, "column '", '\''), between(words, "table '", '\''));
    case 50000: // of a trigger: only setup's own say no value
        return words.starts_with("bes: ") ? shownText(words.substr(5), 150) : std::string();
    default:
        return {};
    }
}

Failure sqlserverFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                         std::string what) {
    const auto* const odbc = dynamic_cast<const OdbcError*>(&error);
    if (odbc == nullptr) // SOCI's own
        return unknown(OdbcError({{"", 0, error.get_error_message()}}), parameters, std::move(what));
    if (brokeSqlserverRule(*odbc))
        return ofRule(*odbc, parameters, std::move(what));
    if (const Meaning* const meaning = meaningOf(*odbc)) {
        std::vector<NamedAnswer> answers;
        for (const std::string_view answer : meaning->answers)
            if (!answer.empty())
                answers.push_back({std::string(answer)});
        return {meaning->code,
                std::string(meaning->id),
                std::move(what),
                parameters.address.place() + ": " + std::string(meaning->why) +
                    quoted(odbc->records(), *meaning, parameters),
                std::string(meaning->remedy),
                std::move(answers)};
    }
    if (hasState(*odbc, "HYT"))
        return slow(parameters, std::move(what));
    if (hasState(*odbc, "08") || saysNothing(*odbc))
        return lost(parameters, std::move(what));
    return unknown(*odbc, parameters, std::move(what));
}

} // namespace bes::database
