// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "database/configuration_database.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/facts_view.hpp"
#include "password.hpp"
#include "text/letters.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

using database::ConfigurationDatabase;

/// The database that a command line names, and its password.
struct Access {
    DatabaseAddress address;
    Secret password;
};

Result<Access> accessTo(const Invocation& invocation, const answers::Answers& answers) {
    const DatabaseAddress& address = answers.request.database;
    if (!address.complete())
        return fail(ExitCode::usage, "answers.missing", "No database is chosen",
                    address.isFile() ? "the path of the database file is missing"
                                     : "the server, the database or the account is missing",
                    address.isFile() ? Remedy("Enter the path of the database file.", {{"database.location"}})
                                     : Remedy("Enter the server, the database and the account.",
                                              {{"database.server"}, {"database.name"}, {"database.user"}}));
    TRY_ASSIGN(auto password, databasePassword(invocation, address, answers.plainSecrets));
    return Access{address, std::move(password)};
}

Result<Access> accessTo(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    return accessTo(invocation, answers);
}

/// Says what was done, to people or programs.
ExitCode tell(const Invocation& invocation, std::string_view done, const std::string& sentence) {
    if (invocation.json()) {
        Json json = document("database-change");
        json["done"] = done;
        write(json, invocation.console.out);
    } else {
        invocation.console.out.line({sentence, Tone::good});
    }
    return ExitCode::success;
}

/// What a schema may be called, so that it is one word in every tool.
bool isSchemaName(const std::string& name) {
    return !name.empty() && name.size() <= 100 &&
           std::ranges::all_of(name, [](char c) { return isLetterOrDigit(c) || c == '_'; });
}

Result<ExitCode> showScript(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const DatabaseAddress& address = answers.request.database;
    const auto wanted = invocation.line.value("schema");
    if (wanted && address.backend != "sqlserver")
        return fail(ExitCode::usage, "command.line", "No script was written",
                    "--schema is for sqlserver only", "Leave --schema out.");
    if (wanted && !isSchemaName(*wanted))
        return fail(ExitCode::usage, "command.line", "No script was written",
                    "a schema is called by letters, digits and underscores", "Choose another name.");
    const std::string schema = wanted.value_or("");
    TRY_ASSIGN(const auto script, ConfigurationDatabase::script(address, schema));
    if (!invocation.json()) {
        invocation.console.out.stream() << script;
        return ExitCode::success;
    }
    Json json = document("database-change");
    json["done"] = "script";
    json["script"] = script;
    write(json, invocation.console.out);
    return ExitCode::success;
}

po::options_description createOptions() {
    po::options_description options;
    options.add_options()("script",
                          "Create nothing: print the SQL that would be run, for a database administrator to "
                          "review and run.");
    options.add_options()(
        "schema", po::value<std::string>()->value_name("NAME"),
        "With --script and sqlserver: the schema for the tables, beside those of others, e.g. "
        "bes_setup. Without it: dbo.");
    return options;
}

Result<ExitCode> create(const Invocation& invocation) {
    if (invocation.line.has("script"))
        return showScript(invocation);
    if (invocation.line.value("schema"))
        return fail(ExitCode::usage, "command.line", "No database was created",
                    "--schema is for a script: setup itself makes the tables in the account's default schema",
                    "Add --script, or leave --schema out.");
    TRY_ASSIGN(const auto access, accessTo(invocation));
    TRY(ConfigurationDatabase::create(access.address, access.password));
    return tell(invocation, "created",
                fmt::format("{} is a new BlackBerry Configuration Database, schema version {}.",
                            access.address.place(), database::currentSchemaVersion));
}

Result<ExitCode> upgrade(const Invocation& invocation) {
    TRY_ASSIGN(const auto access, accessTo(invocation));
    TRY_ASSIGN(const auto from, ConfigurationDatabase::upgrade(access.address, access.password));
    if (from == database::currentSchemaVersion)
        return tell(invocation, "nothing",
                    fmt::format("Nothing to do: the schema has version {}.", database::currentSchemaVersion));
    return tell(
        invocation, "upgraded",
        fmt::format("The schema was upgraded from version {} to {}.", from, database::currentSchemaVersion));
}

po::options_description copyOptions() {
    po::options_description options;
    options.add_options()("to", po::value<std::string>()->value_name("FILE"),
                          "The answer file whose section [database] names the database to fill, with its "
                          "password. That database must be empty; with sqlite its file must not exist.");
    return options;
}

/// The database that an answer file names. Command line and environment name the one to copy.
Result<Access> accessToTarget(const Invocation& invocation) {
    const auto file = invocation.line.value("to");
    if (!file)
        return fail(ExitCode::usage, "command.line", "The database was not copied",
                    "the database to fill is missing",
                    "Name an answer file with --to, whose section [database] names that database.");
    TRY_ASSIGN(const auto answers, answers::parse({.commandLine = {}, .environment = {}, .file = *file}));
    return accessTo(invocation, answers);
}

void tellCopied(const Invocation& invocation, const std::vector<database::CopiedRows>& copied,
                const std::string& from, const std::string& to) {
    if (invocation.json()) {
        Json json = document("database-change");
        json["done"] = "copied";
        for (const database::CopiedRows& rows : copied)
            json["rows"][rows.table] = rows.count;
        write(json, invocation.console.out);
        return;
    }
    std::vector<Row> rows;
    rows.reserve(copied.size());
    for (const database::CopiedRows& each : copied)
        rows.push_back({each.table, counted(static_cast<std::uint64_t>(each.count), "row", "rows")});
    invocation.console.out.group("Copied and compared", rows);
    invocation.console.out.line({fmt::format("{} has everything that {} has.", to, from), Tone::good});
}

Result<ExitCode> copy(const Invocation& invocation) {
    TRY_ASSIGN(const auto from, accessTo(invocation));
    TRY_ASSIGN(const auto to, accessToTarget(invocation));
    TRY_ASSIGN(const auto copied,
               ConfigurationDatabase::copy(from.address, from.password, to.address, to.password));
    tellCopied(invocation, copied, from.address.place(), to.address.place());
    return ExitCode::success;
}

Json databaseDocument(const DatabaseContents& contents) {
    Json json = document("database");
    json["schema_version"] = contents.schemaVersion;
    json["failover_partner"] = contents.partner;
    json["servers"] = Json::array();
    for (const Server& server : contents.servers)
        json["servers"].push_back(toJson(server));
    json["pairs"] = Json::array();
    for (const Pair& pair : contents.pairs)
        json["pairs"].push_back(toJson(pair));
    return json;
}

Result<ExitCode> show(const Invocation& invocation) {
    TRY_ASSIGN(const auto access, accessTo(invocation));
    TRY_ASSIGN(auto opened, ConfigurationDatabase::open(access.address, access.password));
    TRY_ASSIGN(const auto contents, opened.read());
    if (invocation.json())
        write(databaseDocument(contents), invocation.console.out);
    else
        showServers(contents, invocation.console.out);
    return ExitCode::success;
}

Failure noSuchPair(const std::string& primary, const std::string& standby) {
    return {ExitCode::usage,
            "pair.unknown",
            fmt::format("{} was not released", primary),
            fmt::format("{} is not its standby", standby),
            "List the pairs",
            {},
            "bes-standby-setup database show"};
}

/// The pair of a standby that was installed, with its registration.
Result<ExitCode> releaseInstalled(const Invocation& invocation, ConfigurationDatabase& database,
                                  const std::string& primary, const std::string& standby) {
    TRY_ASSIGN(const auto contents, database.read());
    const Pair* pair = contents.findPairOfPrimary(primary);
    if (!pair || !sameName(pair->standby, standby))
        return fail(noSuchPair(primary, standby));
    const Server* server = contents.findServer(standby);
    if (server && server->actsAs == Role::primary)
        return fail(ExitCode::promoted, "standby.promoted", fmt::format("{} was not released", primary),
                    fmt::format("{} acts as primary now", standby), "Fail over to the primary first.");
    TRY(database.removePair(pair->primary, pair->standby));
    return tell(
        invocation, "released",
        fmt::format("{} no longer has a standby; {} is no longer registered.", pair->primary, pair->standby));
}

po::options_description releaseOptions() {
    po::options_description options;
    options.add_options()(
        "standby", po::value<std::string>()->value_name("NAME"),
        "Also release the pair of this installed standby, and remove its registration. Only if its "
        "computer is lost, or after 'remove --keep-registration' there.");
    return options;
}

Result<ExitCode> release(const Invocation& invocation) {
    TRY_ASSIGN(const auto access, accessTo(invocation));
    TRY_ASSIGN(auto opened,
               ConfigurationDatabase::open(access.address, access.password, database::Purpose::change));
    const std::string& primary = invocation.line.arguments.front();
    if (const auto standby = invocation.line.value("standby"))
        return releaseInstalled(invocation, opened, primary, *standby);
    TRY(opened.releaseReservation(primary));
    return tell(invocation, "released", fmt::format("{} is no longer reserved.", primary));
}

} // namespace

std::vector<Command> databaseCommands() {
    const auto answers = answers::answersIn({"database"});
    return {
        {.name = "database create",
         .summary = "Create a BlackBerry Configuration Database",
         .details =
             "With sqlite the file; with postgresql and sqlserver the tables in an existing, empty database.",
         .options = createOptions(),
         .answers = answers,
         .run = create},
        {.name = "database upgrade",
         .summary = "Upgrade the schema of the database to this version",
         .details = "In one transaction.",
         .answers = answers,
         .run = upgrade},
        {.name = "database copy",
         .summary = "Copy the database into an empty one of another kind",
         .details = "For a site that began with SQLite. Everything is copied in one transaction, and every "
                    "row is compared before it ends; the database that is copied is only read. Let nothing "
                    "else write to it meanwhile. Afterwards run 'repair' on each standby with the new "
                    "database.",
         .options = copyOptions(),
         .answers = answers,
         .run = copy},
        {.name = "database show",
         .summary = "List primaries, standbys and pairs",
         .details = "SRP authentication keys are never shown, only their fingerprints.",
         .answers = answers,
         .run = show,
         .onlyShows = true},
        {.name = "database release",
         .summary = "Release a primary whose installation can't continue",
         .arguments = "PRIMARY",
         .details =
             "Only if the computer that reserved the primary is lost. Otherwise run install there again: "
             "it rolls back what was interrupted. To release the pair of an installed standby, name "
             "that standby.",
         .options = releaseOptions(),
         .answers = answers,
         .run = release},
    };
}

} // namespace bes::app
