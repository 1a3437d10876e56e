// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql_failure.hpp"

#include <algorithm>
#include <array>

#include <soci/postgresql/soci-postgresql.h>

#include "database/broken_rule.hpp"
#include "database/typed_command.hpp"
#include "model/redacted.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

constexpr std::size_t stateLength = 5;
constexpr std::size_t longestWords = 500;

/// How one kind of refusal is told.
struct Meaning {
    std::string_view states; ///< how the SQLSTATE begins, with blanks between
    ExitCode code;
    std::string_view id;
    std::string_view why; ///< before the server's words
    std::string_view remedy;
    std::array<std::string_view, 2> answers{}; ///< that help; empty: fewer
};

constexpr std::array meanings{
    Meaning{"28P01",
            ExitCode::database,
            "database.login",
            "it rejects this account with this password",
            "Correct the account or its password.",
            {"database.user", "database.password"}},
    Meaning{"28",
            ExitCode::database,
            "database.login",
            "it rejects this account from this computer",
            "Correct the account, or allow it in the pg_hba.conf of the server.",
            {"database.user"}},
    Meaning{"3D000",
            ExitCode::database,
            "database.connect",
            "the database does not exist",
            "Correct the name of the database, or have it created (createdb).",
            {"database.name"}},
    Meaning{
        "42501",
        ExitCode::database,
        "database.rights",
        "the account lacks a permission",
        "Grant the permission to the account (GRANT): SELECT on all tables to read, also INSERT, UPDATE and "
        "DELETE to install, and CREATE on the schema public to create or upgrade the tables.",
        {"database.user"}},
    Meaning{"40 55P04", ExitCode::database, "database.conflict",
            "another program changed the same at this moment", "Run setup again."},
    Meaning{"55P03 57014", ExitCode::database, "database.busy",
            "another program locks what setup needs, or the server is slow",
            "Wait until that program has finished, or stop it, then run setup again."},
    Meaning{"53300", ExitCode::database, "database.busy", "it accepts no more connections",
            "Wait until other connections are closed, or raise max_connections, then run setup again."},
    Meaning{"53100", ExitCode::diskSpace, "database.full", "its disk is full",
            "Free space on the server's disk, then run setup again."},
    Meaning{"57P03", ExitCode::database, "database.connect", "it is starting or stopping",
            "Wait until the server is running, then run setup again."},
    Meaning{"57P 25P03", ExitCode::database, "database.lost",
            "it closed the connection; incomplete changes are rolled back",
            "Check the log of the server. Run setup again when it is running: setup detects what was done."},
    Meaning{"25006",
            ExitCode::database,
            "database.read-only",
            "it accepts no changes: it is a replica, or was made read-only",
            "Choose the server that accepts changes.",
            {"database.server"}},
    Meaning{"23", ExitCode::database, "database.query", againstRule,
            "List the servers and pairs, then try again"},
    Meaning{"XX001 XX002", ExitCode::database, "database.damaged", "the database is damaged",
            "Restore the database from a backup."},
    Meaning{"08", ExitCode::database, "database.lost", "the connection is lost",
            "Run setup again when you can reach the server: setup detects what was done."},
    Meaning{"0A000", ExitCode::database, "database.query", "it lacks a feature that setup needs",
            "Use PostgreSQL 12 or newer, built with ICU, and a database with the encoding UTF8."},
};

bool means(const Meaning& meaning, std::string_view state) {
    for (std::string_view rest = meaning.states; !rest.empty();) {
        const std::string_view one = rest.substr(0, rest.find(' '));
        if (state.starts_with(one))
            return true;
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    }
    return false;
}

bool isState(std::string_view text) {
    return text.size() == stateLength &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

/// Where "FATAL:  28P01: " goes on; npos where nothing of that form is there.
std::size_t afterState(std::string_view text) {
    for (auto found = text.find(":  "); found != std::string_view::npos;
         found = text.find(":  ", found + 1)) {
        const std::size_t begin = found + 3;
        if (isState(text.substr(begin, stateLength)) && text.substr(begin + stateLength, 2) == ": ")
            return begin + stateLength + 2;
    }
    return std::string_view::npos;
}

Failure lost(const std::string& words, const ConnectionParameters& parameters, std::string what) {
    return {ExitCode::database, "database.lost", std::move(what),
            "the connection to " + parameters.address.place() + " is lost: " + words,
            "Run setup again when you can reach the server: setup detects what was done."};
}

} // namespace

std::string sqlState(const soci::soci_error& error) {
    const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error);
    return postgresql ? postgresql->sqlstate() : std::string(stateLength, ' ');
}

std::optional<std::string> sqlStateIn(std::string_view text) {
    const auto after = afterState(text);
    if (after == std::string_view::npos)
        return std::nullopt;
    return std::string(text.substr(after - 2 - stateLength, stateLength));
}

std::string serverWords(std::string_view text, const Secret& password) {
    if (const auto after = afterState(text); after != std::string_view::npos)
        text.remove_prefix(after);
    else if (const auto severity = text.find(":  "); severity != std::string_view::npos)
        text.remove_prefix(severity + 3);
    return shownText(redacted(text.substr(0, text.find('\n')), password), longestWords);
}

Failure sqlStateFailure(const std::string& state, const std::string& words,
                        const ConnectionParameters& parameters, std::string what) {
    const std::string place = parameters.address.place();
    const std::string show = typedCommand({"show"}, parameters.address);
    const auto meaning =
        std::ranges::find_if(meanings, [&](const Meaning& each) { return means(each, state); });
    if (meaning == meanings.end())
        return {ExitCode::database,
                "database.query",
                std::move(what),
                place + ": " + words + " (" + state + ")",
                "List the contents of the database, then try again",
                {},
                show};
    const std::string rule = state.starts_with("23") ? brokenPostgresqlRule(words) : std::string();
    const std::string quoted = !state.starts_with("23") ? ": " + words
                               : rule.empty()           ? std::string()
                                                        : " (" + rule + ")";
    std::vector<NamedAnswer> answers;
    for (const std::string_view key : meaning->answers)
        if (!key.empty())
            answers.push_back({std::string(key)});
    return {meaning->code,
            std::string(meaning->id),
            std::move(what),
            place + ": " + std::string(meaning->why) + quoted,
            std::string(meaning->remedy),
            std::move(answers),
            meaning->id == "database.query" && state.starts_with("23") ? show : std::string()};
}

Failure postgresqlFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                          std::string what) {
    const std::string state = sqlState(error);
    const std::string words = serverWords(error.get_error_message(), parameters.password);
    if (!isState(state))
        return lost(words, parameters, std::move(what));
    return sqlStateFailure(state, words, parameters, std::move(what));
}

} // namespace bes::database
