// SPDX-License-Identifier: Apache-2.0
#include "host/windows/scm.hpp"

#include <thread>

#include "host/interruption.hpp"
#include "host/process.hpp"
#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"
#include "text/shell_words.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds look{50};
constexpr milliseconds patienceToStop{10000}; ///< of a service that could not be started
constexpr milliseconds patienceAfterKill{5000};

/// A service that is opened, with the manager that it belongs to.
struct Opened {
    ScmHandle manager, service;
};

Result<std::optional<Opened>> openService(const std::string& key, DWORD access, const ScmApi& api) {
    ScmHandle manager(api, api.openManager(nullptr, nullptr, SC_MANAGER_CONNECT));
    if (!manager.open())
        return fail(ExitCode::failed, "service.manager", "The service control manager does not answer",
                    systemReason(lastError()), "Check the services of this computer (services.msc)");
    ScmHandle service(api, api.open(manager.get(), wide(key).c_str(), access));
    if (service.open())
        return Opened{std::move(manager), std::move(service)};
    const SystemError error = lastError();
    if (error == ERROR_SERVICE_DOES_NOT_EXIST)
        return std::nullopt;
    return fail(ExitCode::failed, "service.state", "Can't query the service " + key, systemReason(error),
                "Check the services of this computer (services.msc)");
}

Result<SERVICE_STATUS_PROCESS> statusOf(SC_HANDLE service, const std::string& key, const ScmApi& api) {
    SERVICE_STATUS_PROCESS status{};
    DWORD size = 0;
    if (api.status(service, SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE*>(&status), sizeof status, &size) !=
        0) // NOLINT
        return status;
    return fail(ExitCode::failed, "service.state", "Can't query the service " + key,
                systemReason(lastError()), "Check the services of this computer (services.msc)");
}

/// The manager goes on saying for a while that a service runs whose process is gone.
bool hasProcess(const SERVICE_STATUS_PROCESS& status) {
    const Handle process(::OpenProcess(SYNCHRONIZE, FALSE, status.dwProcessId));
    return process.open() ? ::WaitForSingleObject(process.get(), 0) == WAIT_TIMEOUT
                          : lastError() == ERROR_ACCESS_DENIED;
}

ServiceState stateOf(const SERVICE_STATUS_PROCESS& status) {
    switch (status.dwCurrentState) {
    case SERVICE_RUNNING:
        return hasProcess(status) ? ServiceState::active : ServiceState::failed;
    case SERVICE_STOPPED:
        return status.dwWin32ExitCode == NO_ERROR || status.dwWin32ExitCode == ERROR_SERVICE_NEVER_STARTED
                   ? ServiceState::inactive
                   : ServiceState::failed;
    default:
        return ServiceState::changing;
    }
}

/// Looks until it is in no state between two others, or the time is over.
Result<SERVICE_STATUS_PROCESS> settled(SC_HANDLE service, const std::string& key, Clock::time_point deadline,
                                       const std::stop_token& stop, const ScmApi& api) {
    while (true) {
        auto status = statusOf(service, key, api);
        if (!status || stateOf(*status) != ServiceState::changing || Clock::now() >= deadline ||
            stop.stop_requested())
            return status;
        std::this_thread::sleep_for(look);
    }
}

std::string whyStopped(const SERVICE_STATUS_PROCESS& status) {
    if (status.dwWin32ExitCode == ERROR_SERVICE_SPECIFIC_ERROR)
        return "it ended with the code " + std::to_string(status.dwServiceSpecificExitCode) + " of its own";
    return status.dwWin32ExitCode == NO_ERROR ? "it stopped immediately"
                                              : systemReason(status.dwWin32ExitCode);
}

Failure cannotStart(const StartableService& service, std::string why) {
    return {ExitCode::failed,
            "service.start",
            "Can't start " + service.displayName(),
            std::move(why),
            "Resolve the problem that the log shows, then run setup again",
            {},
            commandForLog(service.unit())};
}

Failure tooSlow(const StartableService& service, milliseconds limit) {
    return {ExitCode::failed,
            "service.start-timeout",
            service.displayName() + " did not start within " + inSeconds(limit),
            "It is still starting.",
            "Find out from its log what it waits for, then run setup again",
            {},
            commandForLog(service.unit())};
}

/// Its process was opened before, so that no other one of the same number is ended.
void kill(const Handle& process) {
    if (process.open() && ::TerminateProcess(process.get(), 1) != 0)
        ::WaitForSingleObject(process.get(), static_cast<DWORD>(patienceAfterKill.count()));
}

} // namespace

std::string serviceKey(const std::string& unit) {
    constexpr std::string_view suffix = ".service";
    return unit.ends_with(suffix) ? unit.substr(0, unit.size() - suffix.size()) : unit;
}

Result<void> Scm::start(const StartableService& service, milliseconds limit, std::stop_token cancel) {
    const Clock::time_point deadline = Clock::now() + limit;
    const std::string key = serviceKey(service.unit());
    TRY_ASSIGN(const auto opened,
               openService(key, SERVICE_START | SERVICE_STOP | SERVICE_QUERY_STATUS, api_));
    if (!opened)
        return fail(cannotStart(service, systemReason(SystemError{ERROR_SERVICE_DOES_NOT_EXIST})));
    const SystemError error = outcomeOf(api_.start(opened->service.get(), 0, nullptr));
    if (error != 0 && error != ERROR_SERVICE_ALREADY_RUNNING)
        return fail(cannotStart(service, systemReason(error)));
    TRY_ASSIGN(const auto status, settled(opened->service.get(), key, deadline, cancel, api_));
    if (!cancel.stop_requested() && stateOf(status) == ServiceState::active)
        return {};
    Failure failure = cancel.stop_requested()                     ? cancelled()
                      : stateOf(status) == ServiceState::changing ? tooSlow(service, limit)
                                                                  : cannotStart(service, whyStopped(status));
    if (const auto stopped = stop(service.unit(), patienceToStop); !stopped)
        failure.why += "\nIt could not be stopped: " + stopped.error().why;
    return fail(std::move(failure));
}

Result<void> Scm::stop(const std::string& unit, milliseconds limit, std::stop_token cancel) {
    const std::string key = serviceKey(unit);
    TRY_ASSIGN(const auto opened, openService(key, SERVICE_STOP | SERVICE_QUERY_STATUS, api_));
    if (!opened)
        return {};
    SC_HANDLE const service = opened->service.get();
    TRY_ASSIGN(const auto before, statusOf(service, key, api_));
    if (before.dwCurrentState == SERVICE_STOPPED)
        return {};
    const Handle process(::OpenProcess(SYNCHRONIZE | PROCESS_TERMINATE, FALSE, before.dwProcessId));
    SERVICE_STATUS told{};
    (void)api_.control(service, SERVICE_CONTROL_STOP,
                       &told); // one that does not take it is waited for, and then killed
    const Clock::time_point deadline = Clock::now() + limit;
    while (true) {
        TRY_ASSIGN(const auto now, statusOf(service, key, api_));
        const bool gone = process.open() && ::WaitForSingleObject(process.get(), 0) == WAIT_OBJECT_0;
        if (now.dwCurrentState == SERVICE_STOPPED || gone)
            return {};
        if (cancel.stop_requested())
            return fail(cancelled());
        if (Clock::now() >= deadline)
            break;
        std::this_thread::sleep_for(look);
    }
    kill(process);
    if (process.open() && ::WaitForSingleObject(process.get(), 0) == WAIT_OBJECT_0)
        return {};
    return fail(ExitCode::failed, "service.stop", "Can't stop " + unit,
                "It was still running after " + inSeconds(limit) + ", and after it was killed",
                "Stop it by hand (sc stop " + key + "), then run setup again");
}

Result<ServiceState> Scm::state(const std::string& unit) {
    const std::string key = serviceKey(unit);
    TRY_ASSIGN(const auto opened, openService(key, SERVICE_QUERY_STATUS, api_));
    if (!opened)
        return ServiceState::absent;
    TRY_ASSIGN(const auto status, statusOf(opened->service.get(), key, api_));
    return stateOf(status);
}

Result<void> OfflineServices::start(const StartableService& service, milliseconds /*limit*/,
                                    std::stop_token /*stop*/) {
    return fail(ExitCode::failed, "service.start", "Can't start " + service.displayName(),
                "no service runs in " + utf8(root_.folder()),
                "Start that system: the services then start by themselves");
}

Result<ServiceState> OfflineServices::state(const std::string& /*unit*/) {
    return ServiceState::notRunning;
}

std::unique_ptr<ServiceControl> ServiceControl::open(const Root& root) {
    if (root.isRunningSystem())
        return std::make_unique<Scm>();
    return std::make_unique<OfflineServices>(root);
}

std::string commandToStart(const std::string& unit) {
    return "sc.exe start " + wordForWindows(serviceKey(unit));
}

std::string commandForLog(const std::string& unit) {
    return "wevtutil query-events Application " +
           inQuotationMarks("/query:*[System[Provider[@Name='" + serviceKey(unit) + "']]]") + " /format:text";
}

} // namespace bes::host
