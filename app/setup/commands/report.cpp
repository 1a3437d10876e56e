// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "commands/commands.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "support_report.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

std::uint64_t sizeOf(const SupportReport& report) {
    std::uint64_t bytes = 0;
    for (const media::PackedText& file : report.files)
        bytes += file.content.size();
    return bytes;
}

void showContents(const SupportReport& report, Page& page) {
    page.heading("In the report");
    std::vector<Row> rows;
    for (const media::PackedText& file : report.files)
        rows.push_back({fmt::format("{:>9}", formatBytes(file.content.size(), Rounding::up)), file.name});
    page.table(rows);
    std::vector<Row> missing;
    for (const std::string& sentence : report.notRead)
        missing.push_back({sentence});
    if (!missing.empty())
        page.blank();
    page.group("Not in it", missing);
    page.blank();
    page.line(fmt::format("{}, {} unpacked. Left out: secrets, keys, and the names of {}.",
                          counted(report.files.size(), "file"), formatBytes(sizeOf(report), Rounding::up),
                          counted(report.people, "person", "people")));
}

Json documentOf(const SupportReport& report, const std::string& file, bool written) {
    Json json = document("report");
    json["file"] = file;
    json["written"] = written;
    json["files"] = Json::array();
    for (const media::PackedText& text : report.files)
        json["files"].push_back({{"name", text.name}, {"size", text.content.size()}});
    json["not_read"] = report.notRead;
    json["people"] = report.people;
    return json;
}

/// A report is wanted most where something is wrong: a password that can't be had is one thing less in it.
Passwords passwordsIfAny(const Invocation& invocation, const answers::Answers& answers) {
    return passwordsOf(invocation, answers.request, answers.plainSecrets).value_or(Passwords());
}

/// Where nobody gave a name it is one that is free, also for two at once.
Result<std::string> written(const SupportReport& report, const Request& request, const std::string& named) {
    if (!named.empty())
        return writeSupportReport(report, pathOf(named)).map([&] { return named; });
    for (unsigned number = 1;; ++number) {
        const std::string file = nameOfReport(request, number);
        auto done = writeSupportReport(report, pathOf(file));
        if (done)
            return file;
        if (done.error().id != "report.exists" || number == 99)
            return fail(std::move(done.error()));
    }
}

Result<ExitCode> reportCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const auto& words = invocation.line.arguments;
    std::string file = words.empty() ? std::string() : words.front();
    SupportReport report;
    {
        const WaitingNote note(invocation.console, lookingAround);
        report = makeSupportReport(answers.request, passwordsIfAny(invocation, answers));
    }
    const bool wanted = !invocation.line.has("dry-run");
    Page& page = invocation.console.out;
    if (!invocation.json()) {
        showContents(report, page);
        page.stream() << std::flush; // the list is shown before anything is written
    }
    if (wanted) {
        TRY_ASSIGN(file, written(report, answers.request, file));
    }
    if (invocation.json())
        write(documentOf(report, file, wanted), page);
    else
        page.line(wanted
                      ? Row{{"Written: ", Tone::good}, file, ", for you alone. Read it before you send it."}
                      : Row{"Nothing was written."});
    return ExitCode::success;
}

po::options_description reportOptions() {
    po::options_description options;
    options.add_options()("dry-run", "Show what would be in the report, and write nothing.");
    return options;
}

} // namespace

std::vector<Command> reportCommands() {
    return {
        {.name = "report",
         .summary = "Pack a report for a colleague, without secrets and names",
         .arguments = "[FILE]",
         .details =
             "One archive (tar.gz) with facts, findings, plan, receipt, the runs and their logs, the state "
             "of the services, versions, and what the Domino servers said. Passwords, keys and names of "
             "people are left out; names of servers and folders stay. Shows its contents with their "
             "sizes before it writes FILE, or a file with a name of its own in this folder. It never "
             "overwrites a file. It works after a failed installation, without rights and without a "
             "database: what could not be read is named.",
         .options = reportOptions(),
         .answers = answers::allAnswers(),
         .run = reportCommand}};
}

} // namespace bes::app
