// SPDX-License-Identifier: Apache-2.0
#include "explain.hpp"
#include "commands/commands.hpp"
#include "detect/looks.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/explanation_view.hpp"
#include "password.hpp"
#include "shipped_files.hpp"

namespace bes::app {
namespace {

/// Where no standby tells its own.
constexpr const char* shippedCatalog = "bes-5.0-domino"; ///< its services are units
constexpr const char* shippedCatalogForWindows = "bes-5.0-domino-windows";

/// Empty where it is not there: then no line of it is named.
std::string textOfShippedCatalog() {
    const bool windows = host::thisSystem() == System::windows;
    return host::readFile(catalogFile(windows ? shippedCatalogForWindows : shippedCatalog))
        .value_or(std::string());
}

/// The rows are looked at where the answers name the database: the receipt has no password.
Result<Fact<DatabaseContents>> databaseOf(const Invocation& invocation, const answers::Answers& answers) {
    if (!answers.request.database.complete())
        return Fact<DatabaseContents>::unknown("no database was named");
    TRY_ASSIGN(const auto password,
               databasePassword(invocation, answers.request.database, answers.plainSecrets));
    return detect::lookAtDatabase(answers.request, password);
}

tl::unexpected<Failure> unknownThing(const std::string& word, const Known& known) {
    const auto near = nearestThing(word, known);
    std::string why =
        near ? "did you mean " + *near + "?"
             : "known are files, " + serviceWord(host::thisSystem()) +
                   "s, ports, components, ids of findings, failures and steps, exit codes and runs";
    if (!known.database.known())
        why += "; rows of the database are known only where it is named and can be read (" +
               known.database.reason() + ")";
    return fail(
        ExitCode::usage, "explain.unknown", word + " is nothing that setup knows", std::move(why),
        {"Name a path as the installed computer sees it, or name the database.", {{"database.location"}}});
}

Result<ExitCode> explainCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    TRY_ASSIGN(const auto standby, bes::status(answers.request.root));
    TRY_ASSIGN(const auto database, databaseOf(invocation, answers));
    const std::string shipped = textOfShippedCatalog();
    Catalog catalog;
    if (standby.receipt)
        catalog = standby.receipt->catalog;
    else if (auto parsed = parseCatalog(shipped))
        catalog = std::move(*parsed);
    // an ordinary account reads no journal: runs are then not among what is known
    const auto runs = pastRuns(answers.request.root).value_or(std::vector<PastRun>());
    const Known known{catalog, standby, runs, database, answers.request.root};
    const std::string& word = invocation.line.arguments.front();
    const auto found = explain(word, known);
    if (found.empty())
        return unknownThing(word, known);
    if (invocation.json())
        write(explanationsDocument(word, found, shipped), invocation.console.out);
    else
        showExplanations(found, shipped, invocation.console.out);
    return ExitCode::success;
}

std::vector<std::string> explainAnswers() {
    return answers::answersIn({"target", "database"});
}

} // namespace

std::vector<Command> explainCommands() {
    return {{.name = "explain",
             .summary = "Explain a file, " + serviceWord(host::thisSystem()) + ", port, row, id or exit code",
             .arguments = "THING",
             .details =
                 "THING is a path, a " + serviceWord(host::thisSystem()) +
                 ", a port (3101 or 3101/tcp), a component, the name of a server in the "
                 "database (or ServerConfig/NAME, BESPair/NAME), the id of a finding, failure or step, an "
                 "exit code or a run. Says which component and package it comes from, where it stands in the "
                 "catalogue and where that is from, which run brought it, how it is now, and how it would be "
                 "undone. Changes nothing.",
             .answers = explainAnswers(),
             .run = explainCommand,
             .onlyShows = true}};
}

} // namespace bes::app
