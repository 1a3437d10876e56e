// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <fmt/format.h>

#include "database/configuration_database.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/server_view.hpp"
#include "password.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

using database::ConfigurationDatabase;

/// The database that a command line names, and its password.
struct Access {
    DatabaseAddress address;
    Secret password;
};

Result<Access> accessTo(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const DatabaseAddress& address = answers.request.database;
    if (!address.complete())
        return fail(ExitCode::usage, "answers.missing", "Which database is meant is not known",
                    address.isFile() ? "database.location was not given"
                                     : "database.server, database.name and database.user were not all given",
                    address.isFile()
                        ? "Give it with --database.location FILE."
                        : "Give them with --database.server HOST --database.name NAME --database.user NAME.");
    TRY_ASSIGN(auto password, databasePassword(invocation, address, answers.plainSecrets));
    return Access{address, std::move(password)};
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

Result<ExitCode> create(const Invocation& invocation) {
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

Json databaseDocument(const DatabaseContents& contents) {
    Json json = document("database");
    json["schema_version"] = contents.schemaVersion;
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
    return {ExitCode::usage, "pair.unknown", fmt::format("{} was not released", primary),
            fmt::format("{} is not its standby", standby), "Look at the pairs with 'database show'."};
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
    return tell(invocation, "released",
                fmt::format("{} has no standby any more; {} is not registered any more.", pair->primary,
                            pair->standby));
}

po::options_description releaseOptions() {
    po::options_description options;
    options.add_options()(
        "standby", po::value<std::string>()->value_name("NAME"),
        "Release the pair of this installed standby too, and take out its registration. Only for when its "
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
    return tell(invocation, "released", fmt::format("{} is not reserved any more.", primary));
}

} // namespace

std::vector<Command> databaseCommands() {
    const auto answers = answers::answersIn({"database"});
    return {
        {.name = "database create",
         .summary = "Make a BlackBerry Configuration Database",
         .details =
             "With sqlite its file; with postgresql the tables, in a database that exists and has none.",
         .answers = answers,
         .run = create},
        {.name = "database upgrade",
         .summary = "Bring the schema of the database to this version",
         .details = "In one transaction.",
         .answers = answers,
         .run = upgrade},
        {.name = "database show",
         .summary = "List primaries, standbys and pairs",
         .details = "SRP authentication keys are never shown, only their fingerprints.",
         .answers = answers,
         .run = show,
         .onlyShows = true},
        {.name = "database release",
         .summary = "Take back the reservation of an installation that died",
         .arguments = "PRIMARY",
         .details = "Only for when the computer that reserved the primary is lost. Otherwise run install "
                    "there again: "
                    "it undoes what was interrupted. The pair of an installed standby is released only "
                    "when that standby is named.",
         .options = releaseOptions(),
         .answers = answers,
         .run = release},
    };
}

} // namespace bes::app
