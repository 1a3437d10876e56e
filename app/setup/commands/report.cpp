// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "answers/secret_reference.hpp"
#include "commands/commands.hpp"
#include "host/interruption.hpp"
#include "host/system_reason.hpp"
#include "host/terminal.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/report_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "report/archive.hpp"
#include "report_collection.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

namespace fs = std::filesystem;

/// Somebody is there who can answer.
bool isConversation(const Invocation& invocation) {
    return invocation.console.outIsTerminal && host::isTerminal(host::Stream::input) && !invocation.json() &&
           !invocation.line.has("yes");
}

bool isSealed(const SecretReference& reference) {
    return reference.text.starts_with(answers::sealedPrefix);
}

/// Never asks where nobody would see the question.
Result<Passwords> fetchPasswords(const Invocation& invocation, const Request& request,
                                 const answers::PlainSecrets& plain) {
    const auto variable = invocation.environment.find(std::string(answers::passphraseVariable));
    const bool given = invocation.line.has("passphrase-file") ||
                       (variable != invocation.environment.end() && !variable->second.empty());
    const bool needed = isSealed(request.database.password) || isSealed(request.domino.httpPassword);
    if (needed && !given && !isConversation(invocation))
        return fail(ExitCode::usage, "secret.passphrase", "The sealed passwords were not opened",
                    "the passphrase was not given",
                    {"Provide the passphrase in a file or in the variable BES_STANDBY_PASSPHRASE.",
                     {{"passphrase-file"}}});
    return passwordsOf(invocation, request, plain);
}

/// What else is secret and known to this process.
std::vector<std::pair<std::string, Secret>> otherSecrets(const Invocation& invocation,
                                                         const answers::PlainSecrets& plain) {
    std::vector<std::pair<std::string, Secret>> secrets;
    const auto variable = invocation.environment.find(std::string(answers::passphraseVariable));
    if (variable != invocation.environment.end())
        secrets.emplace_back("the passphrase", variable->second);
    if (const auto file = invocation.line.value("passphrase-file"))
        if (auto passphrase = answers::readSecretFile(*file))
            secrets.emplace_back("the passphrase", std::move(*passphrase));
    for (const auto& [name, secret] : plain)
        secrets.emplace_back("the answer " + name, secret);
    return secrets;
}

/// Where --output names a folder, one that is free in it; without --output, in the current one.
fs::path fileFor(const Invocation& invocation, const std::string& name) {
    fs::path file = pathOf(invocation.line.value("output").value_or("."));
    if (std::error_code error; fs::is_directory(file, error)) {
        const fs::path folder = file;
        file = folder / pathOf(name + ".tar.gz");
        for (unsigned number = 2;
             fs::symlink_status(file, error).type() != fs::file_type::not_found && number < 100; ++number)
            file = folder / pathOf(fmt::format("{}-{}.tar.gz", name, number));
    }
    return fs::absolute(file).lexically_normal();
}

/// Two that are made at once want the same free name: one of them takes the next.
Result<fs::path> written(const Invocation& invocation, const CollectedReport& report, fs::path file,
                         std::string_view bytes) {
    for (;;) {
        auto done = report::writeArchive(file, bytes);
        if (done)
            return file;
        fs::path other = fileFor(invocation, report.name);
        if (done.error().id != "report.exists" || other == file)
            return fail(std::move(done.error()));
        file = std::move(other);
    }
}

Result<bool> isWanted(const Invocation& invocation, const fs::path& file) {
    if (!isConversation(invocation))
        return true;
    TRY(invocation.console.deliver());
    return host::askYes("Write " + utf8(file) + "?");
}

Result<void> expectRoot(const fs::path& root) {
    std::error_code error;
    if (fs::is_directory(root, error))
        return {};
    return fail(ExitCode::usage, "status.root", "The folder " + utf8(root) + " does not exist",
                error ? host::systemReason(error) : "it is not a folder",
                {"Choose the folder of an image.", {{"target.root"}}});
}

Result<ExitCode> reportCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    TRY(expectRoot(answers.request.root));
    if (invocation.line.has("output")) // before all that takes time
        TRY(report::expectWritable(fileFor(invocation, "bes-standby-report")));
    const ReportWish wish{
        .request = answers.request,
        .local = invocation.line.has("local"),
        .practice = invocation.console.practice,
        .passwords =
            [&](const Request& request) { return fetchPasswords(invocation, request, answers.plainSecrets); },
        .secrets = otherSecrets(invocation, answers.plainSecrets)};
    CollectedReport report;
    {
        const WaitingNote note(invocation.console, lookingAround);
        TRY_ASSIGN(report, collectReport(wish, host::stopOnSignals()));
    }
    fs::path file = fileFor(invocation, report.name);
    Page& page = invocation.console.out;
    if (!invocation.json()) {
        showContents(report, page);
        page.stream() << std::flush; // before anything is written
    }
    if (invocation.line.has("dry-run")) {
        if (invocation.json())
            write(reportDocument(report, file, std::nullopt), page);
        else
            page.line("Nothing was written.");
        return ExitCode::success;
    }
    TRY_ASSIGN(const auto wanted, isWanted(invocation, file));
    if (!wanted) {
        page.line("Nothing was written.");
        return ExitCode::cancelled;
    }
    TRY_ASSIGN(const auto bytes, report::packed(report.files, report.name, report.time));
    TRY_ASSIGN(file, written(invocation, report, file, bytes));
    if (invocation.json())
        write(reportDocument(report, file, bytes.size()), page);
    else
        page.line({{"Written: ", Tone::good},
                   fmt::format("{} ({}, readable by you alone)", utf8(file),
                               formatBytes(bytes.size(), Rounding::up))});
    return ExitCode::success;
}

po::options_description reportOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("output", po::value<std::string>()->value_name("FILE"),
        "The archive to write, or a folder for it. Default: bes-standby-report-COMPUTER-TIME.tar.gz in the "
        "current folder.");
    add("yes", "Write the archive without a question.");
    add("dry-run", "Show what would be in the archive, and write nothing.");
    add("local", "Look at this computer and the database only; don't query the Domino servers.");
    return options;
}

} // namespace

std::vector<Command> reportCommands() {
    return {
        {.name = "report",
         .summary = "Pack what a colleague needs to help you into one archive",
         .details =
             "One archive (tar.gz) with facts, findings, plan, receipt, the runs and their logs, the state "
             "of the services, versions, and what the Domino servers answered. Passwords, keys and "
             "people's names are left out. Setup shows the list of the files first, and asks on a terminal "
             "before it writes; it never overwrites a file. Without answers it is about the standby that is "
             "installed, or what the last run tried. It works after a failed or interrupted run, without the "
             "database, and as an ordinary account: the list says what could not be read.",
         .options = reportOptions(),
         .answers = answers::allAnswers(),
         .run = reportCommand}};
}

} // namespace bes::app
