// SPDX-License-Identifier: Apache-2.0
#include "support_report.hpp"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

#include "answers/answers.hpp"
#include "history.hpp"
#include "host/digest.hpp"
#include "host/files.hpp"
#include "host/network.hpp"
#include "host/own_process.hpp"
#include "host/root.hpp"
#include "host/system_reason.hpp"
#include "journal/run_id.hpp"
#include "logs_of_run.hpp"
#include "maintenance.hpp"
#include "model/json_text.hpp"
#include "model/seen_facts.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/history_view.hpp"
#include "output/status_json.hpp"
#include "pseudonyms.hpp"
#include "run_log.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t logsTaken = 10;
constexpr std::uint64_t longestLog = std::uint64_t{8} << 20U;

/// Puts the parts together, each on its own: one that fails does not keep the others out.
class Packing {
public:
    Packing(const Request& asked, const Passwords& passwords) : request_(asked), passwords_(passwords) {}

    SupportReport all() {
        addStatus();
        addHistory();
        addFacts();
        addLogs();
        addSystem();
        return std::move(report_);
    }

    [[nodiscard]] const std::vector<std::string>& accounts() const { return accounts_; }

private:
    void pack(std::string name, const Json& json) {
        report_.files.push_back({std::move(name), formatDocument(json)});
    }
    void leaveOut(const std::string& what, const Failure& failure) {
        report_.notRead.push_back(fmt::format("{}: {}: {}", what, failure.what, failure.why));
    }

    void addStatus() {
        const auto standby = bes::status(request_.root);
        if (!standby)
            return leaveOut("status.json and receipt.json", standby.error());
        pack("status.json", statusDocument(*standby));
        if (!standby->readable)
            report_.notRead.push_back("receipt.json: " + standby->whyUnreadable);
        if (!standby->receipt)
            return;
        pack("receipt.json", toJson(*standby->receipt));
        if (request_.primary.empty())
            request_ = requestOfInstalled(*standby->receipt, request_);
    }

    void addHistory() {
        const auto runs = pastRuns(request_.root);
        if (!runs)
            return leaveOut("history.json and the plan of the last run", runs.error());
        pack("history.json", runsDocument(*runs));
        for (const PastRun& run : *runs)
            accounts_.push_back(run.record.account);
        if (runs->empty())
            return;
        const auto last = replay(request_.root, runs->front());
        if (!last)
            return leaveOut("last-run.json", last.error());
        pack("last-run.json", replayDocument(*last, logsOf(last->run, *runs, request_.root)));
        if (!request_.primary.empty())
            return;
        const fs::path root = request_.root;
        request_ = last->plan.request; // what was tried last
        request_.root = root;
    }

    void addFacts() {
        const std::string seenAt = utcNow();
        Inspection inspection = inspect(request_, passwords_);
        if (!inspection.facts.database.known())
            report_.notRead.push_back("the database: " + inspection.facts.database.reason());
        if (!inspection.facts.domino.known())
            report_.notRead.push_back("the Domino servers: " + inspection.facts.domino.reason());
        if (inspection.facts.others.known())
            for (const ThingOfOthers& thing : inspection.facts.others.value())
                accounts_.push_back(thing.owner);
        pack("findings.json", findingsDocument(inspection.findings));
        if (inspection.plan)
            pack("plan.json", toJson(*inspection.plan));
        pack("facts.json", toJson(SeenFacts{.setupVersion = BES_VERSION,
                                            .seenAt = seenAt,
                                            .request = request_,
                                            .facts = std::move(inspection.facts)}));
    }

    void addLogs() {
        std::error_code error;
        const fs::path folder = host::Root(request_.root)(RunLog::folder());
        fs::directory_iterator readable(folder, error);
        if (error && error != std::errc::no_such_file_or_directory)
            report_.notRead.push_back(
                fmt::format("the logs in {}: {}", utf8(folder), host::systemReason(error)));
        std::vector<fs::path> logs = allLogs(request_.root);
        logs.resize(std::min(logs.size(), logsTaken));
        for (const fs::path& log : logs) {
            auto text = host::readFile(log, longestLog);
            if (text)
                report_.files.push_back({"logs/" + utf8(log.filename()), std::move(*text)});
            else
                leaveOut("logs/" + utf8(log.filename()), text.error());
        }
    }

    void addSystem() {
        std::string text = fmt::format("bes-standby-setup {}\nmade {}\n", BES_VERSION, utcNow());
        if (const auto system = host::readFile(host::Root(request_.root).followed("/etc/os-release")))
            text += "\n" + *system;
        report_.files.push_back({"versions.txt", std::move(text)});
    }

    Request request_;
    const Passwords& passwords_;
    SupportReport report_;
    std::vector<std::string> accounts_;
};

/// What a person is called becomes known while texts are read, so they are read twice.
void replaceNames(SupportReport& report, Pseudonyms& names) {
    for (const media::PackedText& file : report.files)
        (void)names.in(file.content);
    for (media::PackedText& file : report.files)
        file.content = names.in(std::move(file.content));
    for (std::string& sentence : report.notRead)
        sentence = names.in(std::move(sentence));
    report.people = names.people();
}

std::string contentsOf(const SupportReport& report) {
    std::string text =
        "Report of bes-standby-setup for a colleague.\n"
        "Secrets, keys and names of people are left out; the same person has the same number.\n\n";
    for (const media::PackedText& file : report.files)
        text += fmt::format("{:>10}  {}\n", file.content.size(), file.name);
    text += "\nNot in it:\n";
    for (const std::string& sentence : report.notRead)
        text += "  " + sentence + "\n";
    return text;
}

} // namespace

SupportReport makeSupportReport(const Request& asked, const Passwords& passwords) {
    Packing packing(asked, passwords);
    SupportReport report = packing.all();
    Pseudonyms names({"root", asked.serviceAccount, "bes", "notes", "domino", "nobody", ""});
    names.addPerson(host::personsAccount());
    for (const std::string& account : packing.accounts())
        names.addPerson(account);
    names.addPerson(asked.domino.httpUser);
    names.addSecret(passwords.database);
    names.addSecret(passwords.dominoHttp);
    replaceNames(report, names);
    report.files.insert(report.files.begin(), {"README.txt", contentsOf(report)});
    return report;
}

Result<void> writeSupportReport(const SupportReport& report, const fs::path& file) {
    const auto exists = [&] {
        return fail(ExitCode::usage, "report.exists", utf8(file) + " exists already",
                    "a report never overwrites a file", "Choose another name, or remove the file.");
    };
    TRY_ASSIGN(const auto there, host::status(file));
    if (there)
        return exists();
    TRY_ASSIGN(const auto packed, media::packTexts(report.files, std::time(nullptr)));
    const fs::path part = utf8(file) + ".part-" + journal::newRunId();
    auto renamed =
        host::writeDurably(part, packed, 0600).and_then([&] { return host::renameIfFree(part, file); });
    if (renamed && *renamed)
        return {};
    (void)host::removeFile(part); // the first failure is the one to tell
    return renamed ? exists() : fail(std::move(renamed.error()));
}

std::string nameOfReport(const Request& request, unsigned number) {
    std::string computer = request.computer;
    if (computer.empty())
        if (const auto here = host::thisComputer())
            computer = here->name;
    computer = computer.substr(0, computer.find('.'));
    std::string time = utcNow();
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    return fmt::format("bes-standby-report{}{}-{}{}.tar.gz", computer.empty() ? "" : "-", computer, time,
                       number == 1 ? "" : fmt::format("-{}", number));
}

} // namespace bes::app
