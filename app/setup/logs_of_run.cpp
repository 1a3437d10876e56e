// SPDX-License-Identifier: Apache-2.0
#include "logs_of_run.hpp"

#include <algorithm>

#include "host/folder_entries.hpp"
#include "host/root.hpp"
#include "run_log.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;

/// "20261122T174125" of "install-20261122T174125.123Z.log"; empty for another file.
std::string timeIn(const fs::path& log) {
    const std::string name = utf8(log.filename());
    const std::size_t dash = name.find('-');
    return name.ends_with("Z.log") && dash != std::string::npos && name.size() > dash + 16
               ? name.substr(dash + 1, 15)
               : std::string();
}

/// "20261122T174125" of "2026-11-22T17:41:25Z".
std::string compact(std::string utc) {
    std::erase_if(utc, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
    return utc;
}

} // namespace

std::vector<fs::path> allLogs(const fs::path& root) {
    std::vector<fs::path> logs;
    const auto entries = host::entriesIn(host::Root(root)(RunLog::folder()));
    if (!entries)
        return logs;
    for (const host::FolderEntry& entry : *entries)
        if (!timeIn(entry.path).empty())
            logs.push_back(entry.path);
    std::ranges::sort(logs, std::greater(), timeIn);
    return logs;
}

std::vector<fs::path> logsOf(const PastRun& run, const std::vector<PastRun>& runs, const fs::path& root) {
    std::string next; // begin of the run after it
    for (const PastRun& other : runs) {
        if (other.record.id == run.record.id)
            break;
        next = other.record.beganAt;
    }
    const std::string from = compact(run.record.beganAt);
    std::vector<fs::path> logs;
    for (const fs::path& log : allLogs(root))
        if (timeIn(log) >= from && (next.empty() || timeIn(log) < compact(next)))
            logs.push_back(log);
    std::ranges::reverse(logs);
    return logs;
}

} // namespace bes::app
