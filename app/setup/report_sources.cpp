// SPDX-License-Identifier: Apache-2.0
#include "report_sources.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "database/configuration_database.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/root.hpp"
#include "host/service_records.hpp"
#include "logs_of_run.hpp"
#include "model/try.hpp"
#include "report/versions.hpp"
#include "run_log.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostLogs = 10;
constexpr std::size_t longestLog = std::size_t{512} << 10U;
constexpr unsigned mostLines = 500;

std::string trimmedBreaks(const Result<std::string>& text) {
    return text ? text->substr(0, text->find_last_not_of("\r\n") + 1) : "unknown";
}

} // namespace

Result<database::Confidential> readConfidential(const DatabaseAddress& address, const Secret& password) {
    TRY_ASSIGN(auto database, database::ConfigurationDatabase::open(address, password));
    return database.readConfidential();
}

void addLogs(const host::Root& root, report::Contents& contents) {
    const fs::path folder = root(RunLog::folder());
    if (const auto readable = host::entriesIn(folder); !readable)
        return contents.miss("logs", utf8(folder) + ": " + readable.error().why);
    const std::vector<fs::path> logs = allLogs(root.folder());
    if (logs.empty())
        return contents.miss("logs", "there are none in " + utf8(folder));
    for (std::size_t i = 0; i < std::min(logs.size(), mostLogs); ++i) {
        const std::string name = "logs/" + utf8(logs[i].filename());
        auto text = host::readFile(logs[i]);
        if (!text) {
            contents.miss(name, text.error().why);
            continue;
        }
        auto end = report::endOf(std::move(*text), longestLog);
        contents.add({name, "log of setup", std::move(end.note)}, end.text);
    }
    if (logs.size() > mostLogs)
        contents.miss("older logs",
                      fmt::format("{} of them are in {}", logs.size() - mostLogs, utf8(folder)));
}

void addUnits(const std::vector<std::string>& units, report::Contents& contents) {
    if (const auto records = host::unitRecords(units))
        contents.add({"services.txt",
                      host::thisSystem() == System::windows ? "what Windows knows of the services"
                                                            : "what systemd knows of the services",
                      "their environment"},
                     *records);
    else
        contents.miss("services.txt", records.error().what + ": " + records.error().why);
    if (const auto lines = host::unitJournal(units, mostLines)) {
        auto end = report::endOf(*lines, longestLog);
        contents.add({"journal.txt",
                      fmt::format("the last {} lines of the services in systemd's journal", mostLines),
                      std::move(end.note)},
                     end.text);
    } else {
        contents.miss("journal.txt", lines.error().what + ": " + lines.error().why);
    }
}

std::string versionsText(const host::Root& root) {
    std::string text = fmt::format("bes-standby-setup {}\n", BES_VERSION);
    if (root.isRunningSystem() && host::thisSystem() == System::gnuLinux)
        text += "kernel " + trimmedBreaks(host::readFile("/proc/sys/kernel/osrelease")) + "\n";
    if (const auto system = host::readFile(root.followed("/etc/os-release")))
        text += "\n" + *system;
    return text + "\n" + report::libraryVersions();
}

} // namespace bes::app
