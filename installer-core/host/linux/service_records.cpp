// SPDX-License-Identifier: Apache-2.0
#include "host/service_records.hpp"

#include "host/linux/systemctl.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

Result<std::string> outputOf(const Result<ProcessOutcome>& outcome, const char* what) {
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode != 0)
        return fail(ExitCode::failed, "service.state", what, lastWords(*outcome),
                    "Check systemd (systemctl status).");
    return outcome->output;
}

} // namespace

Result<std::string> unitRecords(const std::vector<std::string>& units) {
    std::vector<std::string> words{
        "show", "--no-pager",
        "--property=Id,Description,LoadState,ActiveState,SubState,UnitFileState,Result,ExecMainCode,"
        "ExecMainStatus,MainPID,NRestarts,User,ActiveEnterTimestamp,InactiveEnterTimestamp,FragmentPath,"
        "DropInPaths,Requires,Wants,After",
        "--"};
    words.insert(words.end(), units.begin(), units.end());
    return outputOf(systemctl(std::move(words)), "The state of the services can't be read");
}

Result<std::string> unitJournal(const std::vector<std::string>& units, unsigned lines) {
    std::vector<std::string> words{"journalctl", "--no-pager", "--quiet", "--output=short-iso-precise",
                                   "--lines=" + std::to_string(lines)};
    for (const std::string& unit : units)
        words.push_back("--unit=" + unit);
    return outputOf(run(words, systemctlLimit), "systemd's journal can't be read");
}

} // namespace bes::host
