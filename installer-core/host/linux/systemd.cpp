// SPDX-License-Identifier: Apache-2.0
#include "host/linux/systemd.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

#include "host/interruption.hpp"
#include "host/linux/systemctl.hpp"
#include "model/try.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patienceToStop{15}; ///< with a service that did not start, before it is killed
/// How long a service of a type that tells nothing must stay up to count as started: systemd calls `simple`
/// ones active even before their program is found to be missing.
constexpr milliseconds probation{500};
constexpr milliseconds patienceAfterKill{5000};

Result<void> expectSuccess(const Result<ProcessOutcome>& outcome, const std::string& id,
                           const std::string& what) {
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode == 0)
        return {};
    return fail(ExitCode::failed, id, what, lastWords(*outcome),
                "Resolve the problem that systemctl reports, then run setup again");
}

std::string lastLogLines(const std::string& unit, std::chrono::system_clock::time_point since) {
    [[maybe_unused]] const auto flushed = run({"journalctl", "--sync"}, systemctlLimit);
    const auto second = std::chrono::floor<std::chrono::seconds>(since.time_since_epoch()).count();
    const auto lines = run({"journalctl", "--unit=" + unit, "--since=@" + std::to_string(second),
                            "--lines=10", "--output=cat", "--quiet", "--no-pager"},
                           systemctlLimit);
    if (!lines || lines->output.empty())
        return "It logged nothing.";
    return "Its last log lines:\n" + lines->output.substr(0, lines->output.find_last_not_of('\n') + 1);
}

Failure startTimeout(const StartableService& service, milliseconds limit) {
    return {ExitCode::failed,
            "service.start-timeout",
            "Can't start " + service.displayName(),
            service.unit() + " was not ready after " + inSeconds(limit) + " and was stopped.",
            "Check in the log what it waits for, then run setup again",
            {},
            commandForLog(service.unit())};
}

/// `systemctlSays` is empty where systemctl was content and the service ended afterwards.
Failure startFailure(const StartableService& service, const std::string& systemctlSays,
                     const std::string& result) {
    const std::string firstLine = systemctlSays.substr(0, systemctlSays.find('\n'));
    return {ExitCode::failed,
            "service.start",
            "Can't start " + service.displayName(),
            firstLine.empty() ? service.unit() + " stopped immediately (" + result + ")." : firstLine,
            "Resolve the problem that the log shows, then run setup again",
            {},
            commandForLog(service.unit())};
}

void kill(const std::string& unit) {
    [[maybe_unused]] const auto killed = systemctl({"kill", "--signal=SIGKILL", "--", unit});
}

bool tellsWhenReady(const std::string& type) {
    return type != "simple" && type != "idle";
}

/// Of a service that is restarted after a while: between two runs it is neither up nor failed.
bool awaitsRestart(const UnitProperties& properties) {
    return properties.state == ServiceState::changing && properties.result != "success";
}

enum class RestartCounts { asEnd, asChange };

/// Looks at the unit until it is up, has failed, or the time is over.
Result<UnitProperties> settled(const std::string& unit, Clock::time_point deadline,
                               RestartCounts restart = RestartCounts::asChange,
                               const std::stop_token& stop = {}) {
    const Clock::time_point trusted = std::min(Clock::now() + probation, deadline);
    while (true) {
        auto properties = readUnitProperties(unit);
        if (!properties)
            return properties;
        const bool up = properties->state == ServiceState::active &&
                        (tellsWhenReady(properties->type) || Clock::now() >= trusted);
        const bool ended = restart == RestartCounts::asEnd && awaitsRestart(*properties);
        const bool undecided = !ended && (properties->state == ServiceState::active ||
                                          properties->state == ServiceState::changing);
        if (up || !undecided || Clock::now() >= deadline || stop.stop_requested())
            return properties;
        std::this_thread::sleep_for(milliseconds(50));
    }
}

ServiceState stateOf(const std::string& load, const std::string& active) {
    static const std::map<std::string, ServiceState> states{
        {"active", ServiceState::active},     {"reloading", ServiceState::active},
        {"refreshing", ServiceState::active}, {"inactive", ServiceState::inactive},
        {"failed", ServiceState::failed},
    };
    const auto known = states.find(active);
    const ServiceState state = known == states.end() ? ServiceState::changing : known->second;
    // a unit whose file was removed while it ran is still there for as long as it runs
    return load == "not-found" && state == ServiceState::inactive ? ServiceState::absent : state;
}

} // namespace

bool Systemd::runs() {
    std::error_code error;
    return std::filesystem::is_directory(std::filesystem::symlink_status("/run/systemd/system", error));
}

Result<void> Systemd::reload() {
    return expectSuccess(systemctl({"daemon-reload"}), "service.reload",
                         "Can't make systemd read its units again");
}

Result<void> Systemd::enable(const std::string& unit) {
    return setEnabled(Root(), unit, true).and_then([this] { return reload(); });
}

Result<void> Systemd::disable(const std::string& unit) {
    return setEnabled(Root(), unit, false).and_then([this] { return reload(); });
}

Result<void> Systemd::start(const StartableService& service, milliseconds limit, std::stop_token cancel) {
    const Clock::time_point deadline = Clock::now() + limit;
    const auto since = std::chrono::system_clock::now();
    TRY_ASSIGN(const auto outcome, followSystemctl({"start", "--", service.unit()}, limit, cancel));
    bool timedOut = outcome.tookTooLong;
    const bool accepted = outcome.exitCode == 0;
    const auto properties = accepted ? settled(service.unit(), deadline, RestartCounts::asEnd, cancel)
                                     : readUnitProperties(service.unit());
    if (cancel.stop_requested())
        return cancelledStart(service.unit());
    if (!properties)
        return fail(properties.error());
    if (accepted && properties->state == ServiceState::active)
        return {};
    timedOut =
        timedOut || (accepted && properties->state == ServiceState::changing && !awaitsRestart(*properties));

    Failure failure = timedOut
                          ? startTimeout(service, limit)
                          : startFailure(service, accepted ? "" : lastWords(outcome), properties->result);
    failure.why += " " + lastLogLines(service.unit(), since);
    // it may still be trying, or be restarted again and again
    if (const auto stopped = stop(service.unit(), patienceToStop); !stopped)
        failure.why += "\nIt could not be stopped: " + stopped.error().why;
    return fail(std::move(failure));
}

Result<void> Systemd::reachStandbyTarget() {
    // without its dependencies: a service that is stopped stays so
    return expectSuccess(
        systemctl({"start", "--job-mode=ignore-dependencies", "--", std::string(standbyTarget)}),
        "service.start", "Can't start " + std::string(standbyTarget));
}

/// Ending the systemctl that waits leaves the start under way in systemd: stopping takes it back.
Result<void> Systemd::cancelledStart(const std::string& unit) {
    Failure failure = cancelled();
    if (const auto stopped = stop(unit, patienceToStop); !stopped)
        failure.why += ". " + stopped.error().what + ": " + stopped.error().why;
    return fail(std::move(failure));
}

Result<void> Systemd::stop(const std::string& unit, milliseconds limit, std::stop_token cancel) {
    TRY_ASSIGN(const auto outcome, followSystemctl({"stop", "--", unit}, limit, cancel));
    if (outcome.stopped)
        return fail(cancelled());
    const bool timedOut = outcome.tookTooLong;
    if (timedOut)
        kill(unit);
    TRY_ASSIGN(const auto properties,
               settled(unit, Clock::now() + (timedOut ? patienceAfterKill : milliseconds(0))));
    if (properties.state == ServiceState::active || properties.state == ServiceState::changing)
        return fail(ExitCode::failed, "service.stop", "Can't stop " + unit,
                    timedOut ? "It was still running after " + inSeconds(limit) + ", and after it was killed"
                             : lastWords(outcome),
                    "Stop it by hand (systemctl stop " + unit + "), then run setup again");
    // otherwise systemd remembers a failed unit even when its file is gone; one that has not failed is an
    // error here
    [[maybe_unused]] const auto forgotten = systemctl({"reset-failed", "--", unit});
    return {};
}

Result<ServiceState> Systemd::state(const std::string& unit) {
    TRY_ASSIGN(const auto properties, readUnitProperties(unit));
    return properties.state;
}

Result<UnitProperties> readUnitProperties(const std::string& unit) {
    TRY_ASSIGN(const auto outcome,
               systemctl({"show", "--property=LoadState,ActiveState,Type,Result", "--", unit}));
    if (outcome.exitCode != 0)
        return fail(ExitCode::failed, "service.state", "Can't query systemd about " + unit,
                    lastWords(outcome), {"Check that systemd answers", {}, "systemctl status"});
    return unitPropertiesIn(outcome.output);
}

UnitProperties unitPropertiesIn(const std::string& shown) {
    std::map<std::string, std::string> properties;
    std::istringstream lines(shown);
    for (std::string line; std::getline(lines, line);)
        properties[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
    return {stateOf(properties["LoadState"], properties["ActiveState"]), properties["Type"],
            properties["Result"]};
}

} // namespace bes::host
